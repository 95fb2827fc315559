using System.Collections.Frozen;

namespace Bot.Library.Readings.Formats;

/// <summary>Headings that tell what stands below them.</summary>
internal static class SectionHeadings
{
    /// <summary>The one name that every section about who wrote the text gets.</summary>
    public const string AboutTheAuthor = "About the author";

    private static readonly FrozenSet<string> Sources = Keys(
        "References", "Sources", "Source", "Bibliography", "Notes", "Endnotes", "Footnotes", "Works cited", "Further reading",
        "Notes and references", "References and notes", "Sources and further reading", "Citations", "List of references", "Literature cited",
        "Notes and sources", "Sources and notes", "Selected bibliography", "Select bibliography");

    private static readonly FrozenSet<string> Authors = Keys(
        "Author", "Authors", "About the author", "About the authors", "About the writer", "About the contributor", "Contributor",
        "Contributors", "The author", "The authors", "Author bio", "About us the authors", "Author biography", "Biography of the author");

    public static ParagraphRole RoleOf(string heading) => IsAboutAuthor(heading) ? ParagraphRole.AboutAuthor
        : IsReferences(heading) ? ParagraphRole.Reference
        : ParagraphRole.Body;

    public static bool IsAboutAuthor(string heading) => heading.Length < 40 && Authors.Contains(PlainText.Key(heading));

    // "7. References" too.
    public static bool IsReferences(string heading) =>
        heading.Length < 50 && Sources.Contains(PlainText.Key(heading.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ')));

    private static FrozenSet<string> Keys(params string[] headings) => headings.Select(PlainText.Key).ToFrozenSet(StringComparer.Ordinal);
}
