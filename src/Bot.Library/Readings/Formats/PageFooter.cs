using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats;

/// <summary>
/// What is below the text of a saved page: a note on the author, which becomes its own section, and tags, links and comments,
/// which are removed.
/// </summary>
internal sealed class PageFooter
{
    // What follows a heading such as "Related" is taken for boilerplate only if it is short beside the text above it. A biography may be
    // as long as a short text; it stays in any case.
    private const int TextPerTail = 3;
    private const int TextPerBiography = 1;

    private PageFooter(IReadOnlyList<string> body) => Body = body;

    /// <summary>The text itself.</summary>
    public IReadOnlyList<string> Body { get; }

    /// <summary>Whether tags, links or comments were removed.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The sentences on who wrote it.</summary>
    public List<string> AboutAuthor { get; } = [];

    /// <summary>The names above or at the head of those sentences.</summary>
    public string? Author { get; private set; }

    /// <summary>All lines, of a file that is no saved page.</summary>
    public static PageFooter None(IReadOnlyList<string> lines) => new(lines);

    /// <summary>Reads the lines below a file's header.</summary>
    public static PageFooter Read(IReadOnlyList<string> lines)
    {
        var total = lines.Sum(line => line.Length);
        var end = lines.Count;
        var above = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if ((above > (total - above) * TextPerTail && Boilerplate.OpensTail(lines[i]))
                || (above > (total - above) * TextPerBiography && SectionName.IsAboutAuthor(lines[i])))
            {
                end = i;
                break;
            }

            above += lines[i].Length;
        }

        var footer = new PageFooter([.. lines.Take(end).Where(line => !Boilerplate.IsLine(line))]);
        footer.ReadTail(lines.Skip(end));
        return footer;
    }

    private void ReadTail(IEnumerable<string> lines)
    {
        var isAboutAuthor = false;
        var names = new List<string>();
        foreach (var line in lines)
        {
            if (SectionName.IsAboutAuthor(line))
            {
                isAboutAuthor = true;
            }
            else if (Boilerplate.OpensTail(line))
            {
                (isAboutAuthor, IsCut) = (false, true);
            }
            else if (isAboutAuthor && PlainLine.IsProse(line))
            {
                AboutAuthor.Add(line);
            }
            else if (isAboutAuthor && PersonName.IsMatch(line))
            {
                names.Add(line);
            }
        }

        // "Guest Author" has the shape of a name too; the biography shows which line is one.
        names.RemoveAll(name => !AboutAuthor.Exists(text => text.StartsWith(name, StringComparison.Ordinal)));
        Author = names.Count > 0 ? string.Join(", ", names) : null;
    }
}
