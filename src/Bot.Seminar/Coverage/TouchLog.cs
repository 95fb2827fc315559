using System.Collections.Concurrent;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>
/// Counts which paragraphs were asked about, quoted and opened in a channel, which answers helped and how many questions had none. It counts in memory and
/// writes to the database later, and stores only numbers: not who asked or what. While the database cannot be used, the counts wait.
/// </summary>
internal sealed class TouchLog(Database database, TimeProvider time)
{
    public const string Asked = "asked";
    public const string Cited = "cited";
    public const string Opened = "opened";
    public const string Helpful = "helpful";
    public const string Unhelpful = "unhelpful";
    public const string Unanswered = "unanswered";

    /// <summary>Used instead of a paragraph number for counts of whole answers.</summary>
    public const long WholeReading = 0;

    // Above this, new places are not counted, so that a database outage does not fill the memory.
    private const int MaxWaiting = 100_000;

    private readonly ConcurrentDictionary<Touch, long> waiting = new();

    /// <summary>Counts the quotes of a reply. A preview for a teacher does not count.</summary>
    public void Note(ChannelAddress channel, string command, ChatReply reply)
    {
        if (command == "debate preview")
        {
            return;
        }

        if (reply.Status == ReplyStatus.Abstained && FeedbackButtons.Kinds.Contains(command))
        {
            Count(channel, "", NameKind(command, Unanswered));
        }

        var quotes = reply.Quotes.Where(quote => !quote.IsSuggestion).ToList();
        var places = (command == "show" ? quotes.Take(1) : quotes).Select(quote => (quote.Citation.Reading, quote.Citation.Paragraph)).Distinct();
        var kind = command switch { "show" => Opened, "ask" => Asked, _ => Cited };
        foreach (var (reading, paragraph) in places)
        {
            Add(channel, reading, paragraph, kind);
        }
    }

    /// <summary>Counts something about a whole answer.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="reading">The reading that was quoted first; empty for none.</param>
    /// <param name="kind">See <see cref="NameKind"/>.</param>
    public void Count(ChannelAddress channel, string reading, string kind) => Add(channel, reading, WholeReading, kind);

    /// <summary>The kind for a command's answers: <c>ask helpful</c>.</summary>
    public static string NameKind(string command, string what) => $"{command} {what}";

    private void Add(ChannelAddress channel, string reading, long paragraph, string kind)
    {
        if (waiting.Count < MaxWaiting)
        {
            var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
            waiting.AddOrUpdate(new Touch(ChannelKey.Of(channel), reading, paragraph, kind, hour), 1, (_, times) => times + 1);
        }
    }

    /// <summary>Writes the counts to the database.</summary>
    /// <exception cref="DatabaseUnavailableException">They could not be written, and keep waiting.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var taken = new List<(Touch Touch, long Times)>();
        foreach (var touch in waiting.Keys)
        {
            if (waiting.TryRemove(touch, out var times))
            {
                taken.Add((touch, times));
            }
        }

        if (taken.Count == 0)
        {
            return;
        }

        var isWritten = false;
        try
        {
            await database.WriteAsync(
                async session =>
                {
                    foreach (var (touch, times) in taken)
                    {
                        await session.ExecuteAsync(
                            """
                            INSERT INTO touches (channel, reading, paragraph, kind, hour, times) VALUES (@Channel, @Reading, @Paragraph, @Kind, @Hour, @times)
                            ON CONFLICT (channel, reading, paragraph, kind, hour) DO UPDATE SET times = touches.times + excluded.times
                            """,
                            new { touch.Channel, touch.Reading, touch.Paragraph, touch.Kind, touch.Hour, times });
                    }

                    return true;
                },
                cancellationToken);
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
            {
                taken.ForEach(item => waiting.AddOrUpdate(item.Touch, item.Times, (_, times) => times + item.Times));
            }
        }
    }

    private sealed record Touch(string Channel, string Reading, long Paragraph, string Kind, long Hour);
}
