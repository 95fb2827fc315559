using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;

namespace Bot.Library.Tests.Retrieval;

public sealed class QueryTermsTests
{
    private static readonly LexicalIndex Index = LexicalIndex.Build(
    [
        ReadingFactory.Default.CreateFromText("canal", "Canal", "The canal feeds the mills. The mills stopped in 1960. A canal froze."),
    ]);

    [Theory]
    [InlineData("")]
    [InlineData("What is it about?")]
    public void StopWordsAreNotTerms(string query) => Assert.True(QueryTerms.Of(query, Index).IsEmpty);

    [Fact]
    public void ATermStandsForAllFormsOfItsWord()
    {
        var terms = QueryTerms.Of("Why did the mill stop?", Index);

        Assert.Equal(["mill", "stop"], terms.All);
        Assert.Equal(1, terms.KnownShare, 6);
        Assert.Empty(terms.Unknown);
    }

    [Fact]
    public void UnknownWordsAreNamedAsTheyWereWrittenTheMostTellingFirst()
    {
        var terms = QueryTerms.Of("Did turbines in Zug replace the canal?", Index);

        Assert.Equal(["Zug", "turbines", "replace"], terms.Unknown);
        Assert.InRange(terms.KnownShare, 0.01, 0.5);
    }

    [Theory]
    [InlineData("Did Hans Blix visit the canal?", new[] { "Hans Blix", "visit" })]
    [InlineData("Did Karin Blix and Hans feed the canal at Zug?", new[] { "Karin Blix", "Hans", "Zug" })]
    [InlineData("Did the Lund Canal pay for itself by 1718?", new[] { "1718", "Lund" })]
    public void AnUnknownNameIsOneWord(string query, string[] unknown) => Assert.Equal(unknown, QueryTerms.Of(query, Index).Unknown);

    [Fact]
    public void AQueryAllInCapitalsHasNoNames() => Assert.Equal(["turbines"], QueryTerms.Of("TURBINES AND MILLS", Index).Unknown.Select(word => word.ToLowerInvariant()));

    [Fact]
    public void ARareTermCoversMoreThanACommonOne()
    {
        var terms = QueryTerms.Of("canal 1960", Index);
        var sentences = Index.Readings[0].Sentences;

        Assert.True(terms.MeasureCoverage([sentences[1]]) > terms.MeasureCoverage([sentences[2]]));
        Assert.Equal(1, terms.MeasureCoverage(sentences), 6);
        Assert.Equal(0, terms.MeasureCoverage([]));
    }

    [Theory]
    [InlineData("Who built the canal at Zug in 1960?", "Canal", 0.5)]
    [InlineData("Who built the canal at Zug in 1960?", "Canals. Zug", 0)]
    [InlineData("Who is Karin Lessing?", "Canal. Karin Lessing", 0)]
    [InlineData("Who is Karin Lessing?", "Canal", 1)]
    [InlineData("What do the mills do?", "Canal", 0)]
    [InlineData("What did Karin Lessing do?", "Canal. Lessing", 0.5)]
    public void NamesAndNumbersAreMissingUnlessTheTextOrItsPlaceSaysThem(string query, string place, double share) =>
        Assert.Equal(share, QueryTerms.Of(query, Index).MeasureMissingNames(Index.Readings[0].Sentences, place), 6);

    [Fact]
    public void ANameIsUnknownIfNoneOfItsWordsIsOnTheShelf() =>
        Assert.Equal(["Jean-Jacques Lund", "1718"], QueryTerms.Of("Did Jean-Jacques Lund see the Old Canal between 1718 and 1960?", Index).UnknownNames);

    [Fact]
    public void ATitleAnAuthorAndAHeadingMentionNamesToo()
    {
        var reading = ReadingFactory.Default.CreateFromText("canal", "Canal", "The canal feeds the mills.") with { Author = "Karin Lessing" };

        Assert.Equal(["Lund"], QueryTerms.Of("What do Lessing and Lund say of the canal?", LexicalIndex.Build([reading])).Unknown);
    }

    [Theory]
    [InlineData("What is GPT-3?", 0)]
    [InlineData("What is GPT-4?", 1)]
    public void AnotherNumberIsAnotherName(string query, int missing)
    {
        var index = LexicalIndex.Build([ReadingFactory.Default.CreateFromText("models", "Models", "GPT-3 is a model.")]);

        var terms = QueryTerms.Of(query, index);

        Assert.Equal(missing, terms.FindMissingNames(index.Readings[0].Sentences, "Models").Count);
        Assert.Equal(missing, terms.UnknownNames.Count);
    }

    [Theory]
    [InlineData("Wie viel Kohlendioxid würde ein Tempolimit sparen?")]
    [InlineData("What do the mills of the canal do?")]
    public void StopWordsOfAnotherLanguageDoNotCountAsMissing(string query)
    {
        var both = LexicalIndex.Build(
        [
            ReadingFactory.Default.CreateFromText("canal", "Canal", "The canal feeds the mills. The mills stopped in 1960. A canal froze."),
            ReadingFactory.Default.CreateFromText(
                "tempo", "Tempo", "Ein Tempolimit würde in jedem Jahr zwei Millionen Tonnen Kohlendioxid sparen. Das sagt das Amt, und die Zahl ist nicht neu."),
        ]);

        Assert.Equal(1, QueryTerms.Of(query, both).KnownShare, 6);
    }
}
