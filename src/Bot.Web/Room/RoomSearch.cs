using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Web.Room;

/// <summary>A search for words in a reading, in any of their forms.</summary>
public sealed class RoomSearch
{
    private readonly HashSet<string> terms;
    private readonly ReadingLanguage language;

    private RoomSearch(string words, HashSet<string> terms, ReadingLanguage language)
    {
        (Words, this.terms, this.language) = (words, terms, language);
    }

    /// <summary>The words as typed; empty if there is no search.</summary>
    public string Words { get; }

    /// <summary>The numbers of the paragraphs that contain all words; if there is none, of those that contain any of them.</summary>
    public IReadOnlyList<int> Paragraphs { get; private init; } = [];

    /// <summary>Whether each of <see cref="Paragraphs"/> contains all words.</summary>
    public bool HoldsAll { get; private init; } = true;

    /// <summary>Searches a reading.</summary>
    internal static RoomSearch Of(Reading reading, string? words)
    {
        var terms = TextAnalysis.ReadTerms(words ?? "", reading.Language).ToHashSet(StringComparer.Ordinal);
        var search = new RoomSearch(words?.Trim() ?? "", terms, reading.Language);
        if (terms.Count == 0)
        {
            return search;
        }

        var held = reading.Paragraphs
            .Select(paragraph => (paragraph.Number, Count: search.FindTokens(paragraph.Text).Select(token => token.Term).Distinct().Count()))
            .Where(paragraph => paragraph.Count > 0)
            .ToList();
        var best = held.Where(paragraph => paragraph.Count == terms.Count).ToList();
        return new RoomSearch(search.Words, terms, reading.Language)
        {
            Paragraphs = [.. (best.Count > 0 ? best : held).Select(paragraph => paragraph.Number)],
            HoldsAll = best.Count > 0,
        };
    }

    /// <summary>The places of the words in a text, in order and without overlap.</summary>
    public IReadOnlyList<TextSpan> MarksIn(string text)
    {
        var marks = new List<TextSpan>();
        foreach (var token in terms.Count == 0 ? [] : FindTokens(text))
        {
            if (marks.Count == 0 || token.Start >= marks[^1].End)
            {
                marks.Add(new TextSpan(token.Start, token.End - token.Start));
            }
        }

        return marks;
    }

    private IEnumerable<Token> FindTokens(string text) => TextAnalysis.Tokenize(text, language).Where(token => terms.Contains(token.Term));
}
