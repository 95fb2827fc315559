using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bot.Library;
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
    /// The motion that people mean by what they write: its words, the place of its sentence (<c>case-for-pressure ¶4.1</c>), or else a
    /// motion of their own.
    /// </summary>
    public static PlannedMotion Named(ShelfSnapshot snapshot, string text)
    {
        var pool = Of(snapshot, []);
        var words = PlannedMotion.Folded(PlannedMotion.ClaimOf(text));
        return pool.Motions.FirstOrDefault(motion => PlannedMotion.Folded(motion.Motion.Claim) == words)
            ?? AtPlace(snapshot, pool, text)
            ?? PlannedMotion.Written(snapshot, text);
    }

    private static PlannedMotion? AtPlace(ShelfSnapshot snapshot, MotionPool pool, string text)
    {
        var place = TypedPlace.Parse(text);
        return place is { Anchor: { } anchor, Name: { } name } && ReadingNames.Matches(snapshot.Readings, name) is [var reading]
            ? pool.Motions.FirstOrDefault(motion => motion.Motion.Reading.Id == reading.Id
                && motion.Motion.Paragraph.Number == anchor.Paragraph
                && (anchor.Sentence is null || motion.Motion.Number == anchor.Sentence))
            : null;
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
