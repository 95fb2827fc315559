using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;
using Bot.Seminar.Debate;

namespace Bot.Seminar.Planning;

/// <summary>All motions of some readings, in the order of the readings. Made once for each state of the shelf.</summary>
internal sealed class MotionPool
{
    // The search for motions looks through so many readings at once.
    private const int ReadingsAtOnce = 40;

    private static readonly ConditionalWeakTable<ShelfSnapshot, ConcurrentDictionary<string, MotionPool>> Pools = [];

    private readonly Dictionary<string, PlannedMotion> byId;

    private MotionPool(IReadOnlyList<PlannedMotion> motions)
    {
        Motions = motions;
        byId = motions.ToDictionary(motion => motion.Id);
        Stamp = ChoiceStamps.Hash(string.Concat(motions.Select(motion => $"{motion.Id}{motion.Motion.Reading.Id}{motion.Motion.Paragraph.Number}")));
    }

    /// <summary>The motions, each once.</summary>
    public IReadOnlyList<PlannedMotion> Motions { get; }

    /// <summary>Differs when the motions do.</summary>
    public string Stamp { get; }

    /// <summary>The motions of these readings; of all where none are named. A reading that is not served is passed over.</summary>
    public static MotionPool Of(ShelfSnapshot snapshot, IReadOnlyList<string> readings) => Pools
        .GetValue(snapshot, _ => new ConcurrentDictionary<string, MotionPool>())
        .GetOrAdd(string.Join(',', readings), _ => Make(snapshot, readings));

    /// <summary>The motion of an id; null where no reading holds it any longer.</summary>
    public PlannedMotion? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>
    /// The motion that a teacher means: the place of a sentence (<c>case-for-pressure ¶4.1</c>), its words, or a motion of their own.
    /// </summary>
    /// <returns>The motion, or what is wrong with the place.</returns>
    public static (PlannedMotion? Motion, string Problem) Typed(ShelfSnapshot snapshot, string text)
    {
        var place = TypedPlace.Parse(text);
        return place is { Anchor: { } anchor, Name: { } name } && ReadingNames.Matches(snapshot.Readings, name) is [var reading]
            ? AtPlace(snapshot, reading, anchor)
            : (Named(snapshot, text), "");
    }

    /// <summary>The motion of these words: one that a reading holds, or else one that somebody wrote.</summary>
    public static PlannedMotion Named(ShelfSnapshot snapshot, string text)
    {
        var words = PlannedMotion.Folded(PlannedMotion.ClaimOf(text));
        return Of(snapshot, []).Motions.FirstOrDefault(motion => PlannedMotion.Folded(motion.Motion.Claim) == words)
            ?? WithWords(snapshot, text)
            ?? PlannedMotion.Written(snapshot, text);
    }

    // Whoever names a sentence may debate it, also where the plan would not have chosen it.
    private static (PlannedMotion? Motion, string Problem) AtPlace(ShelfSnapshot snapshot, Reading reading, Anchor anchor)
    {
        var planned = Of(snapshot, []).Motions.FirstOrDefault(motion => motion.Motion.Reading.Id == reading.Id
            && motion.Motion.Paragraph.Number == anchor.Paragraph
            && (anchor.Sentence is null || motion.Motion.Number == anchor.Sentence));
        if (planned is not null)
        {
            return (planned, "");
        }

        if (reading.Find(anchor.Paragraph) is not { } paragraph || anchor.Sentence > paragraph.Sentences.Count)
        {
            return (null, $"{reading.Id} has no {anchor}. “show {reading.Id} ¶N” shows what stands where.");
        }

        return anchor.Sentence is { } number
            ? (PlannedMotion.OfSentence(snapshot, reading, paragraph, number), "")
            : (null, $"No sentence of ¶{anchor.Paragraph} in {reading.Id} says in itself what ought to be done. Name the one that you mean: {reading.Id} ¶{anchor.Paragraph}.1");
    }

    private static PlannedMotion? WithWords(ShelfSnapshot snapshot, string text)
    {
        foreach (var reading in snapshot.Readings)
        {
            foreach (var paragraph in reading.Paragraphs.Where(paragraph => paragraph.Text.Contains(text, StringComparison.Ordinal)))
            {
                for (var number = 1; number <= paragraph.Sentences.Count; number++)
                {
                    if (paragraph.Quote(number, number) == text)
                    {
                        return PlannedMotion.OfSentence(snapshot, reading, paragraph, number);
                    }
                }
            }
        }

        return null;
    }

    private static MotionPool Make(ShelfSnapshot snapshot, IReadOnlyList<string> readings)
    {
        var meant = snapshot.Readings.Where(reading => readings.Count == 0 || readings.Contains(reading.Id.Value));
        var motions = meant
            .Chunk(ReadingsAtOnce)
            .SelectMany(some => MotionSearch.Any(snapshot with { Readings = some }, new Random(1)))
            .OrderBy(motion => motion.Reading.Id.Value, StringComparer.Ordinal)
            .ThenBy(motion => motion.Paragraph.Number)
            .ThenBy(motion => motion.Number)
            .Select(motion => PlannedMotion.Of(snapshot, motion))
            .DistinctBy(motion => motion.Id);
        return new MotionPool([.. motions]);
    }
}
