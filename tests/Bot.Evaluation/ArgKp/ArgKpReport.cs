using Bot.Evaluation.Engines;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.ArgKp;

/// <summary>Compares engines on matching arguments to key points.</summary>
internal static class ArgKpReport
{
    public static async Task RunAsync(
        ArgKpFolder folder, IReadOnlyList<EngineChoice> engines, TextWriter output, CancellationToken cancellationToken)
    {
        var figures = new List<MatchingFigures>();
        foreach (var engine in engines)
        {
            figures.Add(await KeyPointMatching.MeasureAsync(folder, engine, cancellationToken));
        }

        var table = new Table(["", .. figures.Select(figure => figure.Engine)]);
        table.Add(["mAP strict", .. figures.Select(figure => Figure.Share(figure.Strict))]);
        table.Add(["mAP relaxed", .. figures.Select(figure => Figure.Share(figure.Relaxed))]);
        table.Add(["arguments", .. figures.Select(_ => Figure.Whole(folder.Arguments.Count))]);
        table.Write(output);
    }
}
