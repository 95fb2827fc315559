using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Debate;

/// <summary>Finds the sentences of readings that can be a motion.</summary>
internal sealed class MotionFinder(MotionJudge judge)
{
    /// <summary>The motions of a reading, in reading order; empty for a language that the model does not support.</summary>
    /// <param name="snapshot">The snapshot with the reading.</param>
    /// <param name="reading">The reading.</param>
    public IReadOnlyList<Motion> Find(ShelfSnapshot snapshot, Reading reading)
    {
        if (reading.Language != ReadingLanguage.English)
        {
            return [];
        }

        var space = snapshot.Index.SpaceOf(reading);
        return [.. space.Sentences
            .Where(sentence => sentence.Paragraph.Role == ParagraphRole.Body)
            .Select(sentence => MotionOf(reading, sentence, space.IsByMeaning))
            .OfType<Motion>()];
    }

    private Motion? MotionOf(Reading reading, SpaceSentence sentence, bool isByMeaning)
    {
        if (MotionSentence.ClaimOf(sentence.Text) is not { } claim)
        {
            return null;
        }

        ReadOnlyMemory<float>? vector = isByMeaning ? sentence.Vector : default(ReadOnlyMemory<float>?);
        var probability = judge.Judge($"{claim}.", vector);
        return judge.Proposes(probability, vector)
            ? new Motion(reading, sentence.Paragraph, sentence.Number, claim) { Probability = probability }
            : null;
    }
}
