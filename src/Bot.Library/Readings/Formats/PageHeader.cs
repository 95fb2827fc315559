using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// What is above the text of a plain file: a title, the author and the date, and in a saved page also the site's headings, a line of
/// categories, a photo credit and the title again. Everything except sentences is removed.
/// </summary>
internal sealed partial class PageHeader
{
    private const int MaxLines = 60;
    private const int WordsOfFirstParagraph = 40;
    private const string Name = @"\p{Lu}[\p{L}\p{M}.'’-]*(?:\s(?:de|da|do|dos|del|van|von|der|den|la|le|di))*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*){1,3}";

    private static readonly string[] TitleLabels = ["title", "titel", "titre", "título", "titolo"];
    private static readonly string[] AuthorLabels = ["author", "autor", "auteur", "autore", "autorin", "autora", "autrice"];
    private static readonly string[] SourceLabels = ["source", "url", "publication", "quelle", "fuente", "fonte", "bron"];

    private PageHeader()
    {
    }

    /// <summary>The title, or null if the file opens with its text.</summary>
    public string? Title { get; private set; }

    /// <summary>The name behind “By”, in any language of readings.</summary>
    public string? Author { get; private set; }

    /// <summary>The date of a line of its own.</summary>
    public DateOnly? Date { get; private set; }

    /// <summary>What a line “Source: …” says.</summary>
    public string? Source { get; private set; }

    /// <summary>Sentences that stand above or between the titles.</summary>
    public List<string> Standfirst { get; } = [];

    /// <summary>The lines from the first one of the text on.</summary>
    public IReadOnlyList<string> Rest { get; private set; } = [];

    /// <summary>Reads the header of a file.</summary>
    /// <param name="lines">All its paragraphs and headings.</param>
    public static PageHeader Read(IReadOnlyList<string> lines)
    {
        var header = new PageHeader();
        var text = 0;
        while (text < lines.Count && text < MaxLines && !IsText(lines[text]))
        {
            text++;
        }

        var titles = header.FindTitle(lines, text);
        foreach (var line in lines.Take(titles))
        {
            if (!header.TakeFact(line) && PlainLine.IsProse(line) && !Boilerplate.IsNotice(line) && !PlainLine.AreSame(line, header.Title ?? ""))
            {
                header.Standfirst.Add(line);
            }
        }

        header.Rest = [.. header.RemoveFacts(lines.Skip(titles).ToList()).Where(line => header.Title is null || !PlainLine.AreSame(line, header.Title))];
        if (header.Rest.Count == 0 && header.Standfirst.Count == 0 && header.Title is not null)
        {
            // A file of one line is that text.
            (header.Rest, header.Title) = ([header.Title], null);
        }

        return header;
    }

    /// <summary>Reads the first lines of a book whose title and author are known: where they are said again, they are no text.</summary>
    public static PageHeader OfBook(IReadOnlyList<string> lines, string title, string? author)
    {
        var header = new PageHeader { Title = title };
        var front = lines.TakeWhile((line, index) => index < MaxLines && !IsText(line)).Count();
        header.Rest = [.. lines.Where((line, index) => index >= front || !(PlainLine.AreSame(line.TrimEnd('.', ';', ','), title) || IsByline(lines, index, author)))];
        return header;
    }

    private static bool IsByline(IReadOnlyList<string> lines, int index, string? author) =>
        author is not null
        && (PlainLine.AreSame(lines[index].TrimEnd('.'), $"by {author}")
            || (PlainLine.AreSame(lines[index], "by") && index + 1 < lines.Count && PlainLine.AreSame(lines[index + 1].TrimEnd('.'), author))
            || (index > 0 && PlainLine.AreSame(lines[index - 1], "by") && PlainLine.AreSame(lines[index].TrimEnd('.'), author)));

    private static bool IsText(string line) => PlainLine.IsProse(line) && PlainLine.CountWords(line) >= WordsOfFirstParagraph && !Boilerplate.IsNotice(line);

