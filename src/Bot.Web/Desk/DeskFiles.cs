using System.Text;
using Bot.Chat;
using Bot.Seminar.Commands;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>Lists that go out and come in as files, a line for each item.</summary>
internal static class DeskFiles
{
    /// <summary>A list as a file.</summary>
    public static IResult Save(string name, IEnumerable<string> lines) =>
        Results.File(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))), "text/plain; charset=utf-8", name);

    /// <summary>The text of the file that a form sends; null where it sends none.</summary>
    public static async Task<string?> ReadAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    /// <summary>What became of a file.</summary>
    public static ChatReply Say(ImportOutcome? outcome) => outcome switch
    {
        null => ChatReply.Error("That file is empty. Choose a text file with a line for each."),
        { Problems.Count: 0 } => ChatReply.Answer(new TextBlock(Counts(outcome))),
        _ => ChatReply.Error(Counts(outcome)) with { Blocks = [new TextBlock(Counts(outcome)), new ListBlock(outcome.Problems)] },
    };

    private static string Counts(ImportOutcome outcome) => $"{(outcome.Added == 1 ? "One line was" : $"{outcome.Added} lines were")} added"
        + (outcome.Known == 0 ? "." : $"; {(outcome.Known == 1 ? "one was" : $"{outcome.Known} were")} there already.");
}
