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
            await RunAsync(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(readings),
                parsed.GetValue(json),
                parsed.InvocationConfiguration.Output,
                cancellationToken);
            return 0;
        });
        return command;
    }

    /// <summary>Prints the report on one file of questions.</summary>
    public static async Task RunAsync(
        string file, string readings, string? json, TextWriter output, CancellationToken cancellationToken)
    {
        var questions = SeedQuestion.ReadFile(file);
        var seminar = SeminarUnderTest.Open(readings);
        var outcomes = await SeedRun.AskAsync(questions, seminar.AskAsync, cancellationToken);
        var baseline = SeedRun.Baseline(questions, seminar.Readings);
        SeedReport.Write(outcomes, baseline, output);
        if (json is not null)
        {
            SeedReport.WriteJson(outcomes, baseline, json);
        }
    }
}
