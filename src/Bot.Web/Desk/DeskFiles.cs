using System.Text;
using Bot.Chat;
using Bot.Seminar.Commands;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>Lists that go out and come in as files, a line for each item.</summary>
internal static class DeskFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The mark of a form that sends a list.</summary>
    public static TakesFiles OfList { get; } = new(WebLimits.ListBytes + WebLimits.FormBytes);

    /// <summary>A list as a file.</summary>
    public static IResult Save(string name, IEnumerable<string> lines) =>
        Results.File(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))), "text/plain; charset=utf-8", name);

    /// <summary>Takes in the list that a form sends, and says what became of it.</summary>
    public static async Task<ChatReply> ImportAsync(
        IFormCollection form, Func<string, Task<ImportOutcome>> import, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return ChatReply.Error("That file is empty. Choose a text file with a line for each.");
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Utf8);
            var text = await reader.ReadToEndAsync(cancellationToken);
            return text.Contains('\0', StringComparison.Ordinal) ? NoText(file) : Say(await import(text));
        }
        catch (DecoderFallbackException)
        {
            return NoText(file);
        }
    }

    private static ChatReply NoText(IFormFile file) =>
        ChatReply.Error($"“{file.FileName}” is no plain text. Save the list as a text file in UTF-8, with a line for each. Nothing was added.");

    private static ChatReply Say(ImportOutcome outcome) => outcome.Problems.Count == 0
        ? ChatReply.Answer(new TextBlock(Counts(outcome)))
        : ChatReply.Error(Counts(outcome)) with { Blocks = [new TextBlock(Counts(outcome)), new ListBlock(outcome.Problems)] };

    private static string Counts(ImportOutcome outcome) => $"{(outcome.Added == 1 ? "One line was" : $"{outcome.Added} lines were")} added"
        + (outcome.Known == 0 ? "." : $"; {(outcome.Known == 1 ? "one was" : $"{outcome.Known} were")} there already.");
}
