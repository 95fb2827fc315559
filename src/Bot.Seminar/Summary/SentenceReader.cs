using System.Numerics.Tensors;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Summary;

/// <summary>Collects the sentences of a text for a summary, with their centrality.</summary>
internal static class SentenceReader
{
    /// <summary>The sentences of a reading's body paragraphs, in reading order. Takes linear time.</summary>
    /// <param name="index">The index with the reading.</param>
    /// <param name="reading">The reading.</param>
    /// <param name="accepts">Which paragraphs; null for all.</param>
    public static IReadOnlyList<SummarySentence> Read(RetrievalIndex index, Reading reading, Func<Paragraph, bool>? accepts = null)
    {
        var sentences = index.SpaceOf(reading).Sentences
            .Where(sentence => sentence.Paragraph.Role == ParagraphRole.Body && (accepts?.Invoke(sentence.Paragraph) ?? true))
            .ToList();
        if (sentences.Count == 0)
        {
            return [];
        }

        // The centre of the text is the mean of all vectors (Radev et al. 2004).
        var centre = new float[sentences[0].Vector.Length];
        foreach (var sentence in sentences)
        {
            sentence.AddVectorTo(centre);
        }

        TensorPrimitives.Divide(centre, Math.Max(TensorPrimitives.Norm<float>(centre), float.Epsilon), centre);
        return [.. sentences.Select(sentence => new SummarySentence(reading, sentence) { Centrality = sentence.CosineWith(centre) })];
    }
}
