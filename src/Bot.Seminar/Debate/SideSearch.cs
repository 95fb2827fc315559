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
        return new Sides(RemoveOverlaps(await RemoveAsync(StanceSide.Opposes, motion, support, passage => passage, cancellationToken)), against);
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

    // The motion's own reading mostly argues for it, and would fill a common list, but it can contain a concession. The other readings can be about something
    // else. So each is searched for itself, and the surest passages are taken.
    private async Task<List<Counterargument>> FindCountersAsync(ShelfSnapshot snapshot, Motion motion, CancellationToken cancellationToken)
    {
        var own = await FindCountersAsync(snapshot, motion, (reading, _) => reading.Id == motion.Reading.Id, cancellationToken);
        var others = snapshot.Readings.Count == 1 ? []
            : await FindCountersAsync(snapshot, motion, (reading, _) => reading.Id != motion.Reading.Id, cancellationToken);
        return [.. own.Concat(others).OrderByDescending(counter => counter.Passage.Score).Take(Sides.MaxItems)];
    }

    private async Task<List<Counterargument>> FindCountersAsync(
        ShelfSnapshot snapshot, Motion motion, Func<Reading, Paragraph, bool>? accepts, CancellationToken cancellationToken)
    {
        var found = await counters.FindCountersAsync(snapshot, motion.Claim, accepts, cancellationToken);
        var near = found.Counters.Where(counter => counter.Passage.Certainty != Certainty.None && !counter.Passage.Overlaps(motion.Context)).ToList();
        return await RemoveAsync(StanceSide.Supports, motion, near, counter => counter.Passage, cancellationToken);
    }

    // If the second stage is off or busy, all passages stay.
    private async Task<List<T>> RemoveAsync<T>(
        StanceSide side, Motion motion, List<T> items, Func<T, Passage> passageOf, CancellationToken cancellationToken)
    {
        string[] quotes = [.. items.Select(item => passageOf(item).Quote)];
        var stances = quotes.Length == 0 ? null : await secondStage.JudgeStancesAsync(motion.Claim, quotes, cancellationToken);
        return stances is null ? items : [.. items.Where((_, i) => stances[i].Side != side)];
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
