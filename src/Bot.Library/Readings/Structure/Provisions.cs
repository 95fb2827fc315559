using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Says where each paragraph of a law or a judgment stands, as people cite it: <c>Article 5(1)(c)</c>, <c>Recital 12</c>, <c>[38]</c>. A number
/// counts where it goes on from the one before; any other is part of the text.
/// </summary>
internal sealed partial class Provisions
{
    private const int MinNumbered = 8;

    private readonly bool isNumberedThroughout;
    private string? article;
    private bool inRecitals;
    private int recital;
    private int paragraph;
    private int point;
    private int subpoint;
    private int numbered;

    /// <param name="blocks">Headings and paragraphs of the whole text, in order.</param>
    public Provisions(IReadOnlyList<RawBlock> blocks) => isNumberedThroughout = CountNumbered(blocks) >= MinNumbered;

    /// <summary>Takes the next heading.</summary>
    public void Enter(string heading)
    {
        article = Article().Match(heading) is { Success: true } match
            ? $"{ProvisionNames.Name(match.Groups["word"].Value)} {match.Groups["number"].Value}"
            : null;
        inRecitals = OpensRecitals().IsMatch(heading);
        (paragraph, point, subpoint) = (0, 0, 0);
    }

    /// <summary>Takes the next paragraph.</summary>
    /// <param name="text">Its text.</param>
    /// <returns>Where it is; null outside of a law or judgment.</returns>
    public string? Next(string text)
    {
        if (OpensRecitals().IsMatch(text))
        {
            (inRecitals, recital) = (true, 0);
            return null;
        }

        if (article is not null)
        {
            return InArticle(text);
        }

        if (inRecitals && Number(Bracketed(), text) is { } next && next == recital + 1)
        {
            recital = next;
        }

        if (inRecitals && recital > 0)
        {
            return string.Create(CultureInfo.InvariantCulture, $"Recital {recital}");
        }

        if (isNumberedThroughout && Number(Numbered(), text) is { } number && (numbered == 0 || number == numbered + 1))
        {
            numbered = number;
            return string.Create(CultureInfo.InvariantCulture, $"[{number}]");
        }

        return null;
    }

    private string InArticle(string text)
    {
        if (Number(NumberedParagraph(), text) is { } number && number == paragraph + 1)
        {
            (paragraph, point, subpoint) = (number, 0, 0);
        }
        else if (Letter().Match(text) is { Success: true } letter && letter.Groups["letter"].Value[0] - 'a' + 1 is var place && place == point + 1)
        {
            (point, subpoint) = (place, 0);
        }
        else if (Roman().Match(text) is { Success: true } roman && RomanNumeral.TryParse(roman.Groups["roman"].Value, out var value) && value == subpoint + 1)
        {
            subpoint = value;
        }
        else if (!ListMark().IsMatch(text))
        {
            // Behind a list the text of the paragraph itself goes on.
            (point, subpoint) = (0, 0);
        }

        var address = article + (paragraph > 0 ? string.Create(CultureInfo.InvariantCulture, $"({paragraph})") : "") + (point > 0 ? $"({(char)('a' + point - 1)})" : "");
        return subpoint > 0 ? $"{address}({RomanNumeral.Write(subpoint).ToLowerInvariant()})" : address;
    }

    private static int CountNumbered(IReadOnlyList<RawBlock> blocks)
    {
        var count = 0;
        foreach (var block in blocks.Where(block => !block.IsHeading))
        {
            if (Number(Numbered(), TextMarks.Plain(block.Text)) is { } number && number == count + 1)
            {
                count++;
            }
        }

        return count;
    }

    private static int? Number(Regex form, string text) =>
        form.Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?<word>" + ProvisionNames.Words + @")\s*(?<number>[0-9]{1,4}[a-z]?|[IVXLC]{1,7})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Article();

    [GeneratedRegex(@"^(?:whereas|recitals)\s*:?$", RegexOptions.IgnoreCase)]
    private static partial Regex OpensRecitals();

    [GeneratedRegex(@"^\((?<number>[0-9]{1,3})\)\s")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^(?:\((?<number>[0-9]{1,3})\)|(?<number>[0-9]{1,3})\.)\s")]
    private static partial Regex NumberedParagraph();

    [GeneratedRegex(@"^(?:\[(?<number>[0-9]{1,3})\]|(?<number>[0-9]{1,3})\.)\s")]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\(?(?<letter>[a-z])\)\s")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^\(?(?<roman>[ivxl]{1,6})\)\s")]
    private static partial Regex Roman();

    [GeneratedRegex(@"^(?:[-–—•]|\(?[0-9a-z]{1,5}[.)])\s")]
    private static partial Regex ListMark();
}
