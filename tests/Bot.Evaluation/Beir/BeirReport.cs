using Bot.Evaluation.Engines;
using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Beir;

/// <summary>Compares engines on one collection.</summary>
internal static class BeirReport
{
    /// <summary>Measures each engine in turn and prints them side by side.</summary>
    /// <param name="folder">The collection.</param>
    /// <param name="engines">The engines; each is created after the previous one is disposed.</param>
    /// <param name="runFile"> The TREC run file for each engine's rankings; with several engines, each engine's name is added before the extension. Null
    /// for none.
    /// </param>
    /// <param name="output">Receives the table.</param>
    /// <param name="cancellationToken">Cancels the run between two queries.</param>
    public static async Task RunAsync(
        BeirFolder folder,
        IReadOnlyList<EngineChoice> engines,
        string? runFile,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var figures = new List<BeirFigures>();
        foreach (var engine in engines)
        {
            var file = runFile is not null && engines.Count > 1 ? WithName(runFile, engine.Name) : runFile;
            figures.Add(await MeasureAsync(folder, engine, file, cancellationToken));
        }

        Write(figures, output);
    }

    /// <summary>Prints the engines as columns, with a figure in each row.</summary>
    public static void Write(IReadOnlyList<BeirFigures> figures, TextWriter output)
    {
        var table = new Table(["", .. figures.Select(figure => figure.Engine)]);
        AddRow("nDCG@10", figure => Figure.Share(figure.Ndcg10));
        if (figures.Any(figure => figure.BestGradeNdcg10 is not null))
        {
            AddRow("nDCG@10, highest grade only", figure => Figure.Share(figure.BestGradeNdcg10));
        }

        AddRow("recall@10", figure => Figure.Share(figure.Recall10));
        AddRow("recall@100", figure => Figure.Share(figure.Recall100));
        AddRow("MRR@10", figure => Figure.Share(figure.ReciprocalRank10));
        if (figures.Any(figure => figure.SideError5 is not null))
        {
            AddRow("side error@5 (less is better)", figure => Figure.Share(figure.SideError5));
        }

        AddRow("queries", figure => Figure.Whole(figure.Queries));
        AddRow("query p50, µs", figure => Figure.Microseconds(figure.Median));
        AddRow("query p99, µs", figure => Figure.Microseconds(figure.Slowest));
        AddRow("peak memory, MB", figure => Figure.Whole(figure.PeakMegabytes));
        table.Write(output);

        void AddRow(string name, Func<BeirFigures, string> cell) => table.Add([name, .. figures.Select(cell)]);
    }

    private static async Task<BeirFigures> MeasureAsync(
        BeirFolder folder, EngineChoice engine, string? runFile, CancellationToken cancellationToken)
    {
        if (runFile is null)
        {
            return await BeirRun.MeasureAsync(folder, engine, onRanking: null, cancellationToken);
        }

        await using var writer = OutputFile.Create(runFile);
        return await BeirRun.MeasureAsync(folder, engine, new TrecRunFile(writer, engine.Name).Write, cancellationToken);
    }

    private static string WithName(string path, string name) => Path.ChangeExtension(path, name + Path.GetExtension(path));
}
