using Bot.Evaluation.Engines;
using Bot.Library.Readings;

namespace Bot.Evaluation.Squad;

/// <summary>
/// The baseline: a plain engine ranks paragraphs, and the single sentence that ranks best is the answer. It is silent only where
/// no sentence shares a word with the question.
/// </summary>
internal sealed class PlainAnswerer(EngineChoice choice) : IAnswerer
{
    private readonly IRankingEngine paragraphs = choice.Open();
    private readonly IRankingEngine sentences = choice.Open();
    private readonly Dictionary<string, (string Paragraph, string Text)> sentenceOf = [];

    public void Index(IReadOnlyList<SquadArticle> articles)
    {
        var splitter = new SentenceSplitter();
        var all = articles.SelectMany(article => article.Paragraphs).ToList();
        foreach (var paragraph in all)
        {
            foreach (var sentence in splitter.Split(paragraph.Text))
            {
                sentenceOf.Add($"{paragraph.Id}@{sentence.Start}", (paragraph.Id, paragraph.Text[sentence.Start..sentence.End]));
            }
        }

        paragraphs.Index(all.Select(paragraph => new CorpusDocument(paragraph.Id, "", paragraph.Text)));
        sentences.Index(sentenceOf.Select(sentence => new CorpusDocument(sentence.Key, "", sentence.Value.Text)));
    }

    public IReadOnlyList<string> Rank(string question, int count) =>
        [.. paragraphs.Rank(question, count).Select(found => found.Id)];

    public SquadAnswer Ask(string question, string? without = null)
    {
        var best = sentences.Rank(question, 1, without is null ? null : id => sentenceOf[id].Paragraph != without);
        return best.Count == 0 ? SquadAnswer.Silence : new SquadAnswer(sentenceOf[best[0].Id].Text, best[0].Score);
    }

    public void Dispose()
    {
        paragraphs.Dispose();
        sentences.Dispose();
    }
}
