using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Says where each paragraph of a law or a judgment stands, as people cite it: <c>Article 5(1)(c)</c>, <c>Recital 12</c>, <c>[38]</c>. A number
/// counts if it continues the one before; any other is part of the text.
/// </summary>
internal sealed partial class Provisions
{
    private const int MaxPartLength = 60;

    private readonly NumberedText? numbering;
    private string? heading;
    private string part = "";
    private bool isInNumbered;
    private string? article;
    private bool inRecitals;
    private int recital;
    private int paragraph;
    private int point;
    private int subpoint;
    private int? numbered;

    /// <param name="blocks">Headings and paragraphs of the whole text, in order.</param>
    public Provisions(IReadOnlyList<RawBlock> blocks) => numbering = NumberedText.Find(blocks);

    /// <summary>Takes the next heading.</summary>
    public void Enter(string heading)
    {
        EnterArticle(Article.Match(heading) is { Success: true } match
            ? $"{ProvisionNames.Name(match.Groups["word"].Value)} {match.Groups["number"].Value}"
            : null);
        inRecitals = OpensRecitals.IsMatch(heading);
        (this.heading, isInNumbered) = (heading, false);
    }

    /// <summary>Takes the next paragraph.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>Where it is; null outside of a law or judgment.</returns>
    public string? ReadNext(string text)
    {
        if (OpensRecitals.IsMatch(text))
        {
            (inRecitals, recital) = (true, 0);
            return null;
        }

        if (numbering is { Word: { } word } && NumberedText.ReadNumber(text) is { } section && section == FindNextNumber())
        {
            EnterArticle(string.Create(CultureInfo.InvariantCulture, $"{word} {section}"));
            numbered = section;
            return article;
        }

        if (article is not null)
        {
            return AddArticle(text);
        }

        if (inRecitals && ReadNumber(Bracketed, text) is { } next && next == recital + 1)
        {
            recital = next;
        }

        if (inRecitals && recital > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Recital {recital}");
        }

        return numbering is { Word: null } ? InJudgment(text) : null;
    }

    private int? FindNextNumber() => numbered is { } last ? last + 1 : numbering?.First;

    private void EnterArticle(string? address) => (article, paragraph, point, subpoint) = (address, 0, 0, 0);

    private string? InJudgment(string text)
    {
        if (Annex.IsMatch(text) && !PlainLine.IsProse(text))
        {
            // Some files do not mark it as a heading.
            (heading, isInNumbered) = (text, false);
        }
        else if (NumberedText.ReadNumber(text) is { } number)
        {
            if (number == FindNextNumber())
            {
                (numbered, isInNumbered) = (number, true);
            }
            else if (number == 1 && heading is not null && !isInNumbered && (Annex.Match(heading) is { Success: true } annex ? annex.Value : heading) is { Length: <= MaxPartLength } name)
            {
                // An annex or another judge's opinion, with numbers of its own.
                (part, numbered, isInNumbered) = ($"{name.TrimEnd('.', ':')} ", 1, true);
            }
        }

        // What a numbered paragraph quotes belongs to it, up to the next heading.
        return isInNumbered ? string.Create(CultureInfo.InvariantCulture, $"{part}[{numbered}]") : null;
    }

    private string AddArticle(string text)
    {
        if (ReadNumber(NumberedParagraph, text) is { } number && number == paragraph + 1)
        {
            (paragraph, point, subpoint) = (number, 0, 0);
        }
        else if (Letter.Match(text) is { Success: true } letter && letter.Groups["letter"].Value[0] - 'a' + 1 is var place && place == point + 1)
        {
            (point, subpoint) = (place, 0);
        }
        else if (Roman.Match(text) is { Success: true } roman && RomanNumeral.TryParse(roman.Groups["roman"].Value, out var value) && value == subpoint + 1)
        {
            subpoint = value;
        }
        else if (!ListMark.IsMatch(text))
        {
            // After a list the text of the paragraph itself continues.
            (point, subpoint) = (0, 0);
        }

        var address = article + (paragraph > 0 ? string.Create(CultureInfo.InvariantCulture, $"({paragraph})") : "") + (point > 0 ? $"({(char)('a' + point - 1)})" : "");
        return subpoint > 0 ? $"{address}({RomanNumeral.Write(subpoint).ToLowerInvariant()})" : address;
    }

    private static int? ReadNumber(Regex form, string text) =>
        form.Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<word>" + ProvisionNames.Words + @")\s*(?<number>[0-9]{1,4}[a-z]?|[IVXLC]{1,7})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Article { get; }

    [GeneratedRegex("^" + ProvisionNames.Annexes + @"(?:\s+[0-9A-Z]{1,4}\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex Annex { get; }

    [GeneratedRegex(@"^(?:whereas|recitals)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex OpensRecitals { get; }

    [GeneratedRegex(@"^\((?<number>[0-9]{1,3})\)\s")]
    private static partial Regex Bracketed { get; }

    [GeneratedRegex(@"^(?:\((?<number>[0-9]{1,3})\)|(?<number>[0-9]{1,3})\.)\s")]
    private static partial Regex NumberedParagraph { get; }

    [GeneratedRegex(@"^\(?(?<letter>[a-z])\)\s")]
    private static partial Regex Letter { get; }

    [GeneratedRegex(@"^\(?(?<roman>[ivxl]{1,6})\)\s")]
    private static partial Regex Roman { get; }

    [GeneratedRegex(@"^(?:[-–—•]|\(?[0-9a-z]{1,5}[.)])\s")]
    private static partial Regex ListMark { get; }
}
