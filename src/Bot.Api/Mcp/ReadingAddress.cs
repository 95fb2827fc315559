using System.Globalization;

namespace Bot.Api.Mcp;

/// <summary>The address of a reading, or of a paragraph of one, as a resource.</summary>
/// <param name="Reading">The reading's name.</param>
/// <param name="Paragraph">The paragraph's number; null for the whole reading.</param>
internal readonly record struct ReadingAddress(string Reading, int? Paragraph = null)
{
    /// <summary>The template of the addresses of readings.</summary>
    public const string OfReading = "seminar://readings/{reading}";

    /// <summary>The template of the addresses of paragraphs.</summary>
    public const string OfParagraph = "seminar://readings/{reading}/paragraphs/{paragraph}";

    private const string Root = "seminar://readings/";
    private const string Between = "/paragraphs/";

    /// <summary>Reads an address; a slash in a name can be escaped or not.</summary>
    public static bool TryParse(string address, out ReadingAddress parsed)
    {
        parsed = default;
        if (!address.StartsWith(Root, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var path = address[Root.Length..];
        var at = path.LastIndexOf(Between, StringComparison.Ordinal);
        var name = Uri.UnescapeDataString(at < 0 ? path : path[..at]);
        if (at < 0)
        {
            parsed = new ReadingAddress(name);
            return name.Length > 0;
        }

        var isNumber = int.TryParse(path[(at + Between.Length)..], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        parsed = new ReadingAddress(name, number);
        return name.Length > 0 && isNumber;
    }

    public override string ToString() => Paragraph is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"{Root}{Uri.EscapeDataString(Reading)}{Between}{number}")
        : $"{Root}{Uri.EscapeDataString(Reading)}";
}
