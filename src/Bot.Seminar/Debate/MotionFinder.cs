using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;

namespace Bot.Seminar.Debate;

/// <summary>
/// Finds the sentences of readings that can be a motion: a fast judge reads every sentence, and a network the likeliest ones. The motions of a reading are
/// kept as long as the reading.
/// </summary>
internal sealed class MotionFinder(MotionJudge judge, MotionNetwork network) : IDisposable
{
    // The network reads as many in about a second on one processor.
    private const int MaxRead = 100;

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
            await ReadAsync([.. found.Where(reading => !reading.IsRead)], cancellationToken);
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
            var likely = space.Sentences
                .Where(sentence => sentence.Paragraph.Role == ParagraphRole.Body)
                .Select(sentence => CreateLikely(reading, sentence, space.IsByMeaning))
                .OfType<Motion>()
                .OrderByDescending(motion => motion.Probability)
                .Take(MaxRead)
                .OrderBy(motion => motion.Paragraph.Number)
                .ThenBy(motion => motion.Number);
            found = new Found(space.IsByMeaning) { Motions = [.. likely] };
            known.AddOrUpdate(reading, found);
        }

        return found;
    }

    private Motion? CreateLikely(Reading reading, SpaceSentence sentence, bool isByMeaning)
    {
        if (MotionSentence.ClaimOf(sentence.Text) is not { } claim)
        {
            return null;
        }

        var probability = judge.Judge($"{claim}.", isByMeaning ? sentence.Vector : default(ReadOnlyMemory<float>?));
        return judge.IsLikely(probability, isByMeaning) ? new Motion(reading, sentence.Paragraph, sentence.Number, claim) { Probability = probability } : null;
    }

    private async Task ReadAsync(IReadOnlyList<Found> unread, CancellationToken cancellationToken)
    {
        string[] sentences = [.. unread.SelectMany(reading => reading.Motions).Select(motion => $"{motion.Claim}.")];
        var odds = await network.ScoreAsync(sentences, cancellationToken);
        var next = 0;
        foreach (var reading in unread)
        {
            reading.Motions =
            [
                .. reading.Motions
                    .Select(motion => motion with { Probability = judge.Combine(motion.Probability, odds?[next++], reading.IsByMeaning) })
                    .Where(motion => judge.Proposes(motion.Probability, odds is not null, reading.IsByMeaning)),
            ];
            reading.IsRead = true;
        }
    }

    /// <summary>What is known about a reading.</summary>
    private sealed class Found(bool isByMeaning)
    {
        /// <summary>Whether its sentences had vectors.</summary>
        public bool IsByMeaning => isByMeaning;

        /// <summary>Whether the network has read <see cref="Motions"/>.</summary>
        public bool IsRead { get; set; }

        /// <summary>The sentences to read; afterwards the motions.</summary>
        public required IReadOnlyList<Motion> Motions { get; set; }
    }
}
