using System.Text;
using Bot.Seminar.Commands;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;

namespace Bot.Web.Desk;

/// <summary>Imports and exports lists as files, with one line per item.</summary>
internal static class DeskFiles
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The endpoint metadata of a form that sends a list.</summary>
    public static TakesFiles OfList { get; } = new(WebLimits.ListBytes + WebLimits.FormBytes);

    /// <summary>A list as a file.</summary>
    public static IResult Save(string name, IEnumerable<string> lines) =>
        Results.File(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line}\n"))), "text/plain; charset=utf-8", name);

    /// <summary>Imports the list of a form, and reports the result.</summary>
    public static async Task<ChatReply> ImportAsync(
        IFormCollection form, Func<string, Task<ImportOutcome>> import, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return ChatReply.Error(ListFileTexts.Empty);
        }

        try
        {
            using var reader = new StreamReader(file.OpenReadStream(), Utf8);
            var text = await reader.ReadToEndAsync(cancellationToken);
            return text.Contains('\0', StringComparison.Ordinal) ? SayNoText(file) : Say(await import(text));
        }
        catch (DecoderFallbackException)
        {
            return SayNoText(file);
        }
    }

    private static ChatReply SayNoText(IFormFile file) =>
        ChatReply.Error(ListFileTexts.FormatNoText(file.FileName));

    private static ChatReply Say(ImportOutcome outcome) => outcome.Problems.Count == 0
        ? ChatReply.Answer(new TextBlock(Counts(outcome)))
        : ChatReply.Error(Counts(outcome)) with { Blocks = [new TextBlock(Counts(outcome)), new ListBlock(outcome.Problems)] };

    private static string Counts(ImportOutcome outcome) => (outcome.Added, outcome.Known) switch
    {
        (1, 0) => ListFileTexts.OneAdded,
        (1, 1) => ListFileTexts.OneAddedOneKnown,
        (1, var known) => ListFileTexts.FormatOneAddedSomeKnown(known),
        (var added, 0) => ListFileTexts.FormatAdded(added),
        (var added, 1) => ListFileTexts.FormatAddedOneKnown(added),
        var (added, known) => ListFileTexts.FormatAddedSomeKnown(added, known),
    };
}
