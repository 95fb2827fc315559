using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings;

/// <summary>Headings that say what the paragraphs under them are for.</summary>
internal static partial class SectionName
{
    /// <summary>The section that a note on the author is in, whatever the file calls it.</summary>
    public const string AboutAuthor = "About the author";

    private static readonly FrozenSet<string> References = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "References", "Reference list", "Sources", "Bibliography", "Notes", "Endnotes", "Endnote", "Footnotes", "Footnote", "Works cited", "Literature", "Notes and references", "Sources and notes", "Citations",
        "Selected bibliography", "Select bibliography", "Annotated bibliography", "Works consulted", "List of references", "Cited works", "Literature cited", "Further reading", "Suggested reading",
        "Literatur", "Literaturverzeichnis", "Quellen", "Quellenverzeichnis", "Bibliographie", "Bibliografie", "Anmerkungen", "Fußnoten", "Endnoten",
        "Références", "Références bibliographiques", "Notes de bas de page", "Referencias", "Referencias bibliográficas", "Bibliografía", "Fuentes", "Notas",
        "Referências", "Referências bibliográficas", "Bibliografia", "Fontes", "Notas de rodapé", "Riferimenti", "Riferimenti bibliografici", "Fonti", "Bronnen", "Literatuur", "Literatuurlijst", "Noten", "Voetnoten");

    private static readonly FrozenSet<string> NotesElsewhere = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "Anmerkungen", "Fußnoten", "Endnoten", "Notes de bas de page", "Notas", "Notas de rodapé", "Noten", "Voetnoten");

    private static readonly FrozenSet<string> AboutAuthors = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        AboutAuthor, "About the authors", "About the writer", "About the contributor", "Author", "Authors", "Author bio", "Author biography", "Author information");

    /// <summary>Whether a heading opens a note on who wrote the text.</summary>
    public static bool IsAboutAuthor(string heading) => AboutAuthors.Contains(RemoveNumber(heading));

    /// <summary>Whether a heading opens notes rather than a list of sources.</summary>
    public static bool IsNotes(string heading) => RemoveNumber(heading).EndsWith("note", StringComparison.OrdinalIgnoreCase) || RemoveNumber(heading).EndsWith("notes", StringComparison.OrdinalIgnoreCase)
        || RemoveNumber(heading) is var plain && NotesElsewhere.Contains(plain);

    /// <summary>What the paragraphs under a heading are for.</summary>
    public static ParagraphRole RoleOf(string heading) =>
        References.Contains(RemoveNumber(heading)) ? ParagraphRole.Reference
        : IsAboutAuthor(heading) ? ParagraphRole.AboutAuthor
        : ParagraphRole.Body;

    private static string RemoveNumber(string heading) => Numeral.Replace(heading, "").TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ' ').TrimEnd(':', '.', ' ');

    // "VII. References", "A. Sources"
    [GeneratedRegex(@"^(?:[IVXLC]{1,5}|[A-Z])[.)]\s+")]
    private static partial Regex Numeral { get; }
}
