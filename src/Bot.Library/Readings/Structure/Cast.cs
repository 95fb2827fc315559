using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Who speaks in a play or a dialogue, and in which form it names them: <c>JACK. That, my dear …</c>, <c>Socrates: Why have you come?</c>,
/// <c>Halla (smiling). Yes.</c>
/// </summary>
internal sealed partial class Cast
{
    private const int MinSpeeches = 4;
    private const int MinSpeakers = 2;
    private const double MinShare = 0.3;

    /// <summary>Many sentences begin with a word and a full stop; only names come back as often.</summary>
    private const int MinTimesOfPlainName = 3;

    private static readonly Cast Nobody = new(null, []);

    private readonly Func<string, Match>? form;
    private readonly HashSet<string> names;

    private Cast(Func<string, Match>? form, HashSet<string> names) => (this.form, this.names) = (form, names);

    /// <summary>Whether the text is no dialogue.</summary>
    public bool IsEmpty => form is null;

    /// <summary>Finds the names. One line of such a form may be anything; in a dialogue names come back.</summary>
    /// <param name="lines">The paragraphs of a text, without headings.</param>
    public static Cast Of(IReadOnlyList<string> lines)
    {
        (Func<string, Match> Form, int LeastOften)[] forms = [(Large.Match, 1), (Colon.Match, 1), (Plain.Match, MinTimesOfPlainName)];
        return forms
            .Select(one => (Cast: Of(lines, one.Form, one.LeastOften, out var speeches), Speeches: speeches))
            .MaxBy(found => found.Speeches)
            .Cast;
    }

    /// <summary>The name and the speech of a line in which somebody speaks; the speech is empty where the name stands alone.</summary>
    public (string Name, string Speech)? PartOf(string line) =>
        form?.Invoke(line) is { Success: true } match && Name(match) is var name && (names.Contains(name) || name.Split(" and ").All(names.Contains))
            ? (name, match.Groups["speech"].Value)
            : null;

    /// <summary>How long the name before a speech is, with the mark and the space behind it.</summary>
    public static int MeasureName(string speech)
    {
        Func<string, Match>[] forms = [Large.Match, Colon.Match, Plain.Match];
        return forms.Select(form => form(speech)).FirstOrDefault(match => match.Success)?.Groups["speech"].Index ?? 0;
    }

    /// <summary>A name as it is cited: not in capitals.</summary>
    public static string WriteName(string name) =>
        name.Any(char.IsLower) ? name : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant());

    private static Cast Of(IReadOnlyList<string> lines, Func<string, Match> form, int leastOften, out int speeches)
    {
        var spoken = lines.Select(form).Where(match => match.Success).Select(Name).Where(name => !NoName.IsMatch(name)).ToList();
        var often = spoken.CountBy(name => name).ToDictionary(name => name.Key, name => name.Value, StringComparer.Ordinal);
        speeches = spoken.Count(name => often[name] >= leastOften);
        var isDialogue = speeches >= Math.Max(MinSpeeches, MinShare * lines.Count)
            && often.Values.Count(count => count > 1 && count >= leastOften) >= MinSpeakers;
        if (!isDialogue)
        {
            speeches = 0;
            return Nobody;
        }

        // Who speaks once speaks among others; a publisher's address does not.
        var known = often.Where(name => name.Value > 1 && name.Value >= leastOften).Select(name => name.Key).ToHashSet(StringComparer.Ordinal);
        var all = known.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < lines.Count; i++)
        {
            if (leastOften == 1 && form(lines[i]) is { Success: true } once && !NoName.IsMatch(Name(once)) && (Speaks(i - 1) || Speaks(i + 1)))
            {
                all.Add(Name(once));
            }
        }

        return new Cast(form, all);

        bool Speaks(int index) => index >= 0 && index < lines.Count && form(lines[index]) is { Success: true } match && known.Contains(Name(match));
    }

    private static string Name(Match match) => match.Groups["name"].Value;

    private const string Direction = @"(?:\s*(?:\([^)]{1,160}\)|\[[^\]]{1,160}\]))?";
    private const string Behind = @"(?:\s+|$)(?<speech>.*)$";

    [GeneratedRegex(@"^(?<name>(?:(?:MRS?|MS|DR|ST|LT|CAPT)\. )?\p{Lu}[\p{Lu}’']+(?:[ -]\p{Lu}[\p{Lu}’']+){0,3})" + Direction + "[.:]" + Behind)]
    private static partial Regex Large { get; }

    [GeneratedRegex(@"^(?<name>(?:(?:Mrs?|Ms|Dr|St)\. )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,2})" + Direction + ":" + Behind)]
    private static partial Regex Colon { get; }

    [GeneratedRegex(@"^(?<name>(?:(?:Mrs?|Ms|Dr|St|[A-Z])\. )?(?:\p{Lu}[\p{L}\p{M}’'-]+)(?: (?:\p{Lu}[\p{L}\p{M}’'-]+|and|und|et|y|e)){0,3})" + Direction + @"\." + Behind)]
    private static partial Regex Plain { get; }

    [GeneratedRegex("^(?:act|scene|chapter|book|part|section|article|note|finis|the end|end|curtain|exit|exeunt|enter|theorem|lemma|proof|definition|remark|example|corollary|figure|table|yes|no|[ivxlc]{1,7})$", RegexOptions.IgnoreCase)]
    private static partial Regex NoName { get; }
}
