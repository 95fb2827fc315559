using System.Text.RegularExpressions;

namespace Bot.Library.Readings;

/// <summary>The names of the parts of laws and judgments, and when two ways of writing an address mean the same.</summary>
internal static partial class ProvisionNames
{
    /// <summary>What laws call their articles; alternatives of a regular expression.</summary>
    public const string Words = @"Article|Art\.?|Section|Sec\.?|§|Rule|Clause|Regulation|Artikel|Artículo|Artigo|Articolo";

    /// <summary>What the parts behind a law or a judgment are called, in the same form.</summary>
    public const string Annexes = "(?:Annexe?|Appendix|Schedule|Anhang|Anexo|Allegato|Bijlage)";

    /// <summary>An address in the form in which two ways of writing it are the same: <c>Art. 5 (1) c</c> and <c>Article 5(1)(c)</c>.</summary>
    public static string CreateKey(string address)
    {
        var match = Address.Match(address.Trim());
        return match.Success
            ? $"{Name(match.Groups["word"].Value)} {match.Groups["number"].Value}{string.Concat(Parts.Matches(match.Groups["parts"].Value).Select(part => $"({part.Value})"))}".ToLowerInvariant()
            : address.Trim().ToLowerInvariant();
    }

    /// <summary>The word of an address in the one form that readings have: <c>Art.</c> is <c>Article</c>.</summary>
    public static string Name(string word) => word.TrimEnd('.').ToLowerInvariant() switch
    {
        "art" or "article" or "articles" => "Article",
        "§" or "sec" or "section" => "Section",
        "rec" or "recital" => "Recital",
        var other => $"{char.ToUpperInvariant(other[0])}{other[1..]}",
    };

    /// <summary>The number of a section in an address that names one whole; null for any other address.</summary>
    public static string? FindSectionNumber(string address) =>
        Address.Match(address.Trim()) is { Success: true } match && match.Groups["parts"].Length == 0 && Name(match.Groups["word"].Value) is "Section" or "Clause"
            ? match.Groups["number"].Value
            : null;

    /// <summary>Whether an address names a whole annex.</summary>
    public static bool IsAnnex(string address) => WholeAnnex.IsMatch(address.Trim());

    [GeneratedRegex("^" + Annexes + @"\s+[0-9A-Z]{1,7}$", RegexOptions.IgnoreCase)]
    private static partial Regex WholeAnnex { get; }

    [GeneratedRegex(@"^(?<word>" + Words + @"|Recital|Rec\.?)\s*(?<number>[0-9]{1,4}(?:\.[0-9]{1,3})*[a-z]?|[IVXLC]{1,7})(?<parts>(?:[\s,]*(?:\([0-9a-z]{1,5}\)|\b[0-9a-z]{1,5}\b))*)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Address { get; }

    [GeneratedRegex("[0-9a-z]{1,5}", RegexOptions.IgnoreCase)]
    private static partial Regex Parts { get; }
}
