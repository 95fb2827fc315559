using System.CommandLine;
using Bot.Evaluation.Product;
using Bot.Evaluation.SeminarSet;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>seminar [DIR]</c>: measures questions and claims on texts of many subjects, with the shipped weights.</summary>
internal static class SeminarVerb
{
    public static Command Create()
    {
        var folder = FolderArgument();
        var without = WithoutOption();
        var command = new Command("seminar", "Questions and claims on texts of many subjects, with the shipped weights.") { folder, without };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var ablation = Ablation.Of(parsed.GetValue(without) ?? []);
            var run = await SeminarRun.OpenAsync(SeminarFolder.Open(parsed.GetRequiredValue(folder)), cancellationToken);
            var byText = new List<(Library.Readings.Reading, SeminarOutcomes)>();
            foreach (var text in run.Folder.Texts)
            {
                byText.Add((text, await run.AskAsync(text, ProductModels.Ranking, ablation, cancellationToken)));
            }

            SeminarReport.Write(run.Folder, byText, parsed.InvocationConfiguration.Output);
            return 0;
        });
        return command;
    }

    public static Argument<string> FolderArgument() => new("DIR")
    {
        Description = $"A folder with texts/ and questions.jsonl; its default follows the environment variable {SharedData.Variable}.",
        DefaultValueFactory = _ => SharedData.PathOf(Path.Combine("eval", "seminar-dev")),
    };

    public static Option<string[]> WithoutOption() => new("--without")
    {
        Description = $"Parts of the retrieval to leave out: {string.Join(", ", Ablation.AllNames)}.",
        AllowMultipleArgumentsPerToken = true,
    };
}
