using Bot.Evaluation.Engines;
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
        var texts = article.Paragraphs.Select(paragraph => paragraph.Text);
        var reading = InMemoryReading.Create($"article-{number + 1}", article.Title, texts);
        foreach (var (paragraph, source) in reading.Paragraphs.Zip(article.Paragraphs))
        {
            idOf.Add(paragraph, source.Id);
        }

        return reading;
    }
}
