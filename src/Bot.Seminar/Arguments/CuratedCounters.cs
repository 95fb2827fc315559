using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.Citing;
using Bot.Storage;

namespace Bot.Seminar.Arguments;

/// <summary>Counterarguments that a channel's teachers wrote.</summary>
internal sealed class CuratedCounters(Database database, TimeProvider time)
{
    /// <summary>The maximum number per channel.</summary>
    public const int MaxItems = 500;

    // The share of common words (without stop words) from which two claims count as the same.
    private const double SameClaim = 0.6;
    private const int MaxShown = 3;

    private readonly ChannelMemory<IReadOnlyList<Row>> memory = new(database, time, LoadAsync);

    /// <summary>
    /// The teachers' counterarguments to a claim, the best match first. Returns within half a second: if the database takes longer, it uses the last known
    /// ones.
    /// </summary>
    /// <param name="channel">The channel of the teachers.</param>
    /// <param name="readings">The channel's readings; places in other readings are not quoted.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask<IReadOnlyList<ReplyBlock>> FindCountersAsync(
        ChannelAddress channel, IReadOnlyList<Reading> readings, string claim, CancellationToken cancellationToken)
    {
        var stems = StemsOf(claim);
        var all = await memory.RecallAsync(ChannelKey.Of(channel), cancellationToken) ?? [];
        return [.. all
            .Select(row => (Row: row, Likeness: MeasureLikeness(stems, StemsOf(row.Claim))))
            .Where(item => item.Likeness >= SameClaim)
            .OrderByDescending(item => item.Likeness)
            .Take(MaxShown)
            .Select(item => CreateBlock(item.Row, readings))];
    }

    /// <summary>All counterarguments of a channel from the database, the oldest first.</summary>
    public Task<IReadOnlyList<Row>> OfAsync(string channel, CancellationToken cancellationToken) =>
        database.ReadAsync(session => LoadAsync(session, channel), cancellationToken);

    /// <summary>Forgets the cached counterarguments of a channel after a teacher changed them.</summary>
    public void Forget(string channel) => memory.Forget(channel);

    private static Task<IReadOnlyList<Row>> LoadAsync(Session session, string channel) => session.QueryAsync<Row>(
        "SELECT id, claim, counter, reading, paragraph, sentence FROM curated_counters WHERE channel = @channel ORDER BY made_at, id", new { channel });

    // If there is a place, its sentence is quoted below the teacher's words, which are not a quote themselves.
    private static ReplyBlock CreateBlock(Row row, IReadOnlyList<Reading> readings)
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
        [.. TextAnalysis.ReadTerms(text)];

    private static double MeasureLikeness(HashSet<string> one, HashSet<string> other)
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
