using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Arguments;

/// <summary>A passage that speaks against a claim.</summary>
/// <param name="Passage">The sentences.</param>
/// <param name="Origin">Its origin; one of <see cref="Arguments.Origin"/>.</param>
internal sealed record Counterargument(Passage Passage, string Origin);

/// <summary>The passages against a claim.</summary>
/// <param name="Counters">The best first, no two overlapping.</param>
internal sealed record CounterResult(IReadOnlyList<Counterargument> Counters)
{
    /// <summary>Whether the first one surely opposes the claim.</summary>
    public Certainty Certainty => Counters.Count > 0 ? Counters[0].Passage.Certainty : Certainty.None;

    /// <summary>The probability that it does, from 0 to 1.</summary>
    public double Confidence => Counters.Count > 0 ? Counters[0].Passage.Score : 0;
}

/// <summary>Finds what the readings say against a claim.</summary>
internal sealed class CounterSearch(PassageRetriever retriever)
{
    private const int MaxCounters = 3;

    // The share of the longer text that the shorter one must cover to count as the same sentence.
    private const double MinShare = 0.7;

    /// <summary>Searches for passages against a claim.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="accepts">Which paragraphs to search; null for all.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<CounterResult> FindCountersAsync(
        ShelfSnapshot snapshot, string claim, Func<Reading, Paragraph, bool>? accepts, CancellationToken cancellationToken)
    {
        // One more than is shown, because one result can be the claim itself.
        var query = new RetrievalQuery(claim, QueryKind.Claim)
        {
            Accepts = (reading, paragraph) => paragraph.Role == ParagraphRole.Body && (accepts?.Invoke(reading, paragraph) ?? true),
            MaxPassages = MaxCounters + 1,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        var homes = found.Passages
            .Where(passage => Enumerable.Range(passage.First, passage.Last - passage.First + 1).Any(sentence => Says(passage, sentence, claim)))
            .Select(passage => passage.Reading.Id)
            .ToHashSet();
        return new CounterResult([.. found.Passages
            .Where(passage => !Says(passage, claim))
            .Take(MaxCounters)
            .Select(passage => WithoutClaim(passage, claim))
            .Select(passage => new Counterargument(passage, OriginOf(passage, homes, snapshot.Readings.Count)))]);
    }

    // The claim does not speak against itself, so a quote never includes it.
    private static Passage WithoutClaim(Passage passage, string claim)
    {
        var (first, last) = (passage.Core, passage.Core);
        while (first > passage.First && !Says(passage, first - 1, claim))
        {
            first--;
        }

        while (last < passage.Last && !Says(passage, last + 1, claim))
        {
            last++;
        }

        return passage with { First = first, Last = last };
    }

    private static bool Says(Passage passage, string claim) => Says(passage, passage.Core, claim);

    // Whether a sentence, or a part of it, is the claim itself, also with a few words before or after it.
    private static bool Says(Passage passage, int sentence, string claim)
    {
        var text = passage.Paragraph.Quote(sentence, sentence);
        return text.Split(';', ':').Append(text).Any(part => AreOne(BareText.Of(part), BareText.Of(claim)));
    }

    private static bool AreOne(string said, string maintained)
    {
        var (shorter, longer) = said.Length <= maintained.Length ? (said, maintained) : (maintained, said);
        return shorter.Length >= MinShare * longer.Length && longer.Contains(shorter, StringComparison.Ordinal);
    }

    private static string OriginOf(Passage passage, HashSet<ReadingId> homes, int readings) =>
        homes.Contains(passage.Reading.Id) ? Origin.Concession
        : readings == 1 ? Origin.SameReading
        : Origin.OtherReading;
}
