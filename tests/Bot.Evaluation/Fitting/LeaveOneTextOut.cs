using Bot.Evaluation.Gold;
using Bot.Evaluation.SeminarSet;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.Fitting;

/// <summary>Leave-one-out: asks the questions on each text with a model fitted on the other texts.</summary>
internal static class LeaveOneTextOut
{
    /// <summary>Fits and asks, text by text.</summary>
    public static async Task<IReadOnlyList<(Reading Text, SeminarOutcomes Outcomes)>> RunAsync(SeminarRun run, Ablation ablation, CancellationToken cancellationToken)
    {
        var outcomes = new List<(Reading, SeminarOutcomes)>();
        foreach (var text in run.Folder.Texts)
        {
            var model = await new RankingFit(ablation).FitAsync(QuestionsOf(run, run.Folder.Texts.Where(other => other != text)), cancellationToken);
            outcomes.Add((text, await run.AskAsync(text, model, ablation, cancellationToken)));
        }

        return outcomes;
    }

    /// <summary>The questions on some texts, each with the index of only its text.</summary>
    public static IReadOnlyList<(GoldQuestion Question, RetrievalIndex Index)> QuestionsOf(SeminarRun run, IEnumerable<Reading> texts) =>
        [.. texts.SelectMany(text => run.Folder.On(text).Select(question => (question, run.Alone(text))))];
}
