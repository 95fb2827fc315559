using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Summary;

/// <summary>What the readings say on a topic: the sentences that have its words, or others for them, by reading.</summary>
internal sealed class TopicSummary(ReadingIndex index, SentenceReader reader)
{
    private const int Paragraphs = 60;
    private const int MostReadings = 5;

    // A sentence is on the topic when it has more than half of what the topic's words tell; one among several may be missing.
    private const double OnTopic = 0.55;

    /// <summary>The extracts on a topic, grouped by reading, the reading that says most first.</summary>
    /// <param name="topic">A few words.</param>
    /// <param name="count">How many sentences to quote at most.</param>
    /// <param name="accepts">Which readings to look in.</param>
    public IReadOnlyList<IReadOnlyList<Extract>> Of(string topic, int count, Func<Reading, bool> accepts)
    {
        var query = SearchQuery.Parse(topic, index.Lexicon);
        var found = ParagraphSearch.Search(
            index, query, Paragraphs, (reading, paragraph) => paragraph.Role == ParagraphRole.Body && accepts(reading));
        var match = new TopicMatch(query, index.Lexicon, [.. found.Select(item => item.Paragraph.Text)]);
        var groups = found
            .GroupBy(item => item.Reading)
            .Select(group => Candidates(group.Key, [.. group.Select(item => item.Paragraph)], match))
            .Where(group => group.Count > 0)
            .OrderByDescending(group => group.Values.OrderDescending().Take(3).Sum())
            .Take(MostReadings)
            .ToList();

        // Each reading is heard before one is heard at length.
        var shares = Shares(groups.Count, count);
        return [.. groups.Select((group, i) => new Choosing(shares[i]).Take(group.Keys, shares[i], extract => group[extract])).Where(taken => taken.Count > 0)];
    }

    private Dictionary<Extract, double> Candidates(Reading reading, List<Paragraph> paragraphs, TopicMatch match)
    {
        var sentences = reader.Read(reading, paragraphs.OrderBy(paragraph => paragraph.Number));
        var scored = new Dictionary<Extract, double>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < sentences.Count; i++)
        {
            var share = match.Share(sentences[i].Text);
            if (share >= OnTopic && !sentences[i].IsQuestion && sentences[i].Words is >= 5 and <= 110)
            {
                scored[Extract.Of(sentences, i)] = share + (0.4 * sentences[i].Centrality);
            }
        }

        // What hangs in the air is quoted only where the reading has nothing better.
        return scored.Keys.Any(extract => !extract.IsLoose)
            ? scored.Where(pair => !pair.Key.IsLoose).ToDictionary(ReferenceEqualityComparer.Instance)
            : scored;
    }

    private static List<int> Shares(int readings, int count) =>
        [.. Enumerable.Range(0, readings).Select(i => Math.Max(1, (count / Math.Max(readings, 1)) + (i < count % Math.Max(readings, 1) ? 1 : 0)))];
}
