using System.CommandLine;
using Bot.Evaluation.Overheard;
using Bot.Evaluation.SeminarSet;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>overheard [DIR]</c>: measures the answers in a channel where questions are answered without a command.</summary>
internal static class OverheardVerb
{
    public static Command Create()
    {
        var folder = SeminarVerb.FolderArgument();
        var messages = new Option<string>("--messages")
        {
            Description = "Messages that need no answer, as JSON lines with kind, text and optionally reading.",
            DefaultValueFactory = _ => Path.Combine(Repository.Root, "tests", "Bot.Evaluation", "Questions", "overheard.jsonl"),
        };
        var command = new Command("overheard", "Measures the answers in a channel with “settings answers:here”.") { folder, messages };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var run = await SeminarRun.OpenAsync(SeminarFolder.Open(parsed.GetRequiredValue(folder)), cancellationToken);
            var posted = OverheardMessage.ReadFile(parsed.GetRequiredValue(messages));
            await OverheardReport.WriteAsync(run, posted, parsed.InvocationConfiguration.Output, cancellationToken);
            return 0;
        });
        return command;
    }
}
