using System.Text.Json.Serialization;
using Bot.Library.Languages;

namespace Bot.Library.Readings;

/// <summary>An assigned text, cut into numbered paragraphs and sentences. Immutable.</summary>
public sealed record Reading
{
    /// <summary>The name that people type.</summary>
    public required ReadingId Id { get; init; }

    /// <summary>The title the file gives; made from the file's name where it gives none.</summary>
    public required string Title { get; init; }

    /// <summary>Who wrote it, if the file says so.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, if the file says so.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>The language that most of it is written in.</summary>
    public ReadingLanguage Language { get; init; }

    /// <summary>Where it was published, as the file says; an address or a reference.</summary>
    public string? Source { get; init; }

    /// <summary>The file's path below its folder, with <c>/</c> between the parts.</summary>
    public required string File { get; init; }

    /// <summary>The server or workspace whose teachers uploaded it, and whose members alone see it; null for a file of the folder, which all see.</summary>
    public string? Workspace { get; init; }

    /// <summary>Every paragraph in reading order; the one at index i has the number i + 1.</summary>
    public required IReadOnlyList<Paragraph> Paragraphs { get; init; }

    /// <summary>What of the file is no part of the text, such as a licence or a menu, a few words for each.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>What a person should look at, each a sentence or two with what to do.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The share of the words that read like words, 0 to 1: random letters and words without spaces between them do not.</summary>
    public double Quality { get; init; } = 1;

    /// <summary>Equal for files with the same text; null if the text is too short to be sure.</summary>
    [JsonInclude]
    internal string? Fingerprint { get; init; }

    /// <summary>The headings in reading order, each once for each run of paragraphs under it.</summary>
    public IEnumerable<string> Sections
    {
        get
        {
            string? last = null;
            foreach (var paragraph in Paragraphs)
            {
                if (paragraph.Section is { } section && section != last)
                {
                    yield return section;
                }

                last = paragraph.Section;
            }
        }
    }

    /// <summary>The paragraphs at an address of a law or judgment, with all that stands below it.</summary>
    /// <param name="address">As people write it: <c>Article 5(1)(c)</c>, <c>Art. 5</c>, <c>§ 12</c>, <c>Recital 3</c>, <c>[38]</c>, <c>Annex III</c>.</param>
    /// <returns>In reading order; empty if the reading has no such place. <c>Section 7</c> is also what stands below <c>7. Additional Terms</c>.</returns>
    public IReadOnlyList<Paragraph> FindProvision(string address)
    {
        var key = ProvisionNames.CreateKey(address);
        IReadOnlyList<Paragraph> found = [.. Paragraphs.Where(paragraph => paragraph.Provision is { } provision && ProvisionNames.CreateKey(provision) is var at
            && (at == key || at.StartsWith($"{key}(", StringComparison.Ordinal)))];
        var number = ProvisionNames.FindSectionNumber(address) ?? (ProvisionNames.IsAnnex(address) ? address.Trim() : null);
        return found.Count == 0 && number is not null
            ? [.. Paragraphs.Where(paragraph => paragraph.Section is { } section && IsNumbered(section, number))]
            : found;
    }

    // "7" numbers "7. Additional Terms" and "7 Additional Terms", but neither "7.1. Fees" nor "70 years"; "Annex I" names "ANNEX I: Boats".
    private static bool IsNumbered(string section, string number) =>
        section.StartsWith(number, StringComparison.OrdinalIgnoreCase)
        && section.AsSpan(number.Length).TrimStart(".):") is var rest
        && (rest.IsEmpty || char.IsWhiteSpace(rest[0]));

    /// <summary>The paragraph with this number, or null if the reading has none.</summary>
    public Paragraph? Find(int number) => number >= 1 && number <= Paragraphs.Count ? Paragraphs[number - 1] : null;
}
