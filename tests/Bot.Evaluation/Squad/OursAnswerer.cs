using Bot.Evaluation.Files;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Evaluation.Squad;

/// <summary>The product's own search and answers, with each article as a reading.</summary>
internal sealed class OursAnswerer : IAnswerer
{
    private readonly Dictionary<Paragraph, string> idOf = new(ReferenceEqualityComparer.Instance);
    private ReadingIndex? index;

    public void Index(IReadOnlyList<SquadArticle> articles) =>
        index = ReadingIndex.Build([.. articles.Select(AsReading)], Lexicon.Default);

    public IReadOnlyList<string> Rank(string question, int count)
    {
        var indexed = index ?? throw new InvalidOperationException("Index the articles first.");
        var found = ParagraphSearch.Search(indexed, SearchQuery.Parse(question, indexed.Lexicon), count);
        return [.. found.Select(paragraph => idOf[paragraph.Paragraph])];
    }

    public SquadAnswer Ask(string question, string? without = null) =>
        throw new EvaluationException("Engine ours does not support answers here yet; choose --engine lucene or --engine fts5.");

    public void Dispose() => index = null;

    private Reading AsReading(SquadArticle article, int number)
    {
        var splitter = new SentenceSplitter();
        var paragraphs = new List<Paragraph>();
        foreach (var source in article.Paragraphs)
        {
            var text = string.Join(' ', source.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var paragraph = new Paragraph(paragraphs.Count + 1, text, splitter.Split(text));
            idOf.Add(paragraph, source.Id);
            paragraphs.Add(paragraph);
        }

        var id = new ReadingId($"article-{number + 1}");
        return new Reading { Id = id, Title = article.Title, File = id.Value, Paragraphs = paragraphs };
    }
}