    /// <returns>How many lines there are up to the last title, with it.</returns>
    private int FindTitle(IReadOnlyList<string> lines, int text)
    {
        var above = lines.Take(text).ToList();
        if (above.Select(line => ReadLabelled(line, TitleLabels)).FirstOrDefault(title => title is not null) is { } labelled)
        {
            Title = labelled;
            return above.FindLastIndex(line => PlainLine.AreSame(line, labelled) || ReadLabelled(line, TitleLabels) is not null) + 1;
        }

        // Where a copyright notice stands above a text, its title stands above that.
        var notice = above.FindIndex(line => Copyright.IsMatch(line));
        var candidates = above.Take(notice < 0 ? text : notice).Where(MayBeTitle).ToList();
        if (candidates.Count == 0)
        {
            candidates = [.. above.Where(MayBeTitle)];
        }

        if (candidates.Exists(line => WrittenDate.Find(line) is null))
        {
            // "Version 3, 29 June 2007" stands below a title.
            candidates.RemoveAll(line => WrittenDate.Find(line) is not null);
        }

        var repeated = candidates
            .Where(line => PlainLine.CountWords(line) > 1 && above.Count(other => PlainLine.AreSame(line, other)) > 1)
            .MaxBy(PlainLine.CountWords);
        Title = repeated ?? (above.Exists(Boilerplate.IsLine) ? candidates.MaxBy(PlainLine.CountWords) : above.Find(line => !IsFact(line)) is { } first && MayBeTitle(first) ? first : null);
        return Title is null ? 0 : above.FindLastIndex(line => PlainLine.AreSame(line, Title)) + 1;
    }

    // Between the title and the first sentence go facts, boilerplate and a name that stands right above a date; a heading stays.
    private List<string> RemoveFacts(List<string> below)
    {
        var prose = below.FindIndex(PlainLine.IsProse);
        var kept = new List<string>();
        for (var i = 0; i < prose; i++)
        {
            if (TakeFact(below[i]) || Boilerplate.IsLine(below[i]))
            {
                continue;
            }

            if (Author is null && i + 1 < prose && PersonName.IsMatch(below[i]) && WrittenDate.ParseLine(below[i + 1]) is not null)
            {
                Author = below[i];
            }
            else
            {
                kept.Add(below[i]);
            }
        }

        return [.. kept, .. below.Skip(Math.Max(prose, 0))];
    }

    private static bool MayBeTitle(string line) =>
        line.Length <= 250 && PlainLine.CountWords(line) <= 35 && line[^1] is not ('.' or ',' or ';' or ':') && line.Any(char.IsLetter)
        && !IsFact(line) && !Boilerplate.IsLine(line) && !Boilerplate.IsNotice(line);

    private static bool IsFact(string line) => new PageHeader().TakeFact(line);

    private bool TakeFact(string line)
    {
        if (ReadLabelled(line, TitleLabels) is not null)
        {
            return true;
        }

        if (ReadLabelled(line, AuthorLabels) is { } author)
        {
            Author ??= author;
            return true;
        }

        if (ReadLabelled(line, SourceLabels) is { } source)
        {
            Source ??= source;
            return true;
        }

        if (WrittenDate.ParseLine(line) is { } date)
        {
            Date ??= date;
            return true;
        }

        if ((Byline.Match(line) is { Success: true } english ? english : ForeignByline.Match(line)) is { Success: true } byline)
        {
            Author ??= byline.Groups["name"].Value;
            Date ??= WrittenDate.Find(byline.Groups["rest"].Value);
            return true;
        }

        return false;
    }

    private static string? ReadLabelled(string line, string[] labels)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0)
        {
            foreach (var label in labels)
            {
                if (line.AsSpan(0, colon).Trim().Equals(label, StringComparison.OrdinalIgnoreCase) && line[(colon + 1)..].Trim() is { Length: > 0 } value)
                {
                    return value;
                }
            }
        }

        return null;
    }

    [GeneratedRegex(@"^(?:copyright|©|\(c\))\s", RegexOptions.IgnoreCase)]
    private static partial Regex Copyright { get; }

    [GeneratedRegex(@"^[Bb][Yy]:?\s+(?<name>\p{Lu}[\p{L}\p{M}.'’-]*(?:,?\s(?:and|&|de|da|do|dos|van|von|der|bin|al|el|la|le|di)|,?\s\p{Lu}[\p{L}\p{M}.'’-]*){1,9})(?<rest>\s*(?:[|,·•–—-].{0,60})?)$")]
    private static partial Regex Byline { get; }

    // These words open titles too ("Von Menschen und Mäusen"), so each name has two words at least.
    [GeneratedRegex(@"^(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor):?\s+(?<name>" + Name + @"(?:(?:,|\s(?:und|et|y|e|en))\s" + Name + @"){0,4})(?<rest>\s*(?:[|,·•–—-].{0,60})?)$")]
    private static partial Regex ForeignByline { get; }
}
