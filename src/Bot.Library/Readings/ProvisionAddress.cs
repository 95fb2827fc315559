using System.Text.RegularExpressions;

namespace Bot.Library.Readings;

/// <summary>
/// An address of a law or a judgment in what somebody typed: <c>Art. 5 (1) (c)</c>, <c>§ 12</c>, <c>Recital 3</c>, <c>[38]</c>,
/// <c>Article 5(1), point (c)</c>.
/// </summary>
/// <param name="Value">In the one form that readings have: <c>Article 5(1)(c)</c>.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 code units.</param>
/// <param name="Length">How long it is there.</param>
public sealed partial record ProvisionAddress(string Value, int Start, int Length)
{
    /// <summary>Finds the first address in a text; null if there is none.</summary>
    public static ProvisionAddress? Find(string text)
    {
        var match = Written.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var value = match.Groups["word"].Success
            ? $"{ProvisionNames.Name(match.Groups["word"].Value)} {match.Groups["number"].Value}{string.Concat(match.Groups["part"].Captures.Select(part => $"({part.Value})"))}"
            : match.Groups["numbered"].Success ? $"{Annex(match.Groups["annex"].Value)}[{match.Groups["numbered"].Value}]"
            : match.Value.Trim();
        return new ProvisionAddress(value, match.Index, match.Length);
    }

    private static string Annex(string annex) => annex.Length == 0 ? "" : $"{annex} ";

    [GeneratedRegex(
        @"(?<![\p{L}\p{N}])(?:(?<word>" + ProvisionNames.Words + @"|Recital|Rec\.)\s*(?<number>[0-9]{1,4}(?:\.[0-9]{1,3})*[a-z]?|(?-i:[IVXLC]{1,7}))(?![\p{L}\p{N}])"
        + @"(?:,?\s*(?:\((?<part>[0-9]{1,3}|[a-z]{1,5})\)|(?:paragraph|para\.?|point|letter|lit\.?|Abs\.?|Absatz)\s+\(?(?<part>[0-9]{1,3}|[a-z])(?![\p{L}\p{N}])\)?))*"
        + @"|(?:(?<annex>" + ProvisionNames.Annexes + @"\s+[0-9A-Z]{1,4}),?\s+)?(?:(?:paragraph|para\.?)\s+(?<numbered>[0-9]{1,4})(?![\p{L}\p{N}(.])(?!\s+of\s+(?:" + ProvisionNames.Words + @"))|(?:(?:paragraph|para\.?)\s+)?\[(?<numbered>[0-9]{1,4})\])"
        + @"|" + ProvisionNames.Annexes + @"\s+(?:[0-9]{1,3}|(?-i:[IVXLC]{1,7}|[A-Z]))(?![\p{L}\p{N}]))",
        RegexOptions.IgnoreCase)]
    private static partial Regex Written { get; }
}
