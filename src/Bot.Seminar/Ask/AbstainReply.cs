using Bot.Chat;
using Bot.Library.Search;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Says that the readings do not answer a question, and where one may look all the same.</summary>
internal static class AbstainReply
{
    private const int MaxSuggestions = 2;

    // A paragraph that shares less than this with the question is no place to look.
    private const double LeastShare = 0.25;

    /// <summary>Makes the reply.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What the search found.</param>
    /// <param name="answers">Its passages, the best first; none of them good enough.</param>
    /// <param name="minConfidence">What would have been good enough.</param>
    public static ChatReply Of(Question question, PassageCandidates found, IReadOnlyList<Answer> answers, double minConfidence)
    {
        var near = answers
            .Where(answer => AnswerSearch.Coverage(question, answer.Candidate.ContextMatch, found) >= LeastShare)
            .DistinctBy(answer => answer.Candidate.Paragraph)
            .Take(MaxSuggestions)
            .Select(answer => (ReplyBlock)Suggest(answer.Candidate))
            .ToList();
        var reason = new TextBlock(Reason(question, found, answers, minConfidence));
        return near.Count == 0
            ? ChatReply.Abstain(reason)
            : ChatReply.Abstain([reason, new TextBlock("You may look at:"), .. near]);
    }

    private static string Reason(Question question, PassageCandidates found, IReadOnlyList<Answer> answers, double minConfidence)
    {
        var name = UnknownName(question, found);
        var doubt = name.Length > 0 ? Doubt.UnknownName
            : answers.Count == 0 ? Doubt.TooLittle
            : AnswerJudge.Judge(question, answers[0].Candidate, found, minConfidence, out name);
        return doubt switch
        {
            Doubt.UnknownName => $"The readings don't say: none of them mentions {name}.",
            Doubt.MissingName => $"The readings don't say: what comes nearest is not about {name}.",
            Doubt.WrongKind => $"The readings don't say: what comes nearest gives no {Wanted(question.Kind)}.",
            _ => "The readings don't say.",
        };
    }

    private static string UnknownName(Question question, PassageCandidates found)
    {
        var unknown = question.Query.Units.Where((unit, i) => unit.IsName && found.Known[i] == 0).FirstOrDefault();
        return unknown is null ? "" : WholeName.Of(question.Query, unknown);
    }

    private static string Wanted(QuestionKind kind) => kind switch
    {
        QuestionKind.Time => "date",
        QuestionKind.Quantity => "number",
        _ => "name",
    };

    private static QuoteBlock Suggest(PassageCandidate candidate) =>
        Quotation.Of(candidate.Reading, candidate.Paragraph, candidate.First, candidate.Last) with { IsSuggestion = true };
}
