using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Summary;

/// <summary>What the readings say on a topic, by reading.</summary>
/// <param name="Groups">The extracts of each reading in its order, the reading that is nearest first; none where they say nothing of it.</param>
/// <param name="IsSure">Whether a passage says all words of the topic, or is likely on it.</param>
internal sealed record TopicExtracts(IReadOnlyList<IReadOnlyList<Extract>> Groups, bool IsSure);

/// <summary>Sums up what the readings say on a topic.</summary>
internal sealed class TopicSummary(PassageRetriever retriever)
{
    private const int MaxReadings = 5;

    // So many sentences near the topic are found for each one that is shown.
    private const int Choice = 3;

    // A few words are no question, which is what the confidence is of; a sentence that says them all is on the topic.
    private const double AllWords = 1 - 1e-9;

    /// <summary>Finds the sentences nearest to a topic that do not say the same.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="topic">A few words.</param>
    /// <param name="count">How many sentences to quote at most.</param>
    /// <param name="accepts">Which readings to look in.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public async Task<TopicExtracts> OfAsync(
        ShelfSnapshot snapshot, string topic, int count, Func<Reading, bool> accepts, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(topic)
        {
            Accepts = (reading, paragraph) => paragraph.Role == ParagraphRole.Body && accepts(reading),
            MaxPassages = count * Choice,
            MaxSentences = 1,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);

        // Of a topic that is named in words which stand nowhere near, only a sure find is on it.
        if (found.Certainty == Certainty.None || (found.Certainty == Certainty.Unsure && found.Passages.All(passage => passage.WordShare == 0)))
        {
            return new TopicExtracts([], IsSure: false);
        }

        var groups = found.Passages.GroupBy(passage => passage.Reading).Take(MaxReadings).ToList();

        // Each reading is heard before one is heard at length.
        var shares = Shares(groups.Count, count);
        return new TopicExtracts(
            [.. groups.Select((group, i) => Chosen(snapshot.Index, group.Key, [.. group], shares[i])).Where(taken => taken.Count > 0)],
            found.Certainty == Certainty.Sure || found.Passages.Any(passage => passage.WordShare >= AllWords));
    }

    // What the retriever found is on the topic; among that the order counts, and what repeats is left out.
    private static List<Extract> Chosen(RetrievalIndex index, Reading reading, List<Passage> found, int count)
    {
        var rank = found.Select((passage, i) => (passage, i)).ToDictionary(item => (item.passage.Paragraph.Number, item.passage.Core), item => item.i);
        var sentences = SentenceReader.Read(index, reading).Where(sentence => rank.ContainsKey((sentence.Paragraph.Number, sentence.Number)));
        var taken = Choosing.Take(
            Extract.Of(sentences), count, extract => 1 - ((double)rank[(extract.Core.Paragraph.Number, extract.Core.Number)] / found.Count));
        return [.. taken.OrderBy(extract => extract.Core.Paragraph.Number).ThenBy(extract => extract.First)];
    }

    private static List<int> Shares(int readings, int count) =>
        [.. Enumerable.Range(0, readings).Select(i => Math.Max(1, (count / Math.Max(readings, 1)) + (i < count % Math.Max(readings, 1) ? 1 : 0)))];
}
