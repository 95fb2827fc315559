using Bot.Chat.Languages;
using Bot.Library;
using Bot.Seminar.Commands;

namespace Bot.Terminal;

/// <summary>The first output of the console.</summary>
internal static class Welcome
{
    public static ChatReply Of(ShelfSnapshot snapshot, CommandCatalogue catalogue, string? pages)
    {
        var readings = snapshot.Readings.Count == 1 ? TerminalTexts.OneReading : TerminalTexts.FormatReadings(snapshot.Readings.Count);
        var problems = snapshot.Problems.Count switch
        {
            0 => "",
            1 => $" {TerminalTexts.OneFileNotServed}",
            var count => $" {TerminalTexts.FormatFilesNotServed(count)}",
        };
        var examples = string.Join(", ", ListExamples(catalogue));
        return ChatReply.Answer(
        [
            new HeadingBlock("Seminar Bot"),
            new TextBlock($"{readings}{problems}"),
            new TextBlock(catalogue.Find("ask") is null ? TerminalTexts.FormatTypeACommand(examples) : TerminalTexts.FormatTypeAQuestion(examples)),
            .. pages is null ? Array.Empty<ReplyBlock>() : [new TextBlock(TerminalTexts.FormatInABrowser(pages))],
        ]);
    }

    private static IEnumerable<string> ListExamples(CommandCatalogue catalogue) => catalogue.Listed
        .Where(command => command.Name is "find" or "summary" or "readings" && command.Examples.Count > 0)
        .Select(command => Wording.Quote(command.Examples[0]));
}
