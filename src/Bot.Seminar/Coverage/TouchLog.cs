using System.Collections.Concurrent;
using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Coverage;

/// <summary>
/// Counts which paragraphs were asked about, quoted and opened in a channel, in memory, until somebody writes the counts down. Numbers only:
/// neither who nor what was asked. While the database cannot be used, the counts wait.
/// </summary>
internal sealed class TouchLog(Database database, TimeProvider time)
{
    public const string Asked = "asked";
    public const string Cited = "cited";
    public const string Opened = "opened";

    // Beyond it new places are not counted any more; an outage must not fill the memory.
    private const int MostWaiting = 100_000;

    private readonly ConcurrentDictionary<Touch, long> waiting = new();

    /// <summary>Notes what a reply quotes. What a teacher sees before it is posted has touched nobody.</summary>
    public void Note(ChannelAddress channel, string command, ChatReply reply)
    {
        if (command == "debate preview")
        {
            return;
        }

        var quotes = reply.Quotes.Where(quote => !quote.IsSuggestion).ToList();
        var places = (command == "show" ? quotes.Take(1) : quotes).Select(quote => (quote.Citation.Reading, quote.Citation.Paragraph)).Distinct();
        var kind = command switch { "show" => Opened, "ask" => Asked, _ => Cited };
        var hour = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        foreach (var (reading, paragraph) in places)
        {
            if (waiting.Count < MostWaiting)
            {
                waiting.AddOrUpdate(new Touch(ChannelKey.Of(channel), reading, paragraph, kind, hour), 1, (_, times) => times + 1);
            }
        }
    }

    /// <summary>Writes the counts down.</summary>
    /// <exception cref="DatabaseUnavailableException">They could not be written, and wait on.</exception>
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
                            new { touch.Channel, touch.Reading, Paragraph = (long)touch.Paragraph, touch.Kind, touch.Hour, times });
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

    private sealed record Touch(string Channel, string Reading, int Paragraph, string Kind, long Hour);
}
