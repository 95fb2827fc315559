using System.Globalization;

namespace Bot.Seminar.Quote;

/// <summary>Classes of signs that typesetting and keyboards exchange.</summary>
internal static class Typography
{
    private const string QuotationMarks = "\"“”„‟«»‹›'‘’‚‛`´′″";
    private const string Apostrophes = "'’‘ʼ´`′＇";

    /// <summary>Quotation marks, single or double, of any language.</summary>
    public static bool IsQuotationMark(char sign) => QuotationMarks.Contains(sign, StringComparison.Ordinal);

    /// <summary>Note marks, and signs for emphasis in plain text.</summary>
    public static bool IsNoteOrEmphasis(char sign) => sign is '*' or '_' or '†' or '‡' or '¹' or '²' or '³' or '⁰' or (>= '⁴' and <= '⁹');

    /// <summary>Signs that are used as the apostrophe of "it's".</summary>
    public static bool IsApostrophe(char sign) => Apostrophes.Contains(sign, StringComparison.Ordinal);

    /// <summary>Hyphens, dashes and the minus sign.</summary>
    public static bool IsDash(char sign) => sign == '−' || char.GetUnicodeCategory(sign) == UnicodeCategory.DashPunctuation;

    /// <summary>Soft hyphens, zero-width spaces, direction marks.</summary>
    public static bool IsInvisible(char sign) => sign > '\u007F' && char.GetUnicodeCategory(sign) == UnicodeCategory.Format;

    /// <summary>Accents that are coded separately from their letter.</summary>
    public static bool IsMark(char sign) => char.GetUnicodeCategory(sign)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>The letters of a ligature; null for any other sign.</summary>
    public static string? SpellLigature(char sign) => sign switch
    {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﬅ' or 'ﬆ' => "st",
        'ĳ' or 'Ĳ' => "ij",
        _ => null,
    };
}
