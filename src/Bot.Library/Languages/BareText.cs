namespace Bot.Library.Languages;

/// <summary>Texts as they are compared where case, spaces, line breaks and punctuation do not count.</summary>
public static class BareText
{
    /// <summary>The letters and digits of a text, in upper case.</summary>
    public static string Of(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
