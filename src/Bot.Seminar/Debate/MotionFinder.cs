using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;

namespace Bot.Seminar.Debate;

/// <summary>
/// Finds the claims of readings that can be a motion, which are sentences or parts of long ones: a fast judge reads all, and a network the likeliest. The
/// motions of a reading are kept as long as the reading.
/// </summary>
internal sealed class MotionFinder(MotionJudge judge, MotionNetwork network) : IDisposable
{
    // The network reads as many of a reading in about a second on one processor.
    private const int MaxSentences = 100;
    private const int MaxParts = 50;

    // The network is loaded once for so many readings, and what it has read of them is kept even if the next ones are cancelled.
    private const int ReadingsAtOnce = 4;

    private readonly ConditionalWeakTable<Reading, Found> known = [];
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The motions of some readings, in reading order; none for a language that the model does not support.</summary>
    /// <param name="snapshot">The snapshot with the readings.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<Motion>> FindAsync(ShelfSnapshot snapshot, IEnumerable<Reading> readings, CancellationToken cancellationToken)
    {
        var english = readings.Where(reading => reading.Language == ReadingLanguage.English).ToList();
        foreach (var unread in english.Where(reading => FindKnown(snapshot, reading) is null).Chunk(ReadingsAtOnce))
        {
            await turn.WaitAsync(cancellationToken);
            try
            {
                // Another request can have read some of them in the meantime.
                await ReadAsync(snapshot, [.. unread.Where(reading => FindKnown(snapshot, reading) is null)], cancellationToken);
            }
            finally
            {
                turn.Release();
            }
        }

        return [.. english.SelectMany(reading => FindKnown(snapshot, reading) ?? [])];
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    // What was found with vectors is better than what was found without them.
    private IReadOnlyList<Motion>? FindKnown(ShelfSnapshot snapshot, Reading reading) =>
        known.TryGetValue(reading, out var found) && (found.IsByMeaning || !snapshot.Index.IsByMeaning(reading)) ? found.Motions : null;

    private async Task ReadAsync(ShelfSnapshot snapshot, IReadOnlyList<Reading> readings, CancellationToken cancellationToken)
    {
        var likely = new List<List<Candidate>>();
        foreach (var reading in readings)
        {
            cancellationToken.ThrowIfCancellationRequested();
            likely.Add(FindLikely(snapshot, reading));
        }

        string[] claims = [.. likely.SelectMany(candidates => candidates).Select(candidate => $"{candidate.Motion.Claim}.")];
        var odds = await network.ScoreAsync(claims, cancellationToken);
        var first = 0;
        foreach (var (reading, candidates) in readings.Zip(likely))
        {
            known.AddOrUpdate(reading, new Found(snapshot.Index.IsByMeaning(reading), Choose(candidates, odds?[first..(first + candidates.Count)])));
            first += candidates.Count;
        }
    }

    private List<Candidate> FindLikely(ShelfSnapshot snapshot, Reading reading)
    {
        var space = snapshot.Index.SpaceOf(reading);
        var body = space.Sentences.Where(sentence => sentence.Paragraph.Role == ParagraphRole.Body).ToList();
        var sentences = body.SelectMany(sentence => JudgeSentence(reading, sentence, space.IsByMeaning));
        var parts = network.IsEnabled ? body.SelectMany(sentence => JudgeParts(reading, sentence)) : [];
        return [.. TakeLikely(sentences, MaxSentences), .. TakeLikely(parts, MaxParts)];
    }

    private IEnumerable<Candidate> JudgeSentence(Reading reading, SpaceSentence sentence, bool isByMeaning) =>
        MotionSentence.ClaimOf(sentence.Text) is { } claim
            ? [Judge(reading, sentence, claim, isByMeaning ? sentence.CopyVector() : default(ReadOnlyMemory<float>?))]
            : [];

    // A part has no vector, so it is only proposed after the network has read it.
    private IEnumerable<Candidate> JudgeParts(Reading reading, SpaceSentence sentence) =>
        MotionSentence.ClaimsOfParts(sentence.Text).Select(claim => Judge(reading, sentence, claim, vector: null) with { IsPart = true });

    private Candidate Judge(Reading reading, SpaceSentence sentence, string claim, ReadOnlyMemory<float>? vector)
    {
        var probability = judge.Judge($"{claim}.", vector);
        return new Candidate(new Motion(reading, sentence.Paragraph, sentence.Number, claim) { Probability = probability }, vector is not null);
    }

    private IEnumerable<Candidate> TakeLikely(IEnumerable<Candidate> candidates, int count) => candidates
        .Where(candidate => judge.IsLikely(candidate.Motion.Probability, candidate.HasVector))
        .OrderByDescending(candidate => candidate.Motion.Probability)
        .Take(count);

    // Of a sentence and its parts, the likeliest.
    private IReadOnlyList<Motion> Choose(List<Candidate> candidates, double[]? odds) =>
    [
        .. candidates
            .Select((candidate, i) => candidate with { Motion = Combine(candidate, odds?[i]) })
            .Where(candidate => odds is not null || !candidate.IsPart)
            .Where(candidate => judge.Proposes(candidate.Motion.Probability, odds is not null, candidate.HasVector))
            .Select(candidate => candidate.Motion)
            .GroupBy(motion => (motion.Paragraph.Number, motion.Number))
            .OrderBy(ofSentence => ofSentence.Key)
            .Select(ofSentence => ofSentence.MaxBy(motion => motion.Probability)!),
    ];

    private Motion Combine(Candidate candidate, double? odds) => candidate.Motion with
    {
        Probability = judge.Combine(candidate.Motion.Probability, odds, candidate.HasVector),
    };

    /// <summary>A claim that may become a motion, and whether the fast judge knew its vector.</summary>
    private sealed record Candidate(Motion Motion, bool HasVector)
    {
        /// <summary>Whether it is only a part of its sentence.</summary>
        public bool IsPart { get; init; }
    }

    /// <summary>The motions of a reading, one for each sentence at most.</summary>
    /// <param name="IsByMeaning">Whether its sentences had vectors.</param>
    /// <param name="Motions">The motions.</param>
    private sealed record Found(bool IsByMeaning, IReadOnlyList<Motion> Motions);
}
