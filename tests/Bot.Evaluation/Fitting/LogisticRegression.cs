using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Statistics;

namespace Bot.Evaluation.Fitting;

/// <summary>Fits the log odds of an event as a weighted sum, with an L2 penalty on all weights except the first.</summary>
internal static class LogisticRegression
{
    /// <summary>Fits.</summary>
    /// <param name="rows">The features of each case; the first is always 1.</param>
    /// <param name="happened">Whether the event happened.</param>
    /// <param name="penalty">The strength of the penalty, with standardised features.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<bool> happened, double penalty)
    {
        var features = Matrix<double>.Build.DenseOfRowArrays(rows);
        var scales = Vector<double>.Build.DenseOfEnumerable(
            features.EnumerateColumns().Select((column, i) => i == 0 || column.PopulationStandardDeviation() is < 1e-9 ? 1 : column.PopulationStandardDeviation()));
        var scaled = Matrix<double>.Build.Dense(features.RowCount, features.ColumnCount, (row, column) => features[row, column] / scales[column]);
        var outcomes = Vector<double>.Build.DenseOfEnumerable(happened.Select(value => value ? 1.0 : 0.0));
        var weights = Descent.Minimize(
            weights =>
            {
                var odds = scaled * weights;
                var penalized = weights.Clone();
                penalized[0] = 0;
                var loss = odds.Select((value, i) => Softplus(value) - (outcomes[i] * value)).Sum() + (penalty / 2 * (penalized * penalized));
                var errors = odds.Map(value => 1 / (1 + Math.Exp(-value))) - outcomes;
                return (loss, scaled.TransposeThisAndMultiply(errors) + (penalized * penalty));
            },
            Vector<double>.Build.Dense(features.ColumnCount));
        return weights.PointwiseDivide(scales).ToArray();
    }

    private static double Softplus(double value) => value > 0 ? value + Math.Log(1 + Math.Exp(-value)) : Math.Log(1 + Math.Exp(value));
}
