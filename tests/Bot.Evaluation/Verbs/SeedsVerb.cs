using System.CommandLine;
using Bot.Evaluation.Product;
using Bot.Evaluation.Seeds;

namespace Bot.Evaluation.Verbs;

/// <summary><c>seeds FILE --readings DIR</c>: the product's own commands on questions about given readings.</summary>
internal static class SeedsVerb
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "Questions and claims with gold passages, one JSON object a line.",
        };
        var readings = new Option<string>("--readings")
        {
            Description = "The folder of readings that they are about.",
            Required = true,
        };
        var json = new Option<string?>("--json-out") { Description = "Where to write figures and outcomes as JSON." };
        var command = new Command("seeds", "The commands ask and counter on questions about given readings.")
        {
            file, readings, json,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var (outcomes, baseline) = await AskAsync(
                parsed.GetRequiredValue(file), parsed.GetRequiredValue(readings), cancellationToken);
            SeedReport.Write(outcomes, baseline, output);
            SeedReport.WriteMisses(outcomes, output);
            if (parsed.GetValue(json) is { } path)
            {
                SeedReport.WriteJson(outcomes, baseline, path);
            }

            return 0;
        });
        return command;
    }

    /// <summary>Prints the figures alone: the passages belong to their publishers and stay out of pages.</summary>
    public static async Task WriteFiguresAsync(string file, string readings, TextWriter output, CancellationToken cancellationToken)
    {
        var (outcomes, baseline) = await AskAsync(file, readings, cancellationToken);
        SeedReport.Write(outcomes, baseline, output);
    }

    private static async Task<(IReadOnlyList<SeedOutcome> Outcomes, IReadOnlyList<SeedOutcome> Baseline)> AskAsync(
        string file, string readings, CancellationToken cancellationToken)
    {
        var questions = SeedQuestion.ReadFile(file);
        var seminar = SeminarUnderTest.Open(readings);
        var outcomes = await SeedRun.AskAsync(questions, seminar.AskAsync, cancellationToken);
        return (outcomes, SeedRun.Baseline(questions, seminar.Readings));
    }
}
