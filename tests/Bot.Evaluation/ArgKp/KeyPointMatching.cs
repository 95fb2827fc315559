using Bot.Evaluation.Engines;
using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.ArgKp;

/// <summary>
/// The first track of the KPA-2021 shared task (Friedman-Melamed and others, ArgMining 2021): each argument gets the key point
/// of its topic and side that scores best; the more confident half of a topic side's arguments counts; its average precision
/// is averaged over all topic sides.
/// </summary>
internal static class KeyPointMatching
{
    private const double ConfidentShare = 0.5;

    /// <summary>Matches arguments to key points with one engine.</summary>
    public static async Task<MatchingFigures> MeasureAsync(ArgKpFolder folder, EngineChoice choice, CancellationToken cancellationToken)
    {
        using var engine = choice.Open();
        await engine.IndexAsync(folder.KeyPoints.Select(point => new CorpusDocument(point.Id, "", point.Text)), cancellationToken);
        var sideOf = folder.KeyPoints.ToDictionary(point => point.Id, point => point.Side);
        var (strict, relaxed) = (new List<double>(), new List<double>());
        foreach (var arguments in folder.Arguments.GroupBy(argument => argument.Side))
        {
            var all = new List<KeyPointMatch>();
            foreach (var argument in arguments)
            {
                all.Add(await MatchAsync(argument, engine, sideOf, cancellationToken));
            }

            var matches = all.OrderByDescending(match => match.Confidence).Take((int)(all.Count * ConfidentShare)).ToList();
            strict.Add(Precision(matches, folder, undecidedIsRight: false));
            relaxed.Add(Precision(matches, folder, undecidedIsRight: true));
        }

        return new MatchingFigures(choice.Name, strict.Average(), relaxed.Average());
    }

    private static async Task<KeyPointMatch> MatchAsync(
        Statement argument, IRankingEngine engine, Dictionary<string, TopicSide> sideOf, CancellationToken cancellationToken)
    {
        var best = await engine.RankAsync(argument.Text, 1, id => sideOf[id] == argument.Side, cancellationToken);
        return best.Count == 0
            ? new KeyPointMatch(argument.Id, null, 0)
            : new KeyPointMatch(argument.Id, best[0].Id, best[0].Confidence);
    }

    private static double Precision(List<KeyPointMatch> matches, ArgKpFolder folder, bool undecidedIsRight)
    {
        // An argument without a match in the more confident half is ranked first and wrong, so that it cannot raise precision.
        return AveragePrecision.Of(matches.Select(match => match.KeyPoint is { } keyPoint
            ? (match.Confidence, folder.Labels.GetValueOrDefault((match.Argument, keyPoint), undecidedIsRight))
            : (double.MaxValue, false)));
    }

    private readonly record struct KeyPointMatch(string Argument, string? KeyPoint, double Confidence);
}

/// <summary>Mean average precision, 0 to 1.</summary>
/// <param name="Engine">The engine.</param>
/// <param name="Strict">Pairs on which the annotators did not agree count as wrong.</param>
/// <param name="Relaxed">They count as right.</param>
internal sealed record MatchingFigures(string Engine, double Strict, double Relaxed);
