using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;

namespace Bot.Terminal;

/// <summary>What the console says first.</summary>
internal static class Welcome
{
    public static ChatReply Of(ShelfSnapshot snapshot, CommandCatalogue catalogue, string? pages)
    {
        var readings = snapshot.Readings.Count;
        var problems = snapshot.Problems.Count switch
        {
            0 => "",
            1 => " One file is not served; “readings” says why.",
            var count => $" {count} files are not served; “readings” says why.",
        };
        var canAsk = catalogue.Find("ask") is not null;
        return ChatReply.Answer(
        [
            new HeadingBlock("Seminar Bot"),
            new TextBlock($"{(readings == 1 ? "One reading is" : $"{readings} readings are")} on the shelf.{problems}"),
            new TextBlock(
                $"{(canAsk ? "Type a question, or a command such as " : "Type a command such as ")}"
                + $"{string.Join(", ", Examples(catalogue))}. “help” lists the commands, Tab completes, Ctrl-D leaves."),
            .. pages is null ? Array.Empty<ReplyBlock>() : [new TextBlock($"In a browser: {pages}")],
        ]);
    }

    private static IEnumerable<string> Examples(CommandCatalogue catalogue) => catalogue.Listed
        .Where(command => command.Name is "find" or "summary" or "readings" && command.Examples.Count > 0)
        .Select(command => $"“{command.Examples[0]}”");
}
