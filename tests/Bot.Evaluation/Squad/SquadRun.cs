using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Squad;

/// <summary>Puts every question of a file to one answerer, all articles being on the shelf together.</summary>
internal static class SquadRun
{
    public static async Task<SquadFigures> MeasureAsync(
        string name, IAnswerer answerer, IReadOnlyList<SquadArticle> articles, CancellationToken cancellationToken)
    {
        answerer.Index(articles);
        var latency = new Latency();
        var (answered, emptied, adversarial) = (new List<SquadAnswer>(), new List<SquadAnswer>(), new List<SquadAnswer>());
        var (first, inFive, inQuote) = (0, 0, 0);
        foreach (var paragraph in articles.SelectMany(article => article.Paragraphs))
        {
            foreach (var question in paragraph.Questions)
            {
                var answer = await latency.MeasureAsync(() => answerer.AskAsync(question.Text, without: null, cancellationToken));
                if (!question.IsAnswerable)
                {
                    adversarial.Add(answer);
                    continue;
                }

                var ranking = answerer.Rank(question.Text, 5);
                first += ranking.Count > 0 && ranking[0] == paragraph.Id ? 1 : 0;
                inFive += ranking.Contains(paragraph.Id) ? 1 : 0;
                inQuote += HoldsAnswer(answer, question) ? 1 : 0;
                answered.Add(answer);
                emptied.Add(await answerer.AskAsync(question.Text, without: paragraph.Id, cancellationToken));
            }
        }

        return new SquadFigures
        {
            Engine = name,
            Answerable = answered.Count,
            Adversarial = adversarial.Count,
            OwnFirst = first,
            OwnInFive = inFive,
            AnswerInQuote = inQuote,
            FalseRefusals = answered.Count(answer => answer.IsSilent),
            SilentWithoutGold = emptied.Count(answer => answer.IsSilent),
            SilentOnAdversarial = adversarial.Count(answer => answer.IsSilent),
            Errors = answered.Concat(emptied).Concat(adversarial).Count(answer => answer.IsError),
            AreaWithoutGold = Discrimination.AreaUnderCurve(Scores(answered), Scores(emptied)),
            AreaAdversarial = Discrimination.AreaUnderCurve(Scores(answered), Scores(adversarial)),
            Median = latency.Percentile(0.5),
        };
    }

    private static bool HoldsAnswer(SquadAnswer answer, SquadQuestion question) =>
        answer.Quote is { } quote && question.Answers.Any(text => FoldedText.ContainsWords(quote, text));

    private static List<double> Scores(List<SquadAnswer> answers) => [.. answers.Select(answer => answer.Score)];
}
