using System.Globalization;
using System.Text;
using Bot.Chat.Languages;

namespace Bot.Web.Citing;

/// <summary>Formats a quote with its place for an essay, in the language of the page.</summary>
internal static class CitationText
{
    /// <summary>Plain text: “Quote” — Author, Title, “Section”, ¶4.1–3.</summary>
    public static string Plain(IReadOnlyList<QuoteBlock> run) => $"{Wording.Quote(Words(run))} — {Place(QuoteRun.JoinCitations(run), title => title)}";

    /// <summary>Markdown: a block quote with its place, which links to the source if that is an address.</summary>
    public static string Markdown(IReadOnlyList<QuoteBlock> run)
    {
        var place = QuoteRun.JoinCitations(run);
        var title = place.SourceLink is { } link
            ? (Func<string, string>)(words => $"[*{EscapeMarkdown(words)}*](<{link.AbsoluteUri}>)")
            : words => $"*{EscapeMarkdown(words)}*";
        return $"> {EscapeMarkdown(Words(run))}\n>\n> — {Place(place, title, EscapeMarkdown)}";
    }

    /// <summary>A BibTeX entry of the reading, with the place as a note.</summary>
    public static string BibTeX(IReadOnlyList<QuoteBlock> run)
    {
        var place = QuoteRun.JoinCitations(run);
        var fields = new List<(string Name, string Value)>();
        if (place.Author is { } author)
        {
            fields.Add(("author", EscapeBibTeX(author)));
        }

        fields.Add(("title", $"{{{EscapeBibTeX(place.Title)}}}"));
        if (place.SourceLink is { } link)
        {
            fields.Add(
                ("howpublished", $"\\url{{{link.AbsoluteUri.Replace("{", "%7B", StringComparison.Ordinal).Replace("}", "%7D", StringComparison.Ordinal)}}}"));
        }
        else if (place.Source is { } source)
        {
            fields.Add(("howpublished", EscapeBibTeX(source)));
        }

        fields.Add(("note", CiteTexts.FormatParagraph(place.Label.TrimStart('¶').Replace("–", "--", StringComparison.Ordinal))));
        return $"@misc{{{place.Reading.Replace('/', ':')},\n{string.Join(",\n", fields.Select(field => $"  {field.Name} = {{{field.Value}}}"))}\n}}";
    }

    private static string Words(IReadOnlyList<QuoteBlock> run) => string.Join(' ', run.Select(quote => quote.Text));

    private static string Place(Citation place, Func<string, string> title, Func<string, string>? escape = null)
    {
        escape ??= words => words;
        var parts = new List<string>();
        if (place.Author is { } author)
        {
            parts.Add(escape(author));
        }

        parts.Add(title(place.Title));
        if (place.Section is { } section)
        {
            parts.Add(Wording.Quote(escape(section)));
        }

        parts.Add(place.Label);
        return string.Join(", ", parts);
    }

    private static string EscapeMarkdown(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            if (sign is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '~')
            {
                escaped.Append('\\');
            }

            escaped.Append(sign is '\n' or '\r' ? ' ' : sign);
        }

        return escaped.ToString();
    }

    private static string EscapeBibTeX(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            _ = sign switch
            {
                '\\' => escaped.Append("\\textbackslash{}"),
                '~' => escaped.Append("\\textasciitilde{}"),
                '^' => escaped.Append("\\textasciicircum{}"),
                '{' or '}' or '%' or '&' or '#' or '_' or '$' => escaped.Append(CultureInfo.InvariantCulture, $"\\{sign}"),
                '\n' or '\r' => escaped.Append(' '),
                _ => escaped.Append(sign),
            };
        }

        return escaped.ToString();
    }
}
