using System.Numerics.Tensors;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Summary;

/// <summary>Reads a text for summing up: which sentences it has, and how central each is.</summary>
internal static class SentenceReader
{
    /// <summary>The sentences of some paragraphs of the text itself, in reading order. Linear in their number.</summary>
    /// <param name="index">Covers the reading.</param>
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

        // The mean of all vectors is the centre of the text (Radev et al. 2004).
        var centre = new float[sentences[0].Vector.Length];
        foreach (var sentence in sentences)
        {
            TensorPrimitives.Add(centre, sentence.Vector.Span, centre);
        }

        TensorPrimitives.Divide(centre, Math.Max(TensorPrimitives.Norm<float>(centre), float.Epsilon), centre);
        return [.. sentences.Select(sentence => new SummarySentence(reading, sentence.Paragraph, sentence.Number, sentence.Vector)
        {
            Centrality = TensorPrimitives.Dot(centre, sentence.Vector.Span),
        })];
    }
}
