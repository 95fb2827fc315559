using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat;

/// <summary>Where a quote stands, so that everyone in the room can find it.</summary>
/// <param name="Reading">The reading's id: the name that <c>reading:</c> takes.</param>
/// <param name="Title">The reading's title.</param>
/// <param name="Paragraph">The paragraph's number in the reading, from 1.</param>
/// <param name="Sentence">The number of the quote's first sentence in its paragraph, from 1.</param>
public sealed record Citation(string Reading, string Title, int Paragraph, int Sentence)
{
    /// <summary>The heading that the paragraph stands under, if there is one.</summary>
    public string? Section { get; init; }

    /// <summary>Where the paragraph is in a law or a judgment: <c>Article 5(1)(c)</c>, <c>[38]</c>; null elsewhere.</summary>
    public string? Provision { get; init; }

    /// <summary>Who says it, in a play or a dialogue.</summary>
    public string? Speaker { get; init; }

    /// <summary>The number of the printed page on which the quote begins, as it is printed there; null if it is not known.</summary>
    public string? Page { get; init; }

    /// <summary>The number of the printed page on which the quote ends; the first one's where it is one page.</summary>
    public string? LastPage { get; init; }

    /// <summary>Who wrote the reading, if that is known.</summary>
    public string? Author { get; init; }

    /// <summary>Where the reading was published, as its file gives it; not always an address.</summary>
    public string? Source { get; init; }

    /// <summary>Whether there is no other reading, or the reply names it above: then the place alone says where the quote is.</summary>
    public bool IsReadingKnown { get; init; }

    /// <summary>The address at which this very place can be read, where the program shows the reading to others; null elsewhere.</summary>
    public Uri? Place { get; init; }

    /// <summary>The address at which the place, or else the reading, can be opened; null if there is none.</summary>
    public Uri? Link => Place ?? SourceLink;

    /// <summary>The address at which the reading was published; null if its source is none.</summary>
    public Uri? SourceLink => Uri.TryCreate(Source, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>The number of the quote's last sentence; the first one's where the quote has one sentence.</summary>
    public int LastSentence { get; init; } = Sentence;

    /// <summary>The place as people write it: <c>¶9.2</c>, or <c>¶9.2–4</c> for several sentences.</summary>
    public string Label => LastSentence > Sentence ? $"{Anchor}–{LastSentence}" : Anchor;

    /// <summary>The place of the first sentence: <c>¶9.2</c>.</summary>
    public string Anchor => string.Create(CultureInfo.InvariantCulture, $"¶{Paragraph}.{Sentence}");

    /// <summary>The title, or as much of a long one as a citation has room for.</summary>
    public string ShortTitle => ShortTitles.Of(Title);

    /// <summary>What people look the place up by in print, in the order in which they say it: the speaker, the article or the heading, the page.</summary>
    public IEnumerable<string> Landmarks
    {
        get
        {
            if (Speaker is { } speaker)
            {
                yield return speaker;
            }

            // The heading of an article says no more than its number does. A numbered paragraph stands under a heading of another kind.
            if (Section is { Length: > 0 } section && Provision is null or ['[', ..])
            {
                yield return Wording.Quoted(section);
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
