using MathNet.Numerics.LinearAlgebra;

namespace Bot.Evaluation.Fitting;

/// <summary>
/// Fits weights of a ranking: the probability that a right candidate is chosen, by the softmax of the weighted features over all candidates of a
/// search, is to be as high as it can be (McFadden 1974). A penalty on the square of each weight's distance from its start keeps few searches from
/// pulling it far (L2).
/// </summary>
internal static class ConditionalLogit
{
    /// <summary>Fits.</summary>
    /// <param name="choices">Searches; those without a right or without a wrong candidate teach nothing.</param>
    /// <param name="start">The weights that the penalty pulls to.</param>
    /// <param name="penalty">How strongly it pulls.</param>
    public static double[] Fit(IReadOnlyList<Choice> choices, double[] start, double penalty)
    {
        var origin = Vector<double>.Build.DenseOfArray(start);
        var telling = choices.Where(choice => choice.IsRight.Contains(true) && choice.IsRight.Contains(false)).ToList();
        return Descent.Minimize(
            weights =>
            {
                var distance = weights - origin;
                var (loss, gradient) = (penalty / 2 * (distance * distance), distance * penalty);
                foreach (var choice in telling)
                {
                    var scores = choice.Features * weights;
                    var (all, expected) = Softmax(scores, choice.Features, _ => true);
                    var (right, expectedRight) = Softmax(scores, choice.Features, i => choice.IsRight[i]);
                    loss += all - right;
                    gradient += expected - expectedRight;
                }

                return (loss, gradient);
            },
            origin).ToArray();
    }

    // The logarithm of the summed exponentials, and the features' mean under the softmax.
    private static (double LogSum, Vector<double> Mean) Softmax(Vector<double> scores, Matrix<double> features, Func<int, bool> counts)
    {
        var chosen = Enumerable.Range(0, scores.Count).Where(counts).ToList();
        var highest = chosen.Max(i => scores[i]);
        var sum = chosen.Sum(i => Math.Exp(scores[i] - highest));
        var mean = Vector<double>.Build.Dense(features.ColumnCount);
        foreach (var i in chosen)
        {
            mean += features.Row(i) * (Math.Exp(scores[i] - highest) / sum);
        }

        return (highest + Math.Log(sum), mean);
    }
}

/// <summary>One search.</summary>
/// <param name="Features">A row for each candidate.</param>
/// <param name="IsRight">Which candidates are right.</param>
internal sealed record Choice(Matrix<double> Features, bool[] IsRight);
