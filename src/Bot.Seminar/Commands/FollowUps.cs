using System.Text.RegularExpressions;
using Bot.Chat;

namespace Bot.Seminar.Commands;

/// <summary>
/// Remembers the last question of each conversation for a while, in memory alone, so that “and China?” can be read with it.
/// Safe for many threads.
/// </summary>
internal sealed partial class FollowUps(TimeProvider time)
{
    private const int MostConversations = 10_000;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly Lock gate = new();
    private readonly Dictionary<(ChannelAddress, string), (string Question, long At)> last = [];

    /// <summary>Notes a question that was asked.</summary>
    public void Note(ChatCommand command, string question)
    {
        lock (gate)
        {
            if (last.Count >= MostConversations)
            {
                Forget();
            }

            last[Conversation(command)] = (question, time.GetTimestamp());
        }
    }

    /// <summary>The question before, where some bare words only make sense with it; else null.</summary>
    /// <param name="command">Where the words came from.</param>
    /// <param name="words">The words, cleaned.</param>
    public string? QuestionBefore(ChatCommand command, string words)
    {
        if (!LeansBack().IsMatch(words))
        {
            return null;
        }

        lock (gate)
        {
            return last.TryGetValue(Conversation(command), out var before) && time.GetElapsedTime(before.At) <= Kept ? before.Question : null;
        }
    }

    // In a thread people talk about one thing together; in a channel each has a conversation of their own.
    private static (ChannelAddress, string) Conversation(ChatCommand command) =>
        (command.Channel, command.Channel.Thread is null ? command.User.Id : "");

    private void Forget()
    {
        foreach (var (conversation, _) in last.OrderBy(entry => entry.Value.At).Take(MostConversations / 10).ToList())
        {
            last.Remove(conversation);
        }
    }

    [GeneratedRegex(@"^(and|but|or|also|what\s+about|how\s+about|what\s+of)\b|^(why|how|when|where|who|since\s+when|why\s+not|how\s+so)\W*$|^(why|how|when|where|who|did|does|do|is|was|were|are|has|have|can|could|would|will)\b.{0,24}\b(that|this|it|they|he|she|them|him|her|there|then)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex LeansBack();
}
