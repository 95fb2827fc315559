using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Summary;

/// <summary>The extracts on a topic, by reading.</summary>
/// <param name="Groups">The extracts of each reading in order, the nearest reading first; empty if the readings say nothing about it.</param>
/// <param name="IsSure">Whether a passage contains all words of the topic, or the search is sure and a passage contains some of them.</param>
internal sealed record TopicExtracts(IReadOnlyList<IReadOnlyList<Extract>> Groups, bool IsSure);

/// <summary>Sums up a topic.</summary>
internal sealed class TopicSummary(PassageRetriever retriever)
{
    private const int MaxReadings = 5;

    // The number of candidates for each sentence that is shown.
    private const int Choice = 3;

    // The confidence is made for questions, not for a few words; a sentence with all the words is about the topic.
    private const double AllWords = 1 - 1e-9;

    /// <summary>Finds the sentences nearest to a topic that do not repeat each other.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="topic">A few words.</param>
    /// <param name="count">The maximum number of sentences.</param>
    /// <param name="accepts">Which readings to search.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
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

        // If the passages contain none of the topic's words, only a sure result counts.
        if (found.Certainty == Certainty.None || (found.Certainty == Certainty.Unsure && found.Passages.All(passage => passage.WordShare == 0)))
        {
            return new TopicExtracts([], IsSure: false);
        }

        var isSure = found.Passages.Any(passage => found.Certainty == Certainty.Sure ? passage.WordShare > 0 : passage.WordShare >= AllWords);

        // What has no word of the topic and is not sure either only looks like it.
        var about = isSure ? found.Passages.Where(passage => passage.WordShare > 0 || passage.Certainty == Certainty.Sure) : found.Passages;
        var groups = about.GroupBy(passage => passage.Reading).Take(Math.Min(MaxReadings, count)).ToList();

        // Each reading gets a sentence before any reading gets several.
        var shares = DivideShares(groups.Count, count);
        return new TopicExtracts(
            [.. groups.Select((group, i) => Choose(snapshot.Index, group.Key, [.. group], shares[i])).Where(taken => taken.Count > 0)],
            isSure);
    }

    // Found passages are chosen in their order, without repetitions.
    private static List<Extract> Choose(RetrievalIndex index, Reading reading, List<Passage> found, int count)
    {
        var rank = found.Select((passage, i) => (passage, i)).ToDictionary(item => (item.passage.Paragraph.Number, item.passage.Core), item => item.i);
        var sentences = index.SpaceOf(reading).Sentences
            .Where(sentence => rank.ContainsKey((sentence.Paragraph.Number, sentence.Number)))
            .Select(sentence => new SummarySentence(reading, sentence));
        var taken = Choosing.Take(
            Extract.Of(sentences), count, extract => 1 - ((double)rank[(extract.Core.Paragraph.Number, extract.Core.Number)] / found.Count));
        return [.. taken.OrderBy(extract => extract.Core.Paragraph.Number).ThenBy(extract => extract.First)];
    }

    private static List<int> DivideShares(int readings, int count) =>
        [.. Enumerable.Range(0, readings).Select(i => Math.Max(1, (count / Math.Max(readings, 1)) + (i < count % Math.Max(readings, 1) ? 1 : 0)))];
}
