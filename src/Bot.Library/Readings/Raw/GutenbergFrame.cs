using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Raw;

/// <summary>The text that Project Gutenberg puts around a book: its header, its licence and who typed it. The header contains title and author.</summary>
internal sealed partial record GutenbergFrame
{
    /// <summary>The title that the header gives.</summary>
    public string? Title { get; private init; }

    /// <summary>Who wrote the book.</summary>
    public string? Author { get; private init; }

    /// <summary>What was removed; empty if the text has no such frame.</summary>
    public IReadOnlyList<string> LeftOut { get; private init; } = [];

    /// <summary>Removes the frame from a plain text.</summary>
    public static (GutenbergFrame Frame, string Body) Take(string content)
    {
        var text = content.ReplaceLineEndings("\n");
        if (Start.Match(text) is { Success: true } start)
        {
            return (Of(text[..start.Index]), TakeBody(text, start.Index + start.Length));
        }

        // Some copies have lost the line that ends the header.
        return Header.Match(text) is { Success: true } header
            ? (Of(header.Value) with { Author = header.Groups["author"].Value }, TakeBody(text, header.Length))
            : (new GutenbergFrame(), text);
    }

    /// <summary>Removes the frame from the blocks of a page.</summary>
    /// <param name="blocks">The page's main text, in which the frame may be missing already.</param>
    /// <param name="page">Gives all text of the page.</param>
    public static (GutenbergFrame Frame, IReadOnlyList<RawBlock> Body) Take(IReadOnlyList<RawBlock> blocks, Func<string> page)
    {
        var start = blocks.Index().FirstOrDefault(block => Start.IsMatch(block.Item.Text), (-1, default)).Index;
        if (start < 0)
        {
            var (outside, _) = Take(page());
            return (outside, outside.LeftOut.Count == 0 ? blocks : [.. blocks.TakeWhile(block => !End.IsMatch(block.Text)).Where(block => !Typist.IsMatch(block.Text))]);
        }

        var end = blocks.Index().FirstOrDefault(block => block.Index > start && End.IsMatch(block.Item.Text), (blocks.Count, default)).Index;
        var header = string.Join('\n', blocks.Take(start + 1).Select(block => block.Text));
        return (Of(header[..Start.Match(header).Index]), [.. blocks.Skip(start + 1).Take(end - start - 1).Where(block => !Typist.IsMatch(block.Text))]);
    }

    private static string TakeBody(string text, int start)
    {
        var end = End.Match(text, start);
        return Emphasis.Replace(Typist.Replace(text[start..(end.Success ? end.Index : text.Length)], ""), "$1");
    }

    private static GutenbergFrame Of(string header) => new()
    {
        Title = ReadValue(header, "Title"),
        Author = ReadValue(header, "Author"),
        LeftOut = [LeftOutParts.GutenbergFrame],
    };

    private static string? ReadValue(string header, string name) =>
        Fields.Matches(header).FirstOrDefault(field => field.Groups["name"].Value == name)?.Groups["value"].Value.Trim();

    [GeneratedRegex(@"\*{3}\s*START OF TH(?:E|IS) PROJECT GUTENBERG E-?BOOK[^*]{0,300}\*{3}", RegexOptions.IgnoreCase)]
    private static partial Regex Start { get; }

    [GeneratedRegex(
        @"\A\s*The Project Gutenberg E-?Book of [^\n]{1,200}?, by (?<author>[^\n]{1,100})\n\s*This e-?book is for the use of (?:[^\n]+\n){1,8}\s*Title:[^\n]+\n(?:\s*(?:Author|Translator|Editor|Release Date|Posting Date|Last Updated|Language|Character set encoding):[^\n]*\n)*",
        RegexOptions.IgnoreCase)]
    private static partial Regex Header { get; }

    [GeneratedRegex(@"(?:End of (?:the )?Project Gutenberg(?:['’]s)?[^*\n]{0,300}\s*)?\*{3}\s*END OF TH(?:E|IS) PROJECT GUTENBERG E-?BOOK|^\s*End of (?:the )?Project Gutenberg(?:['’]s)? ", RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex End { get; }

    [GeneratedRegex(@"^\s*(?:Produced by|E-?text prepared by|Transcribed from|Transcribed by|Note: Project Gutenberg (?:also )?has)\s(?:[^\n]+\n?)+", RegexOptions.IgnoreCase)]
    private static partial Regex Typist { get; }

    [GeneratedRegex(@"\b(?<name>Title|Author):\s*(?<value>.+?)\s*(?=$|\b(?:Author|Translator|Editor|Illustrator|Contributor|Commentator|Release Date|Posting Date|Last Updated|Language|Credits|Character set encoding):)", RegexOptions.Multiline)]
    private static partial Regex Fields { get; }

    /// <summary>Underscores around words are how these texts write italics.</summary>
    [GeneratedRegex(@"(?<!\w)_(\S(?:(?:(?!\n\s*\n)[^_]){0,6000}?\S)?)_(?!\w)")]
    private static partial Regex Emphasis { get; }
}
