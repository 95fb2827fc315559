using Bot.Evaluation.Engines;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Squad;

/// <summary>Compares answerers on one file of questions.</summary>
internal static class SquadReport
{
    public static async Task RunAsync(
        IReadOnlyList<SquadArticle> articles,
        IReadOnlyList<EngineChoice> engines,
        int every,
        TextWriter output,
        CancellationToken cancellationToken)
    {
        var figures = new List<SquadFigures>();
        foreach (var engine in engines)
        {
            using IAnswerer answerer = engine.Name == EngineCatalog.Ours ? new OursAnswerer() : new PlainAnswerer(engine);
            figures.Add(await SquadRun.MeasureAsync(engine.Name, answerer, articles, every, cancellationToken));
        }

        Write(figures, output);
    }

    private static void Write(List<SquadFigures> figures, TextWriter output)
    {
        var table = new Table(["", .. figures.Select(figure => figure.Engine)]);
        AddRow("own paragraph first", figure => Share(figure.OwnFirst, figure.Answerable));
        AddRow("own paragraph in five", figure => Share(figure.OwnInFive, figure.Answerable));
        AddRow("answer inside the first quote", figure => Share(figure.AnswerInQuote, figure.Answerable));
        AddRow("asserted", figure => Share(figure.Asserted, figure.Answerable));
        AddRow("asserted, own paragraph taken out (less is better)", figure => Share(figure.AssertedWithoutGold, figure.Answerable));
        AddRow("asserted on the adversarial (less is better)", figure => Share(figure.AssertedOnAdversarial, figure.Adversarial));
        AddRow("AUC of the score, paragraph in against out", figure => Figure.Share(figure.AreaWithoutGold));
        AddRow("AUC of the score, answerable against adversarial", figure => Figure.Share(figure.AreaAdversarial));
        AddRow("answerable questions", figure => Figure.Whole(figure.Answerable));
        AddRow("adversarial questions", figure => Figure.Whole(figure.Adversarial));
        table.Write(output);

        void AddRow(string name, Func<SquadFigures, string> cell) => table.Add([name, .. figures.Select(cell)]);
    }

    private static string Share(int count, int whole) => Figure.Share(whole == 0 ? null : (double)count / whole);
}
