using System.CommandLine;
using Bot.Evaluation.Gold;
using Bot.Evaluation.Product;

namespace Bot.Evaluation.Verbs;

/// <summary><c>seeds FILE --readings DIR</c>: measures the product's commands on questions about given readings.</summary>
internal static class SeedsVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Questions and claims with gold passages, one JSON object per line.",
        };
        var readings = new Option<string>("--readings")
        {
            Description = "The folder of their readings.",
            Required = true,
        };
        var json = new Option<string?>("--json-out") { Description = "Where to write the outcomes as JSON." };
        var command = new Command("seeds", "The commands ask and counter on questions about given readings.")
        {
            file, readings, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (outcomes, baseline) = await AskAsync(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(readings), cancellationToken);
            GoldReport.Write(outcomes, baseline, targets: null, output);
            GoldReport.WriteMisses(outcomes, output);
            if (parsed.GetValue(json) is { } path)
            {
                GoldReport.WriteJson(outcomes, path);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Prints only the figures, because the passages belong to their publishers.</summary>
    public static async Task WriteFiguresAsync(string file, string readings, GoldTargets? targets, TextWriter output, CancellationToken cancellationToken)
    {
        var (outcomes, baseline) = await AskAsync(file, readings, cancellationToken);
        GoldReport.Write(outcomes, baseline, targets, output);
    }

    private static async Task<(IReadOnlyList<GoldOutcome> Outcomes, IReadOnlyList<GoldOutcome> Baseline)> AskAsync(
        string file, string readings, CancellationToken cancellationToken)
    {
        var questions = GoldQuestion.ReadFile(file);
        var seminar = await SeminarUnderTest.OpenAsync(readings, cancellationToken);
        var outcomes = new List<GoldOutcome>();
        foreach (var question in questions)
        {
            outcomes.Add(await GoldRun.AskAsync(seminar, question, reading: null, cancellationToken));
        }

        return (outcomes, await GoldRun.BaselineAsync(questions, seminar.Readings, cancellationToken));
    }
}
