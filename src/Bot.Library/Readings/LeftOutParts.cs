namespace Bot.Library.Readings;

/// <summary>What is left out of files, as <see cref="Reading.LeftOut"/> says it.</summary>
public static class LeftOutParts
{
    /// <summary>What Project Gutenberg puts around a text.</summary>
    public const string GutenbergFrame = "the header and licence of Project Gutenberg";

    /// <summary>What mail programs put below a message.</summary>
    public const string ConfidentialityNotice = "a notice on the confidentiality of the message";

    /// <summary>What asks for consent on a web page.</summary>
    public const string CookieDialog = "a dialog on cookies";

    /// <summary>What leads around a web page.</summary>
    public const string PageMenus = "the menus of the page";

    /// <summary>What a site or publisher puts above and below a text that was saved as plain text.</summary>
    public const string PageNotices = "notices, credits and links around the text";

    /// <summary>What stands below the pictures of a web page.</summary>
    public const string PictureCaptions = "captions of pictures";

    /// <summary>What stands at the edge of each page of a PDF or Word file.</summary>
    public const string RunningHeads = "heads, feet and page numbers";

    /// <summary>The numbers of lines in the margin of a PDF file.</summary>
    public const string LineNumbers = "the numbers of the lines";

    /// <summary>A list of headings with the pages that they are on.</summary>
    public const string TableOfContents = "the table of contents";
}
