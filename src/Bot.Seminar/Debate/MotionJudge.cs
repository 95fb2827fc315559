using System.Numerics.Tensors;
using Bot.Library.Embeddings;

namespace Bot.Seminar.Debate;

/// <summary>Judges by trained weights whether a class can debate what a sentence says.</summary>
/// <param name="model">The weights.</param>
/// <param name="sentences">The model that the shelf's vectors are of; the judge reads those of the model that it was fitted on.</param>
internal sealed class MotionJudge(MotionModel model, SentenceModel sentences)
{
    private readonly bool knowsVectors = sentences.Id == model.Model;

    /// <summary>How likely a class can debate it: 0 is surely not, 1 is surely.</summary>
    /// <param name="sentence">An English sentence.</param>
    /// <param name="vector">Its vector by the shelf's model; null where it has none.</param>
    public double Judge(string sentence, ReadOnlyMemory<float>? vector)
    {
        var words = SentenceShape.Words(sentence);
        var weights = WeightsFor(vector);
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

    /// <summary>Whether a sentence so judged is proposed.</summary>
    /// <param name="probability">What <see cref="Judge"/> gave.</param>
    /// <param name="vector">What it was given.</param>
    public bool Proposes(double probability, ReadOnlyMemory<float>? vector) => probability >= WeightsFor(vector).ProposeAt;

    private MotionWeights WeightsFor(ReadOnlyMemory<float>? vector) => knowsVectors && vector is not null ? model.WithVector : model.WithoutVector;
}
