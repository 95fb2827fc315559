using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Slack.Rendering;

/// <summary>Words of the bot as runs of rich text. Slack makes no links of the addresses in it, so that is done here.</summary>
internal static partial class TextRuns
{
    public static IEnumerable<JsonObject> Of(string text)
    {
        var at = 0;
        foreach (Match found in Address().Matches(text))
        {
            if (Uri.TryCreate(found.Value, UriKind.Absolute, out var address))
            {
                if (found.Index > at)
                {
                    yield return BlockKit.Run(text[at..found.Index]);
                }

                yield return BlockKit.Link(found.Value, address);
                at = found.Index + found.Length;
            }
        }

        if (at < text.Length || at == 0)
        {
            yield return BlockKit.Run(text[at..]);
        }
    }

    // Without what ends a sentence, or closes brackets or quotation marks around it.
    [GeneratedRegex("""https?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']""")]
    private static partial Regex Address();
}
