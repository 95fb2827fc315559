using System.Numerics.Tensors;
using Bot.Library.Embeddings;

namespace Bot.Seminar.Debate;

/// <summary>Predicts with trained weights whether a class can debate a sentence.</summary>
/// <param name="model">The weights.</param>
/// <param name="sentences">The model of the shelf's vectors; vectors of other models than the trained one are ignored.</param>
internal sealed class MotionJudge(MotionModel model, SentenceModel sentences)
{
    private readonly bool knowsVectors = sentences.Id == model.Model;

    /// <summary>The probability that a class can debate a sentence, from 0 to 1.</summary>
    /// <param name="sentence">An English sentence.</param>
    /// <param name="vector">Its vector; null if it has none.</param>
    public double Judge(string sentence, ReadOnlyMemory<float>? vector)
    {
        var words = SentenceShape.ReadWords(sentence);
        var weights = ChooseWeights(vector);
        var odds = weights.Intercept
            + words.Distinct().Sum(word => weights.Words.GetValueOrDefault(word))
            + words.Take(1).Sum(word => weights.FirstWord.GetValueOrDefault(word))
            + SentenceShape.Of(sentence, words).Sum(feature => feature.Value * weights.Shape.GetValueOrDefault(feature.Name));
        if (vector is { } read && weights.Vector.Length > 0)
        {
            odds += TensorPrimitives.Dot(weights.Vector, read.Span);
        }

        return 1 / (1 + Math.Exp(-odds));
    }

    /// <summary>Whether a sentence with this probability is proposed.</summary>
    /// <param name="probability">The result of <see cref="Judge"/>.</param>
    /// <param name="vector">The vector that was passed to it.</param>
    public bool Proposes(double probability, ReadOnlyMemory<float>? vector) => probability >= ChooseWeights(vector).ProposeAt;

    private MotionWeights ChooseWeights(ReadOnlyMemory<float>? vector) => knowsVectors && vector is not null ? model.WithVector : model.WithoutVector;
}
