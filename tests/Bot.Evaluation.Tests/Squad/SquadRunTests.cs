using Bot.Evaluation.Engines;
using Bot.Evaluation.Squad;

namespace Bot.Evaluation.Tests.Squad;

public sealed class SquadRunTests : IDisposable
{
    private const string Articles = """
        {"version": "v2.0", "data": [
          {"title": "Rhine_river", "paragraphs": [
            {"context": "The Rhine rises in Switzerland. It is 1230 km long.", "qas": [
              {"question": "Where does the Rhine rise?", "id": "1", "is_impossible": false,
               "answers": [{"text": "Switzerland", "answer_start": 19}]},
              {"question": "How long is the Danube?", "id": "2", "is_impossible": true,
               "answers": [], "plausible_answers": [{"text": "1230 km", "answer_start": 0}]}]}]},
          {"title": "Tea", "paragraphs": [
            {"context": "Tea is a drink. It came from China.", "qas": [
              {"question": "Which drink came from China?", "id": "3", "is_impossible": false,
               "answers": [{"text": "Tea", "answer_start": 0}]}]}]}]}
        """;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void PlausibleAnswersAreNotAnswers()
    {
        var articles = Read();

        Assert.Equal("Rhine river", articles[0].Title);
        Assert.Equal([true, false], articles[0].Paragraphs[0].Questions.Select(question => question.IsAnswerable));
    }

    [Fact]
    public async Task EachQuestionIsCountedWhereItBelongs()
    {
        using var answerer = new PlainAnswerer(EngineCatalog.Choose("lucene", new EngineSettings()).Single());
        var figures = await SquadRun.MeasureAsync("lucene", answerer, Read(), every: 1, CancellationToken.None);

        Assert.Equal(2, figures.Answerable);
        Assert.Equal(1, figures.Adversarial);
        Assert.Equal(2, figures.OwnFirst);
        Assert.Equal(2, figures.OwnInFive);

        // The sentence on China does not contain "Tea"; without its own paragraph, no question shares a word with the rest.
        Assert.Equal(1, figures.AnswerInQuote);
        Assert.Equal(2, figures.Asserted);
        Assert.Equal(0, figures.AssertedWithoutGold);
        Assert.Equal(1, figures.AreaWithoutGold);
    }

    [Fact]
    public async Task ASampleTakesOneQuestionInSoMany()
    {
        using var answerer = new PlainAnswerer(EngineCatalog.Choose("lucene", new EngineSettings()).Single());
        var figures = await SquadRun.MeasureAsync("lucene", answerer, Read(), every: 2, CancellationToken.None);

        Assert.Equal((2, 0), (figures.Answerable, figures.Adversarial));
    }

    [Fact]
    public void AFileOfAnotherKindIsRecognized()
    {
        var path = folder.Write("other.json", "{\"rows\": []}");

        Refusal.Says("not a SQuAD 2.0 file", () => SquadFile.Read(path));
    }

    private IReadOnlyList<SquadArticle> Read() => SquadFile.Read(folder.Write("squad.json", Articles));
}
