using System.Numerics.Tensors;
using Bot.Chat.Posting;
using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Readings.Sentences;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Bot.Seminar.Citing;
using Bot.Seminar.DailyDebates.Planning;

namespace Bot.Seminar.DailyDebates.Recap;

/// <summary>Sorts the messages of a discussion into points for, against, and questions, and groups similar ones.</summary>
internal sealed class RecapPoints(QueryVectors vectors, ISecondStage secondStage, PassageRetriever retriever)
{
    // A longer recap would not be read. The oldest sentences are used, because later ones often repeat them.
    private const int MaxSentences = 200;
    private const int MaxPlaces = 12;
    private const int MinWords = 3;
    private const int MaxSentence = 280;
    private static readonly SentenceSplitter Splitter = new();

    /// <summary>The points of a discussion, those that most messages make first.</summary>
    /// <param name="snapshot">The readings.</param>
    /// <param name="motion">The motion.</param>
    /// <param name="messages">The messages, the oldest first.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public async Task<IReadOnlyList<RecapPoint>> OfAsync(
        ShelfSnapshot snapshot, string motion, IEnumerable<ThreadMessage> messages, CancellationToken cancellationToken)
    {
        var said = messages.SelectMany(message => SentencesOf(message.Text).Select(sentence => (Message: message, Sentence: sentence)))
            .Take(MaxSentences)
            .ToList();
        if (said.Count == 0)
        {
            return [];
        }

        string[] sentences = [.. said.Select(item => item.Sentence)];
        var sides = await JudgeSidesAsync(PlannedMotion.ClaimOf(motion), sentences, cancellationToken);
        var groups = Group(sides, await EmbedAsync(sentences, cancellationToken));
        var points = groups
            .Select(
                group => new RecapPoint(sides[group[0]], said[group[0]].Message, sentences[group[0]], group.Select(i => said[i].Message.Id).Distinct().Count()))
            .OrderByDescending(point => point.Times)
            .ToList();
        for (var i = 0; i < Math.Min(points.Count, MaxPlaces); i++)
        {
            points[i] = points[i] with { LeansOn = await FindNearestAsync(snapshot, points[i].Sentence, cancellationToken) };
        }

        return points;
    }

    private static IEnumerable<string> SentencesOf(string text)
    {
        var line = InputText.Clean(text);
        return (line.Length > 0 ? Splitter.Split(line) : [])
            .Select(sentence => line[sentence.Start..sentence.End])
            .Where(sentence => sentence.Length <= MaxSentence && TextAnalysis.ReadTerms(sentence).Distinct().Count() >= MinWords);
    }

    private async Task<PointSide[]> JudgeSidesAsync(string claim, string[] sentences, CancellationToken cancellationToken)
    {
        var judged = await secondStage.JudgeStancesAsync(claim, sentences, cancellationToken);
        return [.. sentences.Select((sentence, i) => sentence.EndsWith('?') ? PointSide.Question
            : judged is null ? PointSide.Unsorted
            : judged[i].Side switch
            {
                StanceSide.Opposes => PointSide.Against,
                StanceSide.Supports => PointSide.For,
                _ => PointSide.Unsorted,
            })];
    }

    private async Task<(IReadOnlyList<ReadOnlyMemory<float>> Vectors, double Same)> EmbedAsync(string[] sentences, CancellationToken cancellationToken) =>
        await vectors.EmbedAllAsync(sentences, cancellationToken) is { } byMeaning
            ? (byMeaning, Likeness.ByMeaning)
            : (LexicalVectors.Of([.. sentences.Select(sentence => TextAnalysis.ReadTerms(sentence))]), Likeness.ByWords);

    // A sentence joins the first group of its side that is similar enough.
    private static List<List<int>> Group(PointSide[] sides, (IReadOnlyList<ReadOnlyMemory<float>> Vectors, double Same) space)
    {
        var groups = new List<List<int>>();
        for (var i = 0; i < sides.Length; i++)
        {
            var like = groups.Find(group => sides[group[0]] == sides[i]
                && TensorPrimitives.Dot(space.Vectors[group[0]].Span, space.Vectors[i].Span) >= space.Same);
            if (like is null)
            {
                groups.Add(like = []);
            }

            like.Add(i);
        }

        return groups;
    }

    private async Task<Citation?> FindNearestAsync(ShelfSnapshot snapshot, string sentence, CancellationToken cancellationToken)
    {
        var query = new RetrievalQuery(sentence)
        {
            Accepts = (_, paragraph) => paragraph.Role == ParagraphRole.Body,
            MaxPassages = 1,
            MaxSentences = 1,
        };
        var found = await retriever.SearchAsync(snapshot.Index, query, cancellationToken);
        return found.Certainty != Certainty.None && found.Passages is [var passage]
            ? Quotation.Of(passage.Reading, passage.Paragraph, passage.First, passage.Last).Citation
            : null;
    }

    /// <summary>The cosine from which two sentences make the same point.</summary>
    private static class Likeness
    {
        public const double ByMeaning = 0.7;
        public const double ByWords = 0.4;
    }
}
