using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>Lines of a web page that are not its text.</summary>
internal static partial class Boilerplate
{
    /// <summary>Whether a line, wherever it stands, belongs to the page and not to the text: a credit, categories, a call to share.</summary>
    public static bool IsLine(string line) => IsCategories(line) || Credit.IsMatch(line) || Call.IsMatch(line) || IsNotice(line);

    /// <summary>Whether a line, though perhaps a sentence, is the site's own: on cookies, newsletters, copyright.</summary>
    public static bool IsNotice(string line) => PlainLine.CountWords(line) <= 60 && Notice.IsMatch(line);

    /// <summary>Whether a line heads what sites put below a text: tags, links to others, comments.</summary>
    public static bool OpensTail(string line) => Tail.IsMatch(line);

    private static bool IsCategories(string line) =>
        line.Length <= 200 && line.Split(['|', '›', '»', '>', '•', '·'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } parts
        && !line.Contains('«', StringComparison.Ordinal)
        && parts.All(part => PlainLine.CountWords(part) <= 4) && line[^1] is not ('.' or '!' or '?') && !line.Contains(": ", StringComparison.Ordinal);

    [GeneratedRegex(@"^(?:(?:photo|image|picture|illustration|cover)?\s*(?:credits?|courtesy|source|by)|photo|photograph|image|illustration)\s*(?::|©|/).{0,200}$|^(?:©|\(c\)).{0,120}$", RegexOptions.IgnoreCase)]
    private static partial Regex Credit { get; }

    [GeneratedRegex(
        @"^(?:skip to (?:main )?content|menu|home|search|log ?in|sign ?in|sign ?up|subscribe(?: now| today)?|subscribe to (?:our|the) .{0,60}|donate|share|share (?:this|on) .{0,40}|tweet|e?mail|print|save|copy link" +
        @"|listen(?: to (?:this|the) (?:article|story))?|follow us.{0,40}|facebook|twitter|linkedin|whatsapp|advertisement|sponsored|close|read (?:more|next|also).{0,120}" +
        @"|recent (?:features|posts|articles|stories)|(?:[0-9]{1,3} ?-? ?min(?:ute)?s? read)|(?:[0-9]{1,5} )?comments?|back to top|click here.{0,60}|continue reading.{0,60})$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Call { get; }

    [GeneratedRegex(
        @"^(?:(?:we|this (?:web)?site|our (?:web)?site|our partners) uses? cookies|by (?:continuing|clicking|using this)|accept (?:all )?cookies|(?:sign up|subscribe) (?:for|to) (?:our|the|a)\b.*(?:newsletter|e-?mail|updates)" +
        @"|(?:copyright|©|\(c\))\s.{0,200}$|.{0,100}\ball rights reserved\b|you have (?:[0-9]+|no) (?:free )?articles? (?:left|remaining)|(?:please )?(?:enable|turn on) javascript)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Notice { get; }

    [GeneratedRegex(
        @"^(?:tags?|topics|filed under|categories|keywords|share(?: this.{0,40}| on.{0,40})?|related(?: (?:articles|stories|posts|content|reading|topics|links))?|more (?:from|on|in|stories).{0,60}|most (?:read|popular|viewed|recent)" +
        @"|read (?:more|next|also)|recommended(?: (?:for you|reading|stories))?|you (?:may|might) (?:also )?(?:like|be interested).{0,40}|trending(?: now)?|(?:[0-9]{1,5} )?comments?|leave a (?:comment|reply)|(?:previous|next) (?:article|post|story)" +
        @"|newsletters?|sign up.{0,80}|subscribe.{0,80}|follow us.{0,60}|latest (?:news|stories|articles)|popular (?:posts|stories)|advertisement|privacy policy|terms (?:of (?:use|service)|and conditions)|contact us|about us):?(?:\s*\|.*)?$" +
        @"|^(?:tags|filed under|topics|keywords|categories):\s.{1,300}$",
        RegexOptions.IgnoreCase)]
    private static partial Regex Tail { get; }
}
