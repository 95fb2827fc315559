using Bot.Chat;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Storage;

namespace Bot.Seminar.Arguments;

/// <summary>Counterarguments that a channel's teachers wrote.</summary>
internal sealed class CuratedCounters(Database database, TimeProvider time)
{
    /// <summary>How many a channel can have.</summary>
    public const int MaxItems = 500;

    // A claim in other words is the same where it shares most of its words that say something.
    private const double SameClaim = 0.6;
    private const int MaxShown = 3;

    private readonly ChannelMemory<IReadOnlyList<Row>> memory = new(database, time, LoadAsync);

    /// <summary>
    /// What the teachers wrote against a claim, the best match first. Told within half a second: where the database does not say it by then, what
    /// it said last.
    /// </summary>
    /// <param name="channel">Whose teachers.</param>
    /// <param name="readings">The channel's readings; a place in another one is not quoted.</param>
    /// <param name="claim">What is maintained.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async ValueTask<IReadOnlyList<ReplyBlock>> AgainstAsync(
        ChannelAddress channel, IReadOnlyList<Reading> readings, string claim, CancellationToken cancellationToken)
    {
        var stems = StemsOf(claim);
        var all = await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken) ?? [];
        return [.. all
            .Select(row => (Row: row, Likeness: Likeness(stems, StemsOf(row.Claim))))
            .Where(item => item.Likeness >= SameClaim)
            .OrderByDescending(item => item.Likeness)
            .Take(MaxShown)
            .Select(item => Block(item.Row, readings))];
    }

    /// <summary>All of a channel as the database has them now, the oldest first.</summary>
    public Task<IReadOnlyList<Row>> OfAsync(string channel, CancellationToken cancellationToken) =>
        database.ReadAsync(session => LoadAsync(session, channel), cancellationToken);

    /// <summary>Has the counterarguments of a channel read again, for a teacher has changed them.</summary>
    public void Forget(string channel) => memory.Forget(channel);

    private static Task<IReadOnlyList<Row>> LoadAsync(Session session, string channel) => session.QueryAsync<Row>(
        "SELECT id, claim, counter, reading, paragraph, sentence FROM curated_counters WHERE channel = @channel ORDER BY made_at, id", new { channel });

    // With a place the reading's own sentence is quoted below the teacher's words; they are no quote of a reading themselves.
    private static ReplyBlock Block(Row row, IReadOnlyList<Reading> readings)
    {
        var note = ArgumentTexts.FormatTeachersList(row.Counter);
        ReplyBlock block = new TextBlock(note);
        if (readings.FirstOrDefault(reading => reading.Id.Value == row.Reading) is { } reading
            && reading.Find((int)row.Paragraph) is { } paragraph
            && row.Sentence <= paragraph.Sentences.Count)
        {
            block = Quotation.Of(reading, paragraph, (int)row.Sentence, (int)row.Sentence) with { Note = note, Origin = Origin.Curated, Score = 1 };
        }

        return block;
    }

    private static HashSet<string> StemsOf(string text) =>
        [.. TextAnalysis.Terms(text)];

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / (one.Count + other.Count - shared);
    }

    internal sealed record Row
    {
        public string Id { get; init; } = "";

        public string Claim { get; init; } = "";

        public string Counter { get; init; } = "";

        public string Reading { get; init; } = "";

        public long Paragraph { get; init; }

        public long Sentence { get; init; }
    }
}
