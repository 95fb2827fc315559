using System.CommandLine;
using Bot.Evaluation.Files;
using Bot.Evaluation.Motions;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;

namespace Bot.Evaluation.Verbs;

/// <summary><c>motions</c>: lists the motions of <c>debate</c>, for a person to grade.</summary>
internal static class MotionsVerb
{
    private const int DefaultMost = 40;

    public static Command Create()
    {
        var together = Folders("--together", "Folders whose readings share one shelf.");
        var alone = Folders("--alone", "Folders whose readings each get their own shelf.");
        var most = new Option<int>("--most") { Description = "How many motions to list, the most likely first.", DefaultValueFactory = _ => DefaultMost };
        var command = new Command("motions", "Lists the motions of debate, for a person to grade.") { together, alone, most };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            IReadOnlyList<IReadOnlyList<Reading>> shelves =
            [
                .. (parsed.GetValue(together) ?? []).Select(ReadingsOf),
                .. (parsed.GetValue(alone) ?? []).SelectMany(ReadingsOf).Select(reading => (IReadOnlyList<Reading>)[reading]),
            ];
            await MotionsReport.WriteAsync(shelves, parsed.GetValue(most), parsed.InvocationConfiguration.Output, cancellationToken);
            return 0;
        });
        return command;
    }

    private static Option<string[]> Folders(string name, string description) => new(name) { Description = description, AllowMultipleArgumentsPerToken = true };

    private static IReadOnlyList<Reading> ReadingsOf(string folder)
    {
        InputFile.RequireFolder(folder);
        try
        {
            return ReadingFolder.Load(folder).Readings;
        }
        catch (ReadingFolderException unreadable)
        {
            throw new EvaluationException(unreadable.Message);
        }
    }
}
