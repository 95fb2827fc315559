using Bot.Library.Embeddings;
using Bot.Library.Readings;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Bot.Library.Tests.Readings.Formats;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Library.Tests.Retrieval;

public sealed class PassageRetrieverTests
{
    private static readonly Reading Canal = ReadingFactory.Default.CreateFromText(
        "canal",
        "The canal",
        "The canal was opened on 3 May 1869 by the town council. It cost four million crowns. A brass band played.\n\n"
        + "Farmers opposed the canal because it drained their meadows. They lost every case in court.\n\n"
        + "The engineer Maria Holm calls the lock a staircase of water. Children like to watch it fill.");

    private static readonly Reading Bees = ReadingFactory.Default.CreateFromText(
        "bees",
        "Bees",
        "Bees find their way by the sun. They dance to tell the others where flowers grow.\n\nHoney keeps for years in a closed jar.");

    private static readonly Shelf Embedded = LocalModels.Shelf([Canal, Bees]);
    private static readonly Shelf Lexical = LocalModels.LexicalShelf([Canal, Bees]);

    [Fact]
    public async Task AnAnswerInOtherWordsIsFoundByItsMeaning()
    {
        var result = await SearchAsync(Embedded, "What was the price of building the waterway?");

        Assert.Contains("four million crowns", result.Passages[0].Quote, StringComparison.Ordinal);
        Assert.Equal("canal", result.Passages[0].Reading.Id.Value);
    }

