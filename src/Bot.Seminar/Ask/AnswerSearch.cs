using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Ask;

/// <summary>A passage that may answer a question.</summary>
/// <param name="Candidate">The sentences.</param>
/// <param name="Score">How well it answers: 0 not at all, 1 as well as words can tell.</param>
internal readonly record struct Answer(PassageCandidate Candidate, double Score);

/// <summary>Ranks passages by how well they answer a question.</summary>
internal static class AnswerSearch
{
    private const int Paragraphs = 30;

    // Signs of an answer are costly to look for, and cannot lift a passage from below these many.
    private const int PassagesWithSigns = 60;

    // What counts, and how much, beside the share of the question that the passage says, which counts 1. Set on the development
    // questions of docs/evaluation.md.
    private const double ContextWeight = 0.2;
    private const double ParagraphWeight = 0.4;
    private const double SignWeight = 0.3;
    private const double ReasonWeight = 0.45;
    private const double SubjectWeight = 0.12;
    private const double ElsewhereShare = 0.8;
    private const double CostOfWord = 0.003;
    private const double Best = 1 + ParagraphWeight + SignWeight + SubjectWeight;

    // A question that the text only asks answers nothing; with the sentences after it, it does.
    private const double OpenQuestionCost = 0.4;

    // A sentence of few words says little beyond those of the question, unless the question wants little.
    private const double ThinCost = 0.2;
    private const int ThinWords = 12;

    // Why something happened is told where it is said to have happened; to whom, the sentences around may tell.
    private const double MissingEventCost = 0.3;

    // Who wrote it stands apart from what it says: an answer from there wants a question about it.
    private const double AsideCost = 0.3;

    /// <summary>Finds passages for a question.</summary>
    /// <param name="index">What is searched.</param>
    /// <param name="question">The question.</param>
    /// <param name="accepts">Leaves out the paragraphs for which it is false; null takes all.</param>
    /// <returns>The best first, no two of them overlapping; empty where no word of the question is found.</returns>
    public static (PassageCandidates Found, IReadOnlyList<Answer> Answers) Run(
        ReadingIndex index, Question question, Func<Reading, Paragraph, bool>? accepts = null)
    {
        var found = PassageSearch.Gather(
            index,
            question.Query,
            Paragraphs,
            (reading, paragraph) => IsSearched(question, paragraph) && (accepts?.Invoke(reading, paragraph) ?? true));
        var answers = found.Candidates
            .Select(candidate => new Answer(candidate, WithoutSigns(question, candidate, found)))
            .OrderByDescending(answer => answer.Score)
            .Take(PassagesWithSigns)
            .Select(answer => answer with { Score = Math.Clamp((answer.Score + Signs(question, answer.Candidate)) / Best, 0, 1) })
            .OrderByDescending(answer => answer.Score);
        return (found, WithoutOverlap(answers));
    }

    private static bool IsSearched(Question question, Paragraph paragraph) => paragraph.Role switch
    {
        ParagraphRole.Reference => false,
        ParagraphRole.AboutAuthor => true,
        _ => !question.AsksAboutAuthor,
    };

    private static double WithoutSigns(Question question, PassageCandidate candidate, PassageCandidates found)
    {
        var coverage = Coverage(question, candidate.Match, found);
        var context = Coverage(question, candidate.ContextMatch, found);
        var aside = !question.AsksAboutAuthor && candidate.Paragraph.Role != ParagraphRole.Body ? AsideCost : 0;
        return coverage
            + (ContextWeight * Math.Max(0, context - coverage))
            + (ParagraphWeight * candidate.ParagraphScore)
            - (CostOfWord * candidate.Words)
            - (question.WantsExplanation ? ThinCost * Math.Max(0, ThinWords - candidate.Words) / ThinWords : 0)
            - (EndsWithQuestion(candidate.Quote) ? OpenQuestionCost : 0)
            - (question.Kind == QuestionKind.Reason ? MissingEventCost * (1 - SaidBesideNames(question, candidate.Match, found)) : 0)
            - aside;
    }

    private static bool EndsWithQuestion(string quote) => quote.AsSpan().TrimEnd("”\"’')] ").EndsWith("?");

    // The answer is expected in the sentence that speaks of the question; a sign elsewhere in the passage counts less.
    private static double Signs(Question question, PassageCandidate candidate)
    {
        var inPeak = AnswerSigns.Of(question, candidate, candidate.Peak, candidate.Peak);
        var anywhere = candidate.First == candidate.Last ? inPeak : AnswerSigns.Of(question, candidate, candidate.First, candidate.Last);
        var weight = question.Kind == QuestionKind.Reason ? ReasonWeight : SignWeight;
        return (weight * Math.Max(inPeak, ElsewhereShare * anywhere))
            + (AnswerSigns.OpensWithTopic(question, candidate) ? SubjectWeight : 0);
    }

    /// <summary>The share of a question that a match says, by rarity: 0 nothing, 1 all.</summary>
    public static double Coverage(Question question, IReadOnlyList<double> match, PassageCandidates found)
    {
        var (covered, total) = (0.0, 0.0);
        for (var i = 0; i < match.Count; i++)
        {
            var weight = found.Rarity[i] * question.Importance(i, found.Known[i] > 0);
            total += weight;
            covered += weight * match[i];
        }

        return total > 0 ? covered / total : 0;
    }

    /// <summary>The share of what a question says beside its names that a match says too, by rarity: 0 nothing, 1 all.</summary>
    public static double SaidBesideNames(Question question, IReadOnlyList<double> match, PassageCandidates found)
    {
        var (said, total) = (0.0, 0.0);
        for (var i = 0; i < match.Count; i++)
        {
            if (!question.Query.Units[i].IsName)
            {
                total += found.Rarity[i];
                said += found.Rarity[i] * match[i];
            }
        }

        return total > 0 ? said / total : 1;
    }

    private static List<Answer> WithoutOverlap(IEnumerable<Answer> ranked)
    {
        var chosen = new List<Answer>();
        foreach (var answer in ranked)
        {
            if (!chosen.Any(other => other.Candidate.Overlaps(answer.Candidate)))
            {
                chosen.Add(answer);
            }
        }

        return chosen;
    }
}
