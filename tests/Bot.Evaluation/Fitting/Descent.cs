using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.Optimization;

namespace Bot.Evaluation.Fitting;

/// <summary>Minimises a smooth function.</summary>
internal static class Descent
{
    private const double Precision = 1e-6;
    private const int MaxSteps = 1000;

    /// <summary>Searches from a start (BFGS).</summary>
    /// <param name="function">Returns the value and the gradient at a point.</param>
    /// <param name="start">The starting point.</param>
    public static Vector<double> Minimize(Func<Vector<double>, (double Value, Vector<double> Gradient)> function, Vector<double> start)
    {
        if (function(start).Gradient.L2Norm() < Precision)
        {
            return start;
        }

        var minimizer = new BfgsMinimizer(Precision, Precision, Precision, MaxSteps);
        return minimizer.FindMinimum(ObjectiveFunction.Gradient(point => function(point)), start).MinimizingPoint;
    }
}
