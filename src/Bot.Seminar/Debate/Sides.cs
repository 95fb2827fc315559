using Bot.Library.Search;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>What the readings say for a motion and against it.</summary>
/// <param name="For">At most two passages, the best first.</param>
/// <param name="Against">The same.</param>
internal sealed record Sides(IReadOnlyList<Passage> For, IReadOnlyList<Counterargument> Against)
{
    /// <summary>How many passages a side has in a full prompt.</summary>
    public const int Full = 2;

    /// <summary>Whether both sides have all the passages of a full prompt.</summary>
    public bool AreFull => For.Count == Full && Against.Count == Full;

    /// <summary>Whether there is something on either side.</summary>
    public bool AreTaken => For.Count > 0 && Against.Count > 0;

    /// <summary>Finds both sides of a motion.</summary>
    public static Sides Of(ReadingIndex index, Motion motion)
    {
        var found = ArgumentSearch.Run(index, new Claim(motion.Claim, index.Lexicon));
        var against = found.Against
            .Where(counter => counter.Passage.Reading.Id != motion.Reading.Id || counter.Origin == Origin.Concession)
            .Where(counter => !MeetsContext(motion, counter.Passage))
            .DistinctBy(counter => PlaceOf(counter.Passage))
            .Take(Full)
            .ToList();
        var support = found.For
            .Where(passage => !MeetsContext(motion, passage) && !against.Exists(counter => PlaceOf(counter.Passage) == PlaceOf(passage)))
            .DistinctBy(PlaceOf)
            .Take(Full);
        return new Sides([.. support], against);
    }

    private static (string Reading, int Paragraph) PlaceOf(Passage passage) => (passage.Reading.Id.Value, passage.Paragraph.Number);

    // With the sentence before it, which is quoted too where the passage leans on it.
    private static bool MeetsContext(Motion motion, Passage passage) =>
        ReferenceEquals(passage.Paragraph, motion.Paragraph)
        && passage.Last >= motion.ContextFirst
        && Quotation.OfAll([passage])[0].Citation.Sentence <= motion.ContextLast;
}
