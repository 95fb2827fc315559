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

    private readonly ConditionalWeakTable<Reading, Found> known = [];
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>The motions of some readings, in reading order; none for a language that the model does not support.</summary>
    /// <param name="snapshot">The snapshot with the readings.</param>
    /// <param name="readings">The readings.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<Motion>> FindAsync(ShelfSnapshot snapshot, IEnumerable<Reading> readings, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            var found = readings.Where(reading => reading.Language == ReadingLanguage.English).Select(reading => FindLikely(snapshot, reading)).ToList();
            await ReadAsync([.. found.Where(reading => reading.Candidates is not null)], cancellationToken);
            return [.. found.SelectMany(reading => reading.Motions)];
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => turn.Dispose();

    private Found FindLikely(ShelfSnapshot snapshot, Reading reading)
    {
        var space = snapshot.Index.SpaceOf(reading);
        if (!known.TryGetValue(reading, out var found) || found.IsByMeaning != space.IsByMeaning)
        {
            var body = space.Sentences.Where(sentence => sentence.Paragraph.Role == ParagraphRole.Body).ToList();
            var sentences = body.SelectMany(sentence => JudgeSentence(reading, sentence, space.IsByMeaning));
            var parts = network.IsEnabled ? body.SelectMany(sentence => JudgeParts(reading, sentence)) : [];
            found = new Found(space.IsByMeaning, [.. TakeLikely(sentences, MaxSentences), .. TakeLikely(parts, MaxParts)]);
            known.AddOrUpdate(reading, found);
        }

        return found;
    }

    private IEnumerable<Candidate> JudgeSentence(Reading reading, SpaceSentence sentence, bool isByMeaning) =>
        MotionSentence.ClaimOf(sentence.Text) is { } claim
            ? [Judge(reading, sentence, claim, isByMeaning ? sentence.Vector : default(ReadOnlyMemory<float>?))]
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

    private async Task ReadAsync(IReadOnlyList<Found> unread, CancellationToken cancellationToken)
    {
        string[] claims = [.. unread.SelectMany(reading => reading.Candidates ?? []).Select(candidate => $"{candidate.Motion.Claim}.")];
        var odds = await network.ScoreAsync(claims, cancellationToken);
        var next = 0;
        foreach (var reading in unread)
        {
            // Of a sentence and its parts, the likeliest.
            reading.Motions =
            [
                .. (reading.Candidates ?? [])
                    .Select(candidate => candidate with { Motion = Combine(candidate, odds?[next++]) })
                    .Where(candidate => odds is not null || !candidate.IsPart)
                    .Where(candidate => judge.Proposes(candidate.Motion.Probability, odds is not null, candidate.HasVector))
                    .Select(candidate => candidate.Motion)
                    .GroupBy(motion => (motion.Paragraph.Number, motion.Number))
                    .OrderBy(ofSentence => ofSentence.Key)
                    .Select(ofSentence => ofSentence.MaxBy(motion => motion.Probability)!),
            ];
            reading.Candidates = null;
        }
    }

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

    /// <summary>What is known about a reading.</summary>
    /// <param name="isByMeaning">Whether its sentences had vectors.</param>
    /// <param name="candidates">The claims for the network to read.</param>
    private sealed class Found(bool isByMeaning, IReadOnlyList<Candidate> candidates)
    {
        public bool IsByMeaning => isByMeaning;

        /// <summary>The claims that the network has not read yet; null afterwards.</summary>
        public IReadOnlyList<Candidate>? Candidates { get; set; } = candidates;

        /// <summary>The motions, one for each sentence at most; empty until the candidates are read.</summary>
        public IReadOnlyList<Motion> Motions { get; set; } = [];
    }
}
