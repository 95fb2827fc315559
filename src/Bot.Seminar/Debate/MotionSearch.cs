using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Debate;

/// <summary>Looks through the readings for sentences that can be a motion.</summary>
internal static class MotionSearch
{
    private const int Paragraphs = 60;

    // A large shelf is sampled: a debate needs one motion, not all of them.
    private const int ReadingsSampled = 40;

    // How much of a topic a sentence must say itself, and how much with its surroundings.
    private const double SaysTopic = 0.5;
    private const double NamesTopic = 0.25;
    private const double StandsInTopic = 0.8;

    /// <summary>Finds motions on any topic.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="chance">Decides the order.</param>
    public static IReadOnlyList<Motion> Any(ShelfSnapshot snapshot, Random chance)
    {
        var readings = snapshot.Readings.ToArray();
        chance.Shuffle(readings);
        var sampled = readings.Take(ReadingsSampled).ToList();
        return Shuffled(sampled, snapshot, chance, sampled.SelectMany(reading => reading.Paragraphs
            .Where(paragraph => paragraph.Role == ParagraphRole.Body)
            .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => (reading, paragraph, i + 1)))));
    }

    /// <summary>Finds motions on a topic.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="topic">The topic; at least one word that says something.</param>
    /// <param name="chance">Decides the order.</param>
    public static IReadOnlyList<Motion> About(ShelfSnapshot snapshot, SearchQuery topic, Random chance)
    {
        var found = PassageSearch.Gather(snapshot.Index, topic, Paragraphs, (_, paragraph) => paragraph.Role == ParagraphRole.Body);
        var sentences = found.Candidates
            .Where(candidate => candidate.First == candidate.Last)
            .Where(candidate => candidate.Coverage >= SaysTopic || (candidate.Coverage >= NamesTopic && candidate.ContextCoverage >= StandsInTopic))
            .OrderBy(candidate => candidate.Reading.Id.Value, StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Paragraph.Number)
            .ThenBy(candidate => candidate.First)
            .ToList();
        return Shuffled(
            [.. sentences.Select(candidate => candidate.Reading).Distinct().Take(ReadingsSampled)],
            snapshot,
            chance,
            sentences.Select(candidate => (candidate.Reading, candidate.Paragraph, candidate.First)));
    }

    private static Motion[] Shuffled(
        List<Reading> readings, ShelfSnapshot snapshot, Random chance, IEnumerable<(Reading Reading, Paragraph Paragraph, int Number)> places)
    {
        var wording = new MotionWording(snapshot.Index.Lexicon, readings);
        var motions = places
            .Select(place => (place, Claim: wording.ClaimOf(place.Paragraph.Quote(place.Number, place.Number))))
            .Where(item => item.Claim is not null)
            .Select(item => new Motion(item.place.Reading, item.place.Paragraph, item.place.Number, item.Claim ?? ""))
            .ToArray();
        chance.Shuffle(motions);
        return motions;
    }
}
