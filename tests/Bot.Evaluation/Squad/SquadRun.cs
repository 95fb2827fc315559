using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Squad;

/// <summary>Asks one answerer the questions of a file, with all articles on one shelf.</summary>
internal static class SquadRun
{
    /// <summary>Asks the questions.</summary>
    /// <param name="name">The answerer's name.</param>
    /// <param name="answerer">The answerer.</param>
    /// <param name="articles">The articles with their questions.</param>
    /// <param name="every">Asks only every n-th question; 1 for all.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task<SquadFigures> MeasureAsync(
        string name, IAnswerer answerer, IReadOnlyList<SquadArticle> articles, int every, CancellationToken cancellationToken)
    {
        await answerer.IndexAsync(articles, cancellationToken);
        var (answered, emptied, adversarial) = (new List<SquadAnswer>(), new List<SquadAnswer>(), new List<SquadAnswer>());
        var (first, inFive, inQuote) = (0, 0, 0);
        var all = articles.SelectMany(article => article.Paragraphs).SelectMany(paragraph => paragraph.Questions, (paragraph, question) => (paragraph, question));
        foreach (var (paragraph, question) in all.Where((_, i) => i % every == 0))
        {
            var answer = await answerer.AskAsync(question.Text, without: null, cancellationToken);
            if (!question.IsAnswerable)
            {
                adversarial.Add(answer);
                continue;
            }

            var ranking = await answerer.RankAsync(question.Text, 5, cancellationToken);
            first += ranking.Count > 0 && ranking[0] == paragraph.Id ? 1 : 0;
            inFive += ranking.Contains(paragraph.Id) ? 1 : 0;
            inQuote += HoldsAnswer(answer, question) ? 1 : 0;
            answered.Add(answer);
            emptied.Add(await answerer.AskAsync(question.Text, without: paragraph.Id, cancellationToken));
        }

        return new SquadFigures
        {
            Engine = name,
            Answerable = answered.Count,
            Adversarial = adversarial.Count,
            OwnFirst = first,
            OwnInFive = inFive,
            AnswerInQuote = inQuote,
            Asserted = answered.Count(answer => answer.IsAsserted),
            AssertedWithoutGold = emptied.Count(answer => answer.IsAsserted),
            AssertedOnAdversarial = adversarial.Count(answer => answer.IsAsserted),
            AreaWithoutGold = Discrimination.AreaUnderCurve(Scores(answered), Scores(emptied)),
            AreaAdversarial = Discrimination.AreaUnderCurve(Scores(answered), Scores(adversarial)),
        };
    }

    private static bool HoldsAnswer(SquadAnswer answer, SquadQuestion question) =>
        answer.Quote is { } quote && question.Answers.Any(text => FoldedText.ContainsWords(quote, text));

    private static List<double> Scores(List<SquadAnswer> answers) => [.. answers.Select(answer => answer.Score)];
}
