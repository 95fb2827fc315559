using System.Text.RegularExpressions;
using Bot.Library.Readings;

namespace Bot.Seminar.Citing;

/// <summary>A place as people write it: <c>¶9.2</c>, <c>case-for-pressure ¶9</c>, <c>case-for-pressure#9</c>, or a pasted citation.</summary>
/// <param name="Anchor">The place; null where the text names none.</param>
/// <param name="Name">What names the reading; null where nothing does.</param>
internal sealed partial record TypedPlace(Anchor? Anchor, string? Name)
{
    public static TypedPlace Parse(string text)
    {
        var cited = Cited().Match(text);
        var place = cited.Success ? text[..cited.Index].TrimEnd() : text;
        var match = NameThenPlace().Match(place);
        if (!match.Success)
        {
            match = PlaceThenName().Match(place);
        }

        var name = cited.Success ? cited.Groups["name"].Value : match.Success ? match.Groups["name"].Value.Trim() : text;
        return Library.Readings.Anchor.TryParse(match.Groups["place"].Value, out var anchor)
            ? new TypedPlace(anchor, name.Length > 0 ? name : null)
            : new TypedPlace(null, text.Length > 0 ? text : null);
    }

    // The name in square brackets at the end of a citation that somebody pasted.
    [GeneratedRegex(@"\[(?<name>[^\[\]]+)\]$")]
    private static partial Regex Cited();

    [GeneratedRegex(@"^(?:(?<name>.+?)(?:\s*[#,:]\s*|\s+|(?=[¶§])))??(?<place>(?:[¶§]|[Pp](?:ara(?:graph)?)?\.?)?\s*[0-9]+(?:\.[0-9]+)?(?:[–-][0-9]+)?)$")]
    private static partial Regex NameThenPlace();

    [GeneratedRegex(@"^(?<place>(?:[¶§]|[Pp](?:ara(?:graph)?)?\.?)?\s*[0-9]+(?:\.[0-9]+)?(?:[–-][0-9]+)?)\s+(?:(?:of|in)\s+)?(?<name>\D.*)$")]
    private static partial Regex PlaceThenName();
}