    [Fact]
    public async Task WithoutVectorsItIsFoundByItsWords()
    {
        var result = await SearchAsync(Lexical, "When was the canal opened?");

        Assert.Contains("3 May 1869", result.Passages[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassageGrowsWithinItsParagraphAndKeepsItsCore()
    {
        var passage = (await SearchAsync(Embedded, "Why did farmers oppose the canal?")).Passages[0];

        Assert.Equal("Farmers opposed the canal because it drained their meadows. They lost every case in court.", passage.Quote);
        Assert.Equal(1, passage.Core);
    }

    [Fact]
    public async Task OfEqualSentencesTheOneUnderTheHeadingThatIsAskedForComesFirst()
    {
        var markdown = "# Fees\n\n## Bicycles\n\nThe fee is paid once a year. It is due in May.\n\n## Boats\n\nThe fee is paid once a year. It is due in May.\n";
        var fees = Read.Markdown(markdown);

        var boats = await SearchAsync(LocalModels.Shelf([fees]), "When is the fee for boats due?");
        var bicycles = await SearchAsync(LocalModels.Shelf([fees]), "When is the fee for bicycles due?");

        Assert.Equal(("Boats", "Bicycles"), (boats.Passages[0].Paragraph.Section, bicycles.Passages[0].Paragraph.Section));
    }

    [Fact]
    public async Task NoTwoPassagesShareASentence()
    {
        var passages = (await SearchAsync(Embedded, "the canal", maxPassages: 6)).Passages;

        Assert.True(passages.Count >= 4);
        Assert.All(passages, one => Assert.DoesNotContain(passages, other => other != one && one.Overlaps(other)));
        Assert.All(passages, passage => Assert.True(passage.Quote.Length <= Passage.MaxLength || passage.First == passage.Last));
    }

    [Fact]
    public async Task ASentenceOfTwoEditionsIsQuotedOnce()
    {
        var text = "“The canal,” he said, “was opened in May.” It cost four million crowns.";
        var edition = ReadingFactory.Default.CreateFromText("edition", "The canal, second edition", text.Replace('“', '"').Replace('”', '"'));
        var shelf = LocalModels.Shelf([ReadingFactory.Default.CreateFromText("first", "The canal", text), edition]);

        var passages = (await SearchAsync(shelf, "What did the canal cost?")).Passages;

        Assert.Single(passages, passage => passage.Quote.Contains("four million", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SentencesThatWereQuotedBeforeCanBeSkipped()
    {
        var query = new RetrievalQuery("When was the canal opened?") { Skips = (reading, paragraph, sentence) => (reading.Id.Value, paragraph.Number, sentence) == ("canal", 1, 1) };

        var result = await LocalModels.Retriever.SearchAsync(Embedded.Current.Index, query, CancellationToken.None);

        Assert.DoesNotContain(result.Passages, passage => passage is { Reading.Id.Value: "canal", Paragraph.Number: 1, Core: 1 });
    }

    [Theory]
    [InlineData("What about the bees?", "bees")]
    [InlineData("and the engineer?", "canal")]
    [InlineData("and the moon?", "canal")]
    public async Task WordsCanBeAskedForWhereTheyStandAnywhere(string words, string reading)
    {
        var query = new RetrievalQuery($"When was the canal opened? {words}") { Mentioning = words };

        var result = await LocalModels.Retriever.SearchAsync(Embedded.Current.Index, query, CancellationToken.None);

        Assert.Equal(reading, result.Passages[0].Reading.Id.Value);
    }

    [Fact]
    public void TheIndexKnowsWhichWordsStandInItsSentences()
    {
        var index = Lexical.Current.Index;

        Assert.True(index.Mentions("canals"));
        Assert.True(index.Mentions("the"));
        Assert.False(index.Mentions("zeppelin"));
    }

    [Fact]
    public async Task OneReadingCanBeSearchedAlone()
    {
        var query = new RetrievalQuery("When was the canal opened?") { Accepts = (reading, _) => reading.Id.Value == "bees" };
        var result = await LocalModels.Retriever.SearchAsync(Embedded.Current.Index, query, CancellationToken.None);

        Assert.All(result.Passages, passage => Assert.Equal("bees", passage.Reading.Id.Value));
    }

    [Fact]
    public async Task OnlySentencesWithAWordOfTheQueryCanBeAskedFor()
    {
        var query = new RetrievalQuery("flower zeppelin") { SharesWord = true, UsesSecondStage = false, MaxSentences = 1 };
        var result = await LocalModels.Retriever.SearchAsync(Embedded.Current.Index, query, CancellationToken.None);

        Assert.Equal("They dance to tell the others where flowers grow.", Assert.Single(result.Passages).Quote);
        Assert.Equal(["zeppelin"], result.UnknownWords);
    }

    [Fact]
    public async Task TheSameQuestionHasTheSameAnswerUnderLoad()
    {
        var alone = await SearchAsync(Embedded, "How do bees talk?");
        var beside = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => SearchAsync(Embedded, i % 2 == 0 ? "How do bees talk?" : "the canal")));

        Assert.All(beside.Where((_, i) => i % 2 == 0), result => Assert.Equal(alone.Passages, result.Passages));
    }

    [Fact]
    public async Task UnderManyQuestionsTheSecondStageIsLeftOutAndEachStillHasItsAnswer()
    {
        using var stage = new SecondStageReader(Options.Create(new SecondStageOptions { MaxWaiting = 64, MaxUnderWay = 1 }));
        var retriever = new PassageRetriever(
            new QueryVectors(LocalModels.Sentences, NullLogger<QueryVectors>.Instance), stage, RankingModel.Load(RankingModel.ShippedFile));

        var query = new RetrievalQuery("When was the canal opened?");
        var found = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => retriever.RankAsync(Embedded.Current.Index, query, CancellationToken.None)));
        var alone = await retriever.RankAsync(Embedded.Current.Index, query, CancellationToken.None);

        Assert.Contains(found, ranked => ranked.Depth == SearchDepth.Vectors);
        Assert.All(found, ranked => Assert.Contains("3 May 1869", ranked.Candidates[0].Sentence.Text, StringComparison.Ordinal));
        Assert.Equal(SearchDepth.SecondStage, alone.Depth);
    }

    [Fact]
    public async Task WithoutStancesAClaimIsNotReadBySecondStageAtAll()
    {
        var retriever = new PassageRetriever(
            new QueryVectors(LocalModels.Sentences, NullLogger<QueryVectors>.Instance), new BusyStances(), RankingModel.Load(RankingModel.ShippedFile));
        var claim = new RetrievalQuery("The canal was good for everybody.", QueryKind.Claim);

        var ranked = await retriever.RankAsync(Embedded.Current.Index, claim, CancellationToken.None);

        Assert.Equal(SearchDepth.Vectors, ranked.Depth);
        Assert.False((await retriever.SearchAsync(Embedded.Current.Index, claim, CancellationToken.None)).IsReadBySecondStage);
    }

    [Fact]
    public async Task WordsAreAskedForInTheLanguageOfTheQuestion()
    {
        var german = ReadingFactory.Default.CreateFromText(
            "fischer", "Die Fischer", "Die Fischer fahren jeden Morgen auf das Meer hinaus. Am Abend verkaufen sie ihren Fang auf dem Markt der kleinen Stadt.");
        var shelf = LocalModels.Shelf([Canal, Bees, german]);
        var query = new RetrievalQuery("When was the canal opened? What about the bees?") { Mentioning = "What about the bees?" };

        var result = await LocalModels.Retriever.SearchAsync(shelf.Current.Index, query, CancellationToken.None);

        Assert.Equal("bees", result.Passages[0].Reading.Id.Value);
    }

    [Fact]
    public async Task AModelThatCannotBeReachedCostsTheMeaningAndNotTheAnswer()
    {
        using var off = new SecondStageReader(Options.Create(new SecondStageOptions { Enabled = false }));
        var retriever = new PassageRetriever(
            new QueryVectors(new SentenceModel(new UnreachableModel()), NullLogger<QueryVectors>.Instance), off, RankingModel.Load(RankingModel.ShippedFile));

        var result = await retriever.SearchAsync(Embedded.Current.Index, new RetrievalQuery("When was the canal opened?"), CancellationToken.None);

        Assert.Contains("3 May 1869", result.Passages[0].Quote, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyShelfGivesNothing()
    {
        var result = await SearchAsync(LocalModels.Shelf([]), "When was the canal opened?");

        Assert.Empty(result.Passages);
        Assert.Equal(Certainty.None, result.Certainty);
    }

    [Fact]
    public async Task AnUpdateKeepsTheVectorsOfReadingsThatDidNotChange()
    {
        var other = ReadingFactory.Default.CreateFromText("other", "Other", "The mayor sold the town hall.");
        var index = LocalModels.Shelf([Canal]).Current.Index.Update([Canal, other]);

        Assert.False(index.IsEmbedded);
        Assert.NotNull(index.VectorsOf(0));
        Assert.Null(index.VectorsOf(1));
        var found = await LocalModels.Retriever.SearchAsync(index, new RetrievalQuery("Who sold the town hall?"), CancellationToken.None);
        Assert.Equal("other", found.Passages[0].Reading.Id.Value);
    }

    [Fact]
    public void AFileOfWeightsThatCannotBeReadNamesItself()
    {
        var problem = Assert.Throws<InvalidDataException>(() => RankingModel.Load("no-such-file.json"));
        Assert.Contains("no-such-file.json", problem.Message, StringComparison.Ordinal);
    }

    private static Task<RetrievalResult> SearchAsync(Shelf shelf, string text, int maxPassages = 3) =>
        LocalModels.Retriever.SearchAsync(shelf.Current.Index, new RetrievalQuery(text) { MaxPassages = maxPassages }, CancellationToken.None);

    /// <summary>A queue that is full after the first call.</summary>
    private sealed class BusyStances : ISecondStage
    {
        public Task LoadAsync() => Task.CompletedTask;

        public bool Admits(int underWay) => true;

        public Task<double[]?> ScoreAnswersAsync(string query, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
            LocalModels.SecondStage.ScoreAnswersAsync(query, passages, cancellationToken);

        public Task<Stance[]?> JudgeStancesAsync(string claim, IReadOnlyList<string> passages, CancellationToken cancellationToken) =>
            Task.FromResult<Stance[]?>(null);
    }

    private sealed class UnreachableModel : Microsoft.Extensions.AI.IEmbeddingGenerator<string, Microsoft.Extensions.AI.Embedding<float>>
    {
        public Task<Microsoft.Extensions.AI.GeneratedEmbeddings<Microsoft.Extensions.AI.Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, Microsoft.Extensions.AI.EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new EmbeddingUnavailableException("The connection was refused.", new HttpRequestException());

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
