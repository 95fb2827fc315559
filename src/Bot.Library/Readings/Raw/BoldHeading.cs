namespace Bot.Library.Readings.Raw;

/// <summary>Tells which paragraphs that are bold as a whole are headings.</summary>
internal static class BoldHeading
{
    private const int MaxLength = 120;

    /// <summary>Whether a bold paragraph with this text is a heading: short, and a question or no sentence at all.</summary>
    /// <param name="text">Its text, without white space at the ends.</param>
    public static bool Is(string text) =>
        text.Length <= MaxLength
        && text.Any(char.IsLetter)
        && text[^1] is not ('.' or '!' or ',' or ':' or ';' or '…' or '”' or '"' or '’' or '\'' or '»' or ')' or ']' or '|' or '-' or '–' or '—');
}
