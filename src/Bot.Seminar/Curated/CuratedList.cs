using System.Globalization;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.Curated;

/// <summary>
/// The counterarguments of a channel's teachers. Each is a line <c>claim | what speaks against it | place</c>, where the place is optional. <c>counter
/// add</c> and imported files use the same format.
/// </summary>
public sealed class CuratedList
{
    private readonly CuratedCounters curated;
    private readonly Database database;
    private readonly ChannelShelves shelves;
    private readonly TimeProvider time;

    internal CuratedList(CuratedCounters curated, Database database, ChannelShelves shelves, TimeProvider time)
    {
        (this.curated, this.database, this.shelves, this.time) = (curated, database, shelves, time);
    }

    /// <summary>All counterarguments of a channel, the oldest first.</summary>
    /// <exception cref="DatabaseUnavailableException">They cannot be read.</exception>
    public async Task<IReadOnlyList<CuratedLine>> OfAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        [.. (await curated.OfAsync(ChannelKey.Of(channel), cancellationToken)).Select(row => new CuratedLine(row.Id, row.Claim, row.Counter)
        {
            Place = row.Reading.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{row.Reading} ¶{row.Paragraph}.{row.Sentence}") : "",
        })];

    /// <summary>Adds a line.</summary>
    /// <returns>What is wrong with it, in a sentence; null if it was added.</returns>
    /// <exception cref="DatabaseUnavailableException">Nothing was added.</exception>
    public async Task<string?> AddAsync(ChannelAddress channel, string line, CancellationToken cancellationToken)
    {
        var (written, problem) = WrittenCounter.Parse(InputText.Clean(line), shelves.Of(channel).Readings);
        if (written is null)
        {
            return problem;
        }

        var key = ChannelKey.Of(channel);
        var count = (await curated.OfAsync(key, cancellationToken)).Count;
        if (count >= CuratedCounters.MaxItems)
        {
            return CuratedTexts.FormatTooMany(count);
        }

        await WriteAsync(
            key,
            """
            INSERT INTO curated_counters (id, channel, claim, counter, reading, paragraph, sentence, made_at)
            VALUES (@id, @key, @Claim, @Counter, @Reading, @Paragraph, @Sentence, @now)
            """,
            new
            {
                id = Guid.NewGuid().ToString("N")[..8],
                key,
                written.Claim,
                written.Counter,
                written.Reading,
                written.Paragraph,
                written.Sentence,
                now = time.GetUtcNow().ToUnixTimeMilliseconds(),
            },
            cancellationToken);
        return null;
    }

    /// <summary>Replaces a line.</summary>
    /// <returns>What is wrong with it, in a sentence; null if it was changed.</returns>
    /// <exception cref="DatabaseUnavailableException">Nothing was changed.</exception>
    public async Task<string?> ChangeAsync(ChannelAddress channel, string id, string line, CancellationToken cancellationToken)
    {
        var (written, problem) = WrittenCounter.Parse(InputText.Clean(line), shelves.Of(channel).Readings);
        if (written is null)
        {
            return problem;
        }

        var key = ChannelKey.Of(channel);
        var changed = await WriteAsync(
            key,
            """
            UPDATE curated_counters SET claim = @Claim, counter = @Counter, reading = @Reading, paragraph = @Paragraph, sentence = @Sentence
            WHERE channel = @key AND id = @id
            """,
            new { id, key, written.Claim, written.Counter, written.Reading, written.Paragraph, written.Sentence },
            cancellationToken);
        return changed == 1 ? null : ExplainUnknown(id);
    }

    /// <summary>Removes a line.</summary>
    /// <returns>What is wrong, in a sentence; null if it was removed.</returns>
    /// <exception cref="DatabaseUnavailableException">Nothing was removed.</exception>
    public async Task<string?> RemoveAsync(ChannelAddress channel, string id, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(channel);
        var removed = await WriteAsync(key, "DELETE FROM curated_counters WHERE channel = @key AND id = @id", new { key, id }, cancellationToken);
        return removed == 1 ? null : ExplainUnknown(id);
    }

    /// <summary>Adds the lines of a file. A line that exists already is skipped, so that a file can be imported again.</summary>
    /// <exception cref="DatabaseUnavailableException">Not all lines were read; those before are added.</exception>
    public async Task<ImportOutcome> ImportAsync(ChannelAddress channel, string file, CancellationToken cancellationToken) => await ImportOutcome.OfAsync(
        file,
        (await OfAsync(channel, cancellationToken)).Select(line => line.Text),
        line => AddAsync(channel, line, cancellationToken));

    private async Task<int> WriteAsync(string key, string sql, object row, CancellationToken cancellationToken)
    {
        var changed = await database.WriteAsync(session => session.ExecuteAsync(sql, row), cancellationToken);
        curated.Forget(key);
        return changed;
    }

    private static string ExplainUnknown(string id) => CuratedTexts.FormatUnknown(id, "counter list");
}

/// <summary>A counterargument of a teacher.</summary>
/// <param name="Id">The id for <c>counter remove</c>.</param>
/// <param name="Claim">The claim.</param>
/// <param name="Counter">The counterargument.</param>
public sealed record CuratedLine(string Id, string Claim, string Counter)
{
    /// <summary>The place in a reading that supports it: <c>what-sanctions-did ¶7.5</c>; empty if there is none.</summary>
    public string Place { get; init; } = "";

    /// <summary>The line as typed.</summary>
    public string Text => string.Join(" | ", (string[])[Claim, Counter, .. Place.Length > 0 ? [Place] : Array.Empty<string>()]);
}
