using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;
using Bot.Seminar.Planning;

namespace Bot.Seminar.Recap;

/// <summary>Which way a message points.</summary>
internal enum PointSide
{
    For,
    Against,
    Question,
    Other,
}

/// <summary>A point of a discussion.</summary>
/// <param name="Side">Which way it points.</param>
/// <param name="First">The message that made it first.</param>
/// <param name="Sentence">The sentence that makes it.</param>
/// <param name="Times">How many messages make it.</param>
internal sealed record RecapPoint(PointSide Side, ThreadMessage First, string Sentence, int Times)
{
    /// <summary>The place that it leans on; null where it is near none.</summary>
    public Citation? LeansOn { get; init; }
}

/// <summary>Sorts the messages of a discussion into points: for, against, questions; alike ones together.</summary>
internal static class RecapPoints
{
    // Two sentences make the same point where they share half of their words that say something.
    private const double SamePoint = 0.5;
    private const double LeastBearing = 0.2;
    private const double LeastNearness = 0.35;
    private const int FewestWords = 3;
    private const int LongestSentence = 280;
    private static readonly SentenceSplitter Splitter = new();

    public static IReadOnlyList<RecapPoint> Of(ShelfSnapshot snapshot, string motion, IEnumerable<ThreadMessage> messages)
    {
        var claim = new Claim(PlannedMotion.ClaimOf(motion), snapshot.Index.Lexicon);
        var bearing = new BearingReader(new ClaimPoints(claim, PassageSearch.RarityOf(snapshot.Index, claim.Query)));
        var groups = new List<(RecapPoint Point, HashSet<string> Stems)>();
        foreach (var message in messages)
        {
            foreach (var (sentence, side) in SentencesOf(message.Text, bearing))
            {
                var stems = StemsOf(sentence);
                var at = groups.FindIndex(group => group.Point.Side == side && Likeness(group.Stems, stems) >= SamePoint);
                if (at >= 0)
                {
                    groups[at] = (groups[at].Point with { Times = groups[at].Point.Times + 1 }, groups[at].Stems);
                }
                else
                {
                    groups.Add((new RecapPoint(side, message, sentence, 1) { LeansOn = Nearest(snapshot, sentence) }, stems));
                }
            }
        }

        return [.. groups.Select(group => group.Point).OrderByDescending(point => point.Times)];
    }

    private static IEnumerable<(string Sentence, PointSide Side)> SentencesOf(string text, BearingReader bearing)
    {
        var line = Commands.InputText.Clean(text);
        var paragraph = new Paragraph(1, line, line.Length > 0 ? Splitter.Split(line) : []);
        for (var number = 1; number <= paragraph.Sentences.Count; number++)
        {
            var sentence = paragraph.Quote(number, number);
            if (sentence.Length > LongestSentence || StemsOf(sentence).Count < FewestWords)
            {
                continue;
            }

            var balance = bearing.Of(paragraph, number).Balance;
            yield return (sentence, sentence.EndsWith('?') ? PointSide.Question
                : balance >= LeastBearing ? PointSide.Against
                : balance <= -LeastBearing ? PointSide.For
                : PointSide.Other);
        }
    }

    private static Citation? Nearest(ShelfSnapshot snapshot, string sentence)
    {
        var query = SearchQuery.Parse(sentence, snapshot.Index.Lexicon);
        if (query.Units.Count == 0)
        {
            return null;
        }

        var found = PassageSearch.Gather(snapshot.Index, query, 5, (_, paragraph) => paragraph.Role == ParagraphRole.Body);
        var nearest = found.Candidates.OrderByDescending(candidate => candidate.Coverage).ThenBy(candidate => candidate.Last - candidate.First).FirstOrDefault();
        return nearest is { } best && best.Coverage >= LeastNearness
            ? Quotation.Of(best.Reading, best.Paragraph, best.First, best.Last).Citation
            : null;
    }

    private static HashSet<string> StemsOf(string text) =>
        [.. TextAnalysis.Tokenize(text).Where(token => !token.IsStopWord).Select(token => token.Term)];

    private static double Likeness(HashSet<string> one, HashSet<string> other)
    {
        var shared = one.Count(other.Contains);
        return shared == 0 ? 0 : (double)shared / Math.Min(one.Count, other.Count);
    }
}
