using System.CommandLine;
using Bot.Evaluation.Fitting;
using Bot.Evaluation.SeminarSet;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>fit [DIR]</c>: fits the numbers for ranking and confidence on questions with known answers.</summary>
internal static class FitVerb
{
    public static Command Create()
    {
        var folder = SeminarVerb.FolderArgument();
        var without = SeminarVerb.WithoutOption();
        var leaveOut = new Option<bool>("--leave-one-text-out")
        {
            Description = "Print each text's figures with a model fitted on the others, and write no file.",
        };
        var file = new Option<string>("--out")
        {
            Description = "The file to write.",
            DefaultValueFactory = _ => Path.Combine(Repository.Root, "config", "retrieval", "ranking.json"),
        };
        var command = new Command("fit", "Fits the numbers of config/retrieval/ranking.json.") { folder, without, leaveOut, file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var ablation = Ablation.Of(parsed.GetValue(without) ?? []);
            var run = await SeminarRun.OpenAsync(SeminarFolder.Open(parsed.GetRequiredValue(folder)), cancellationToken);
            if (parsed.GetValue(leaveOut))
            {
                SeminarReport.Write(run.Folder, await LeaveOneTextOut.RunAsync(run, ablation, cancellationToken), parsed.InvocationConfiguration.Output);
                return 0;
            }

            var model = await new RankingFit(ablation).FitAsync(LeaveOneTextOut.QuestionsOf(run, run.Folder.Texts), cancellationToken);
            (model with { Command = "dotnet run -c Release --project tests/Bot.Evaluation -- fit" }).Save(parsed.GetRequiredValue(file));
            return 0;
        });
        return command;
    }

    /// <summary>Prints the leave-one-out figures of each text: with the whole retrieval, and with parts left out.</summary>
    public static async Task WriteLeaveOneOutAsync(string folder, TextWriter output, CancellationToken cancellationToken)
    {
        var run = await SeminarRun.OpenAsync(SeminarFolder.Open(folder), cancellationToken);
        var variants = new List<(string, SeminarOutcomes)>();
        foreach (var (title, ablation) in Ablation.Shown)
        {
            var outcomes = await LeaveOneTextOut.RunAsync(run, ablation, cancellationToken);
            variants.Add((title, SeminarOutcomes.Of([.. outcomes.Select(part => part.Outcomes)])));
            if (ablation == Ablation.None)
            {
                SeminarReport.Write(run.Folder, outcomes, output);
            }
        }

        SeminarReport.WriteVariants(variants, run.Folder, output);
    }
}
