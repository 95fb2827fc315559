using Bot.Library.Lexicons;
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

    // A prompt needs plainer signs than a reply to somebody who asked.
    private const double Plain = 0.4;
    private const double LeastCoverage = 0.28;
    private const int ReasonsBehind = 3;
    private const int FewestSpacesOfReason = 7;

    /// <summary>Whether both sides have all the passages of a full prompt.</summary>
    public bool AreFull => For.Count == Full && Against.Count == Full;

    /// <summary>Whether there is something on either side, and on one as much as a full prompt has.</summary>
    public bool AreGood => For.Count > 0 && Against.Count > 0 && For.Count + Against.Count > Full;

    /// <summary>Finds both sides of a motion.</summary>
    public static Sides Of(ReadingIndex index, Motion motion)
    {
        var found = ArgumentSearch.Run(index, new Claim(motion.Core, index.Lexicon));
        var against = found.Against
            .Where(counter => counter.Passage.Reading.Id != motion.Reading.Id || counter.Origin == Origin.Concession)
            .Where(counter => counter.Bearing >= Plain && counter.Coverage >= LeastCoverage && !MeetsContext(motion, counter.Passage))
            .DistinctBy(counter => PlaceOf(counter.Passage))
            .Take(Full)
            .ToList();
        var plain = found.For.Where(support => support.Bearing >= Plain && support.Coverage >= LeastCoverage).Select(support => support.Passage);
        var support = plain.Concat(Reasons(motion, index.Lexicon))
            .Where(passage => !MeetsContext(motion, passage) && !found.Against.Any(counter => Overlap(counter.Passage, passage)))
            .DistinctBy(passage => (PlaceOf(passage), passage.First))
            .Take(Full);
        return new Sides([.. support], against);
    }

    // Authors give their reasons right behind what they maintain.
    private static IEnumerable<Passage> Reasons(Motion motion, Lexicon lexicon) => Enumerable
        .Range(motion.ContextLast + 1, Math.Max(0, Math.Min(ReasonsBehind, motion.Paragraph.Sentences.Count - motion.ContextLast)))
        .Where(number => IsReason(motion.Paragraph.Quote(number, number), lexicon))
        .Select(number => new Passage(motion.Reading, motion.Paragraph, number, number, 0));

    private static bool IsReason(string sentence, Lexicon lexicon) =>
        !sentence.EndsWith('?')
        && sentence.Count(char.IsWhiteSpace) >= FewestSpacesOfReason
        && Concession.In(lexicon, sentence) is null
        && !lexicon.Discourse.Match(sentence).Any(cue => cue.Role == DiscourseRole.Rebuttal && cue.Start == 0);

    private static bool Overlap(Passage one, Passage other) =>
        ReferenceEquals(one.Paragraph, other.Paragraph) && one.First <= other.Last && other.First <= one.Last;

    private static (string Reading, int Paragraph) PlaceOf(Passage passage) => (passage.Reading.Id.Value, passage.Paragraph.Number);

    // With the sentence before it, which is quoted too where the passage leans on it.
    private static bool MeetsContext(Motion motion, Passage passage) =>
        ReferenceEquals(passage.Paragraph, motion.Paragraph)
        && passage.Last >= motion.ContextFirst
        && Quotation.OfAll([passage])[0].Citation.Sentence <= motion.ContextLast;
}
