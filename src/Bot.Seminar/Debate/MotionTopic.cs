using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Debate;

/// <summary>Narrows motions to a topic.</summary>
internal sealed class MotionTopic(PassageRetriever retriever)
{
    // The seed chooses from this many of the nearest motions.
    private const int Nearest = 8;

    /// <summary>The motions that are nearest to a topic; empty if the readings say nothing about it.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="motions">Motions of these readings.</param>
    /// <param name="topic">A few words.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<Motion>> NarrowAsync(
        ShelfSnapshot snapshot, IReadOnlyList<Motion> motions, string topic, CancellationToken cancellationToken)
    {
        // Only their sentences are searched, so that others do not take their places among the few candidates of the second stage.
        var byParagraph = motions.ToLookup<Motion, Paragraph>(motion => motion.Paragraph, ReferenceEqualityComparer.Instance);
        var query = new RetrievalQuery(topic)
        {
            Accepts = (_, paragraph) => byParagraph.Contains(paragraph),
            Skips = (_, paragraph, number) => byParagraph[paragraph].All(motion => motion.Number != number),
            MaxPassages = Math.Max(1, motions.Count),
            MaxSentences = 1,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);

        // A motion must have a word of the topic nearby: the nearest of a few motions can be about anything.
        return found.Certainty == Certainty.None ? [] : [.. found.Passages
            .Where(passage => passage.WordShare > 0)
            .SelectMany(passage => byParagraph[passage.Paragraph].Where(motion => motion.Number == passage.Core))
            .Take(Nearest)];
    }
}
