namespace Bot.Evaluation.Metrics;

/// <summary>Average precision of scored predictions.</summary>
internal static class AveragePrecision
{
    /// <summary>
    /// The mean of the precision at each right prediction. Predictions with equal scores count together, as in scikit-learn's
    /// <c>average_precision_score</c>. 0 if nothing is right.
    /// </summary>
    public static double Of(IEnumerable<(double Score, bool Right)> predictions)
    {
        var seen = 0;
        var right = 0;
        var sum = 0.0;
        foreach (var tied in predictions.GroupBy(prediction => prediction.Score).OrderByDescending(group => group.Key))
        {
            var rightHere = tied.Count(prediction => prediction.Right);
            seen += tied.Count();
            right += rightHere;
            sum += rightHere * ((double)right / seen);
        }

        return right == 0 ? 0 : sum / right;
    }
}
