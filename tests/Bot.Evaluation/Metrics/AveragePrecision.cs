namespace Bot.Evaluation.Metrics;

/// <summary>Average precision of predictions that carry a score.</summary>
internal static class AveragePrecision
{
    /// <summary>
    /// The mean of the precision at each right prediction, predictions of equal score being taken together, which is how
    /// scikit-learn's <c>average_precision_score</c> treats ties. 0 if nothing is right.
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
