using Bot.Library.Search;

namespace Bot.Seminar.Ask;

/// <summary>Why a passage is no answer.</summary>
internal enum Doubt
{
    /// <summary>It may well be one.</summary>
    None,

    /// <summary>Too little of the question stands in it.</summary>
    TooLittle,

    /// <summary>No reading says a name that the question turns on.</summary>
    UnknownName,

    /// <summary>The passage and its surroundings do not say a name that the question turns on.</summary>
    MissingName,

    /// <summary>It has no year, number or name, which is what the question wants.</summary>
    WrongKind,
}

/// <summary>Decides whether a passage answers a question or the readings do not say.</summary>
internal static class AnswerJudge
{
    // What stands around a passage belongs to it less than what stands in it.
    private const double ContextShare = 0.4;

    // Below this, a name counts as not said: a looser kin of it is not it.
    private const double SaysName = 0.3;

    // Whoever is asked for by an office is not told where the office is not named: "the mayor" in "Who is the mayor of Ostrava?".
    private const double LeastOfOffice = 0.5;

    // An answer is looked for among the first few; one from further down would be a matter of chance.
    private const int Considered = 5;

    // A further passage is worth reading where it answers nearly as well as the first.
    private const double WorthReading = 0.55;

    /// <summary>Chooses what to answer with.</summary>
    /// <param name="question">The question.</param>
    /// <param name="found">What the search found.</param>
    /// <param name="answers">Its passages, the best first.</param>
    /// <param name="options">How sure to be, and how many to take.</param>
    /// <returns>The best first; empty where the readings do not say.</returns>
    public static IReadOnlyList<Answer> Choose(
        Question question, PassageCandidates found, IReadOnlyList<Answer> answers, AskOptions options)
    {
        var judged = answers
            .Take(Considered)
            .Select(answer => (Answer: answer, Doubt: Judge(question, answer.Candidate, found, options.MinConfidence, out _)))
            .SkipWhile(judged => judged.Doubt != Doubt.None)
            .ToList();

        // Beside a sure answer, one that leaves a name to the context is worth reading too.
        return
        [
            .. judged
                .Where(item => (item.Doubt == Doubt.None || (item.Doubt == Doubt.MissingName && !question.HasNumber)) && item.Answer.Score >= WorthReading * judged[0].Answer.Score)
                .Select(item => item.Answer)
                .Take(options.MaxPassages),
        ];
    }

    /// <summary>Judges one passage.</summary>
    /// <param name="question">The question.</param>
    /// <param name="candidate">The passage.</param>
    /// <param name="found">The search that it came from.</param>
    /// <param name="minConfidence">The least share of the question, 0 to 1.</param>
    /// <param name="name">The name in question where the doubt is about one.</param>
    public static Doubt Judge(Question question, PassageCandidate candidate, PassageCandidates found, double minConfidence, out string name)
    {
        name = "";
        if (question.AsksAboutAuthor)
        {
            return Doubt.None;
        }

        for (var i = 0; i < question.Query.Units.Count; i++)
        {
            var unit = question.Query.Units[i];
            if (unit.IsName && (found.Known[i] == 0 || Math.Max(candidate.Match[i], candidate.ContextMatch[i]) < SaysName))
            {
                name = WholeName.Of(question.Query, unit);
                return found.Known[i] == 0 ? Doubt.UnknownName : Doubt.MissingName;
            }
        }

        if (question.WantsVisibleSign && AnswerSigns.Of(question, candidate, candidate.First, candidate.Last) == 0)
        {
            return Doubt.WrongKind;
        }

        if (question.AsksWhoSomebodyIs && AnswerSearch.SaidBesideNames(question, candidate.Match, found) < LeastOfOffice)
        {
            return Doubt.TooLittle;
        }

        var coverage = AnswerSearch.Coverage(question, candidate.Match, found);
        var context = AnswerSearch.Coverage(question, candidate.ContextMatch, found);
        var confidence = coverage + (ContextShare * Math.Max(0, context - coverage));
        return confidence < minConfidence ? Doubt.TooLittle : Doubt.None;
    }
}
