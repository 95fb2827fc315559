using AngleSharp.Html.Parser;

namespace Bot.Library.Readings.Formats;

/// <summary>The words of a piece of HTML.</summary>
internal static class MarkupText
{
    /// <summary>The text without tags and comments; empty if there is none.</summary>
    public static string Of(string html) => new HtmlParser().ParseDocument(html).Body?.TextContent ?? "";
}
