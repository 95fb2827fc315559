using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Arguments;

namespace Bot.Evaluation.Engines;

/// <summary>Which of the product's searches is measured.</summary>
internal enum SearchMode
{
    /// <summary>What is about the query: the search behind <c>ask</c> and <c>find</c>.</summary>
    Find,

    /// <summary>What speaks against the query: the search behind <c>counter</c>.</summary>
    Counter,
}

/// <summary>The product's own search, with each document as a reading of one paragraph.</summary>
/// <param name="mode">Which search.</param>
internal sealed class OursEngine(SearchMode mode) : IRankingEngine
{
    private Dictionary<ReadingId, string> documents = [];
    private ReadingIndex? index;

    public void Index(IEnumerable<CorpusDocument> corpus)
    {
        documents = [];
        var readings = new List<Reading>();
        foreach (var document in corpus)
        {
            var reading = InMemoryReading.Create($"document-{readings.Count + 1}", document.Title, [document.Text]);
            documents.Add(reading.Id, document.Id);
            readings.Add(reading);
        }

        index = ReadingIndex.Build(readings, Lexicon.Default);
    }

    public IReadOnlyList<RankedDocument> Rank(string query, int count, Func<string, bool>? accepts = null)
    {
        var indexed = index ?? throw new InvalidOperationException("Index a corpus first.");
        Func<Reading, Paragraph, bool>? takes = accepts is null ? null : (reading, _) => accepts(documents[reading.Id]);
        var found = mode == SearchMode.Counter
            ? OpposingParagraphs.Rank(indexed, new Claim(query, indexed.Lexicon), count, takes)
            : ParagraphSearch.Search(indexed, SearchQuery.Parse(query, indexed.Lexicon), count, takes)
                .Select(paragraph => (Paragraph: paragraph, paragraph.Score));
        return [.. found.Select(item => new RankedDocument(documents[item.Paragraph.Reading.Id], item.Score) { Confidence = item.Paragraph.Strength })];
    }

    public void Dispose() => index = null;
}
