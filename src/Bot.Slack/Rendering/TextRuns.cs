using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Bot.Slack.Rendering;

/// <summary>Converts the bot's text to rich text, with links for URLs, because Slack does not link them in rich text.</summary>
internal static partial class TextRuns
{
    public static IEnumerable<JsonObject> Of(string text)
    {
        var at = 0;
        foreach (Match found in Address.Matches(text))
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

    // Without punctuation, closing brackets or quotation marks at the end.
    [GeneratedRegex("""https?://[^\s<>"“”]*[^\s<>"“”.,;:!?)\]’']""")]
    private static partial Regex Address { get; }
}
