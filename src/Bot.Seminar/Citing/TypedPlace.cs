using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Seminar.Citing;

/// <summary>
/// A place as people write it: <c>¶9.2</c>, <c>case-for-pressure ¶9</c>, <c>case-for-pressure#9</c>, <c>Article 5(1) of the Widget Act</c>, or
/// a pasted citation.
/// </summary>
/// <param name="Anchor">The place; null if the text names none.</param>
/// <param name="Name">The name of the reading; null if there is none.</param>
internal sealed partial record TypedPlace(Anchor? Anchor, string? Name)
{
    /// <summary>The article, recital or numbered paragraph; null if the text names none, or gives a place by paragraph number.</summary>
    public string? Provision { get; private init; }

    /// <summary>The name of the reading beside <see cref="Provision"/>; null if there is none.</summary>
    public string? NameBesideProvision { get; private init; }

    public static TypedPlace Parse(string text)
    {
        var place = ParseAnchor(text);
        return text.Contains('¶', StringComparison.Ordinal) || ProvisionAddress.Find(text) is not { } address
            ? place
            : place with
            {
                // "§ 9" and "paragraph 9" are also ways to write ¶9.
                Anchor = text[address.Start] is '§' or 'p' or 'P' ? place.Anchor : null,
                Provision = address.Value,
                NameBesideProvision = FindNameBeside(text[..address.Start], text[(address.Start + address.Length)..]),
            };
    }

    private static TypedPlace ParseAnchor(string text)
    {
        var cited = Cited.Match(text);
        var place = cited.Success ? text[..cited.Index].TrimEnd() : text;
        var match = NameThenPlace.Match(place);
        if (!match.Success)
        {
            match = PlaceThenName.Match(place);
        }

        var name = cited.Success ? cited.Groups["name"].Value : match.Success ? RemoveLandmarks(match.Groups["name"].Value) : text;
        return Library.Readings.Anchor.TryParse(match.Groups["place"].Value, out var anchor)
            ? new TypedPlace(anchor, name.Length > 0 ? name : null)
            : new TypedPlace(null, text.Length > 0 ? text : null);
    }

    // Removes the words between the title and the place of a citation.
    private static string RemoveLandmarks(string name) => Landmark.Replace(name, "").Trim(' ', ',', '—');

    private static string? FindNameBeside(string before, string after)
    {
        var name = Joint.Replace($"{before.Trim()} {after.Trim()}".Trim(), "").Trim(' ', ',', ':', '“', '”', '"');
        name = name.EndsWith("'s", StringComparison.Ordinal) || name.EndsWith("’s", StringComparison.Ordinal) ? name[..^2] : name;
        return name.Length > 0 ? name : null;
    }

    // The name in square brackets at the end of a pasted citation.
    [GeneratedRegex(@"\[(?<name>[^\[\]]+)\]$")]
    private static partial Regex Cited { get; }

    [GeneratedRegex(@"^(?:(?<name>.+?)(?:\s*[#,:]\s*|\s+|(?=[¶§])))??(?<place>(?:[¶§]|[Pp](?:ara(?:graph)?)?\.?)?\s*[0-9]+(?:\.[0-9]+)?(?:[–-][0-9]+)?)$")]
    private static partial Regex NameThenPlace { get; }

    [GeneratedRegex(@"^(?<place>(?:[¶§]|[Pp](?:ara(?:graph)?)?\.?)?\s*[0-9]+(?:\.[0-9]+)?(?:[–-][0-9]+)?)\s+(?:(?:of|in)\s+)?(?<name>\D.*)$")]
    private static partial Regex PlaceThenName { get; }

    [GeneratedRegex(@"(?<=^|,\s|—\s)(?:“[^”]*”|pp?\.\s?[\p{L}\p{N}–-]+|\[[0-9]{1,3}\]|(?:Article|Section|Recital|Rule|Clause)\s[0-9IVXLC]+[a-z]?(?:\([0-9a-z]+\))*)(?:,\s?|$)")]
    private static partial Regex Landmark { get; }

    [GeneratedRegex(@"^(?:(?:of|in|from|under)\s+)?(?:the\s+)?|\s+(?:of|in)(?:\s+the)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Joint { get; }
}
