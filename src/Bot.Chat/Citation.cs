using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat;

/// <summary>The place of a quote, so that everyone can find it.</summary>
/// <param name="Reading">The reading's id: the name that <c>reading:</c> takes.</param>
/// <param name="Title">The reading's title.</param>
/// <param name="Paragraph">The paragraph's number in the reading, from 1.</param>
/// <param name="Sentence">The number of the quote's first sentence in its paragraph, from 1.</param>
public sealed record Citation(string Reading, string Title, int Paragraph, int Sentence)
{
    /// <summary>The heading above the paragraph, if there is one.</summary>
    public string? Section { get; init; }

    /// <summary>The paragraph's place in a law or a judgment: <c>Article 5(1)(c)</c>, <c>[38]</c>; null elsewhere.</summary>
    public string? Provision { get; init; }

    /// <summary>The speaker, in a play or a dialogue.</summary>
    public string? Speaker { get; init; }

    /// <summary>The number of the printed page on which the quote begins, as printed; null if unknown.</summary>
    public string? Page { get; init; }

    /// <summary>The number of the printed page on which the quote ends; the same as the first if it is one page.</summary>
    public string? LastPage { get; init; }

    /// <summary>The author of the reading, if known.</summary>
    public string? Author { get; init; }

    /// <summary>The place of publication from the reading's file; not always a URL.</summary>
    public string? Source { get; init; }

    /// <summary>Whether there is only one reading, or the reply names it above; then the citation contains only the place.</summary>
    public bool IsReadingKnown { get; init; }

    /// <summary>The address of this place in the reading room, if others can open it; otherwise null.</summary>
    public Uri? Place { get; init; }

    /// <summary>The address of the place, or otherwise of the reading; null if there is none.</summary>
    public Uri? Link => Place ?? SourceLink;

    /// <summary>The address at which the reading was published; null if its source is not an address.</summary>
    public Uri? SourceLink => Uri.TryCreate(Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>The number of the quote's last sentence; the same as the first if the quote has one sentence.</summary>
    public int LastSentence { get; init; } = Sentence;

    /// <summary>The place as people write it: <c>¶9.2</c>, or <c>¶9.2–4</c> for several sentences.</summary>
    public string Label => LastSentence > Sentence ? $"{Anchor}–{LastSentence}" : Anchor;

    /// <summary>The place of the first sentence: <c>¶9.2</c>.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}.{Sentence}");

    /// <summary>The title, shortened for a citation if it is long.</summary>
    public string ShortTitle => ShortTitles.Of(Title);

    /// <summary>How people find the place in print, in the usual order: the speaker, the article or the heading, the page.</summary>
    public IEnumerable<string> Landmarks
    {
        get
        {
            if (Speaker is { } speaker)
            {
                yield return speaker;
            }

            // The heading of an article only repeats its number. The heading above a numbered paragraph is different and is included.
            if (Section is { Length: > 0 } section && Provision is null or ['[', ..])
            {
                yield return Wording.Quote(section);
            }

            if (Provision is { } provision)
            {
                yield return provision;
            }

            if (Page is { } page)
            {
                yield return LastPage is { } last && last != page ? ReplyTexts.FormatPages(page, last) : ReplyTexts.FormatPage(page);
            }
        }
    }
}
