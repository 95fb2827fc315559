using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>
/// Finds passages for and against a motion: passages near it, without those that the second stage puts on the other side.
/// </summary>
internal sealed class SideSearch(PassageRetriever retriever, CounterSearch counters, ISecondStage secondStage)
{
    // Support is searched among this many of the nearest sentences.
    private const int Near = 10;

    /// <summary>Searches for both sides.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="motion">The motion; its context is shown separately and is on neither side.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<Sides> OfAsync(ShelfSnapshot snapshot, Motion motion, CancellationToken cancellationToken)
    {
        var near = await FindNearAsync(snapshot, motion, cancellationToken);
        var against = await FindCountersAsync(snapshot, motion, cancellationToken);
        var support = near
            .Select(AddAntecedent)
            .OfType<Passage>()
            .Where(passage => !passage.Overlaps(motion.Context) && !against.Any(counter => counter.Passage.Overlaps(passage)))
            .ToList();
        var sides = await ReadSidesAsync(motion, support, cancellationToken);
        return new Sides(RemoveOverlaps([.. support.Where((_, i) => sides[i] != StanceSide.Opposes)]), against);
    }

    private async Task<List<Passage>> FindNearAsync(ShelfSnapshot snapshot, Motion motion, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(motion.Claim, QueryKind.Claim)
        {
            Accepts = (reading, paragraph) => paragraph.Role == ParagraphRole.Body && IsOwn(snapshot, motion, reading),
            MaxPassages = Near + Passage.MaxSentences,
            MaxSentences = 1,
            UsesSecondStage = false,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        return [.. found.Passages
            .Where(passage => !passage.Overlaps(motion.Context) && !passage.Quote.EndsWith('?') && passage.Quote.Split(' ').Length > 4)
            .Take(Near)];
    }

    // A reading mostly argues for its own motion: what it says counts against it only if the second stage says so, or if no other reading says anything. The
    // other readings can be about something else, so the surest passages are taken.
    private async Task<List<Counterargument>> FindCountersAsync(ShelfSnapshot snapshot, Motion motion, CancellationToken cancellationToken)
    {
        var own = await FindCountersAsync(snapshot, motion, (reading, _) => reading.Id == motion.Reading.Id, cancellationToken);
        var others = snapshot.Readings.All(reading => reading.Id == motion.Reading.Id) ? []
            : await FindCountersAsync(snapshot, motion, (reading, _) => reading.Id != motion.Reading.Id, cancellationToken);
        var opposed = own.Where(item => item.Side == StanceSide.Opposes).Concat(others).ToList();
        return [.. (opposed.Count > 0 ? opposed : own)
            .Select(item => item.Counter)
            .OrderByDescending(counter => counter.Passage.Score)
            .Take(Sides.MaxItems)];
    }

    private async Task<List<(Counterargument Counter, StanceSide Side)>> FindCountersAsync(
        ShelfSnapshot snapshot, Motion motion, Func<Reading, Paragraph, bool> accepts, CancellationToken cancellationToken)
    {
        var found = await counters.FindCountersAsync(snapshot, motion.Claim, accepts, cancellationToken);
        var near = found.Counters.Where(counter => counter.Passage.Certainty != Certainty.None && !counter.Passage.Overlaps(motion.Context)).ToList();
        var sides = await ReadSidesAsync(motion, near.ConvertAll(counter => counter.Passage), cancellationToken);
        return [.. near.Zip(sides).Where(item => item.Second != StanceSide.Supports)];
    }

    // If the second stage is off or busy, all sides are unclear.
    private async Task<IReadOnlyList<StanceSide>> ReadSidesAsync(Motion motion, IReadOnlyList<Passage> passages, CancellationToken cancellationToken)
    {
        string[] quotes = [.. passages.Select(passage => passage.Quote)];
        var stances = quotes.Length == 0 ? null : await secondStage.JudgeStancesAsync(motion.Claim, quotes, cancellationToken);
        return stances is null ? [.. quotes.Select(_ => StanceSide.Unclear)] : [.. stances.Select(stance => stance.Side)];
    }

    // A motion is supported by its own reading. For one that a member wrote, every reading counts as its own.
    private static bool IsOwn(ShelfSnapshot snapshot, Motion motion, Reading reading) =>
        reading.Id == motion.Reading.Id || !snapshot.Readings.Contains(motion.Reading);

    private static Passage? AddAntecedent(Passage passage) =>
        Opening.FindFirstToQuote(passage.Paragraph, passage.Core) is { } first ? passage with { First = first } : null;

    private static List<Passage> RemoveOverlaps(List<Passage> passages)
    {
        var kept = new List<Passage>();
        foreach (var passage in passages)
        {
            if (!kept.Exists(passage.Overlaps))
            {
                kept.Add(passage);
            }
        }

        return [.. kept.Take(Sides.MaxItems)];
    }
}
