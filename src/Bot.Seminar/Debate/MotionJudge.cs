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
        var weights = ChooseWeights(vector is not null);
        var odds = weights.Intercept
            + words.Distinct().Sum(word => weights.Words.GetValueOrDefault(word))
            + words.Take(1).Sum(word => weights.FirstWord.GetValueOrDefault(word))
            + SentenceShape.Of(sentence, words).Sum(feature => feature.Value * weights.Shape.GetValueOrDefault(feature.Name));
        if (vector is { } read && weights.Vector.Length > 0)
        {
            odds += TensorPrimitives.Dot(weights.Vector, read.Span);
        }

        return ToProbability(odds);
    }

    /// <summary>Whether the network should read a sentence with this probability.</summary>
    /// <param name="probability">The result of <see cref="Judge"/>.</param>
    /// <param name="hasVector">Whether it was given a vector.</param>
    public bool IsLikely(double probability, bool hasVector) => probability >= ChooseWeights(hasVector).LikelyAt;

    /// <summary>The probability after the network has read the sentence.</summary>
    /// <param name="probability">The result of <see cref="Judge"/>.</param>
    /// <param name="networkOdds">The network's log odds; null if it has not read the sentence.</param>
    /// <param name="hasVector">Whether the sentence has a vector.</param>
    public double Combine(double probability, double? networkOdds, bool hasVector)
    {
        var both = ChooseWeights(hasVector).WithNetwork;
        return networkOdds is { } odds
            ? ToProbability(both.Intercept + (both.Sentence * Math.Log(probability / (1 - probability))) + (both.Network * odds))
            : probability;
    }

    /// <summary>Whether a sentence is proposed.</summary>
    /// <param name="probability">The result of <see cref="Combine"/>.</param>
    /// <param name="isRead">Whether the network has read it.</param>
    /// <param name="hasVector">Whether it has a vector.</param>
    public bool Proposes(double probability, bool isRead, bool hasVector)
    {
        var weights = ChooseWeights(hasVector);
        return probability >= (isRead ? weights.WithNetwork.ProposeAt : weights.ProposeAt);
    }

    private MotionWeights ChooseWeights(bool hasVector) => knowsVectors && hasVector ? model.WithVector : model.WithoutVector;

    private static double ToProbability(double odds) => 1 / (1 + Math.Exp(-odds));
}
