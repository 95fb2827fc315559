using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.DailyDebates.Planning;

/// <summary>All motions of some readings, each once, in the order of the readings.</summary>
internal sealed class MotionPool
{
    private readonly Dictionary<string, PlannedMotion> byId;

    /// <param name="motions">The motions in the order of the readings; of several with the same id the first is used.</param>
    public MotionPool(IEnumerable<PlannedMotion> motions)
    {
        Motions = [.. motions.DistinctBy(motion => motion.Id)];
        byId = Motions.ToDictionary(motion => motion.Id);
        Stamp = ChoiceStamps.Hash(string.Concat(Motions.Select(motion => $"{motion.Id}{motion.Motion.Reading.Id}{motion.Motion.Paragraph.Number}")));
    }

    /// <summary>The motions.</summary>
    public IReadOnlyList<PlannedMotion> Motions { get; }

    /// <summary>A hash of the motions.</summary>
    public string Stamp { get; }

    /// <summary>The motion of an id; null if no reading contains it any longer.</summary>
    public PlannedMotion? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The motion with these words; null if no reading contains it.</summary>
    public PlannedMotion? FindByWords(string text)
    {
        var words = BareText.Of(PlannedMotion.ClaimOf(text));
        return Motions.FirstOrDefault(motion => BareText.Of(motion.Motion.Claim) == words);
    }

    /// <summary>The first motion at a place; null if there is none.</summary>
    public PlannedMotion? FindAt(Reading reading, Anchor anchor) => Motions.FirstOrDefault(motion =>
        motion.Motion.Reading.Id == reading.Id
        && motion.Motion.Paragraph.Number == anchor.Paragraph
        && (anchor.Sentence is null || motion.Motion.Number == anchor.Sentence));
}
