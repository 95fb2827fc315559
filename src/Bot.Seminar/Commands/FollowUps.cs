using System.Text.RegularExpressions;
using Bot.Chat.Delivery;

namespace Bot.Seminar.Commands;

/// <summary>
/// Remembers the last question of each conversation for a while, only in memory, so that “and China?” can be read with it. A conversation is one member's
/// questions in one place with one visibility: no member's question appears in another member's answer, and no private question appears in public.
/// Thread-safe.
/// </summary>
public sealed partial class FollowUps(TimeProvider time)
{
    private const int MaxConversations = 10_000;
    private static readonly TimeSpan CacheDuration = TimeSpan.FromMinutes(30);

    private readonly BoundedCache<Conversation, (string Question, IReadOnlyList<Citation> Quoted)> last = new(MaxConversations, time);

    /// <summary>Remembers a question.</summary>
    /// <param name="command">The command that asked the question.</param>
    /// <param name="visibility">The visibility of its answer.</param>
    /// <param name="question">The question, cleaned.</param>
    /// <param name="quoted">The places quoted in its answer, and in those of earlier follow-ups.</param>
    public void Note(ChatCommand command, ReplyVisibility visibility, string question, IReadOnlyList<Citation> quoted)
    {
        ArgumentNullException.ThrowIfNull(command);
        last.Set(Conversation.Of(command, visibility), (question, quoted), CacheDuration);
    }

    /// <summary>The question before, if the words only make sense with it; otherwise null.</summary>
    /// <param name="command">The command with the words.</param>
    /// <param name="visibility">The visibility of the answer.</param>
    /// <param name="words">The words, cleaned.</param>
    public EarlierQuestion? FindQuestionBefore(ChatCommand command, ReplyVisibility visibility, string words)
    {
        ArgumentNullException.ThrowIfNull(command);
        if (!LeansBack.IsMatch(words))
        {
            return null;
        }

        return last.TryGet(Conversation.Of(command, visibility), out var before)
            ? new EarlierQuestion(before.Question, words, before.Quoted)
            : null;
    }

    /// <summary>The questions of a member in a server or workspace that are still remembered.</summary>
    public IReadOnlyList<string> Of(ChannelAddress channel, ChatUser user) =>
        [.. ListKeys(channel, user).Select(key => last.TryGet(key, out var entry) ? entry.Question : null).OfType<string>()];

    /// <summary>Forgets the questions of a member.</summary>
    public void Forget(ChannelAddress channel, ChatUser user)
    {
        foreach (var key in ListKeys(channel, user).ToList())
        {
            last.Remove(key);
        }
    }

    private IEnumerable<Conversation> ListKeys(ChannelAddress channel, ChatUser user) =>
        last.Keys.Where(key => key.Member == user.Id && key.Channel.Platform == channel.Platform && key.Channel.Space == channel.Space);

    [GeneratedRegex(@"^(and|but|or|also|what\s+about|how\s+about|what\s+of)\b|^(why|how|when|where|who|since\s+when|why\s+not|how\s+so)\W*$|^(why|how|when|where|who|did|does|do|is|was|were|are|has|have|can|could|would|will)\b.{0,24}\b(that|this|it|they|he|she|them|him|her|there|then)\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex LeansBack { get; }

    private readonly record struct Conversation(ChannelAddress Channel, string Member, ReplyVisibility Visibility)
    {
        public static Conversation Of(ChatCommand command, ReplyVisibility visibility) => new(command.Channel, command.User.Id, visibility);
    }
}
