using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Arguments;

/// <summary>A passage that speaks against a claim.</summary>
/// <param name="Passage">The sentences.</param>
/// <param name="Origin">Where it comes from; one of <see cref="Arguments.Origin"/>.</param>
internal sealed record Counterargument(Passage Passage, string Origin);

/// <summary>What the readings say against a claim.</summary>
/// <param name="Counters">The best first, no two overlapping.</param>
/// <param name="Certainty">Whether the first one surely speaks against it.</param>
/// <param name="Confidence">How likely it does: 0 is surely not, 1 is surely.</param>
internal sealed record CounterResult(IReadOnlyList<Counterargument> Counters, Certainty Certainty, double Confidence);

/// <summary>Finds what the readings say against a claim.</summary>
internal sealed class CounterSearch(PassageRetriever retriever)
{
    private const int MaxCounters = 3;

    // Less of a sentence than this is another sentence that shares its words.
    private const double MinShare = 0.7;

    /// <summary>Searches.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="claim">What is maintained.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<CounterResult> AgainstAsync(
        ShelfSnapshot snapshot, string claim, Func<Reading, Paragraph, bool>? accepts, CancellationToken cancellationToken)
    {
        // One more than is shown: a reading that maintains the claim holds its very words, and they do not counter it.
        var query = new RetrievalQuery(claim, QueryKind.Claim)
        {
            Accepts = (reading, paragraph) => paragraph.Role == ParagraphRole.Body && (accepts?.Invoke(reading, paragraph) ?? true),
            MaxPassages = MaxCounters + 1,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        var homes = found.Passages.Where(passage => Says(passage, claim)).Select(passage => passage.Reading.Id).ToHashSet();
        var counters = found.Passages
            .Where(passage => !Says(passage, claim))
            .Take(MaxCounters)
            .Select(passage => new Counterargument(passage, OriginOf(passage, homes, snapshot.Readings.Count)))
            .ToList();
        return counters.Count > 0
            ? new CounterResult(counters, found.Certainty, counters[0].Passage.Score)
            : new CounterResult([], Certainty.None, 0);
    }

    // The sentence itself, also with a few words before or behind it.
    private static bool Says(Passage passage, string claim)
    {
        var (said, maintained) = (Folded(passage.Paragraph.Quote(passage.Core, passage.Core)), Folded(claim));
        var (shorter, longer) = said.Length <= maintained.Length ? (said, maintained) : (maintained, said);
        return shorter.Length >= MinShare * longer.Length && longer.Contains(shorter, StringComparison.Ordinal);
    }

    private static string OriginOf(Passage passage, HashSet<ReadingId> homes, int readings) =>
        homes.Contains(passage.Reading.Id) ? Origin.Concession
        : readings == 1 ? Origin.SameReading
        : Origin.OtherReading;

    private static string Folded(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
