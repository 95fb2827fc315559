using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Ask;

namespace Bot.Seminar.Tests.Ask;

public sealed class AskReplyTests
{
    private static readonly Reading Canal = TestReadings.Of("canal", "The canal", "The canal was opened in 1869.", "It cost four million crowns.");

    [Fact]
    public void AnUnsureReplyTellsTheNamesThatNoPassageMentions() => Assert.StartsWith(
        "The readings may not answer this: no paragraph below mentions “Nils Berg” or “1914”. The nearest passages:",
        AskReply.Of(Found(Certainty.Unsure, ["Nils Berg", "1914"], ["Zug", "Nils Berg", "1914"]), where: null, []).ToPlainText(),
        StringComparison.Ordinal);

    [Fact]
    public void ASureReplyTellsTheNamesThatAreNowhere()
    {
        var result = Found(Certainty.Sure, ["Nils Berg", "Zug"], ["Nils Berg", "Zug"]);

        Assert.StartsWith("The canal was opened", Plain(result), StringComparison.Ordinal);
        Assert.StartsWith("The readings never mention “Nils Berg”.", Plain(result with { UnknownNames = ["Nils Berg"] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Certainty.Sure, "The canal was opened")]
    [InlineData(Certainty.Unsure, "“The canal” may not answer this. The nearest passages:")]
    public void ANameThatOnePassageMentionsIsNotMissing(Certainty certainty, string said) =>
        Assert.StartsWith(said, AskReply.Of(Found(certainty, ["Nils Berg"], []), Canal, []).ToPlainText().TrimStart(), StringComparison.Ordinal);

    [Fact]
    public void ThatAWordIsNowhereIsToldFirst()
    {
        var result = Found(Certainty.Unsure, ["Nils Berg"], ["Nils Berg"]) with { UnknownWords = ["Nils"] };

        Assert.StartsWith("“The canal” may not answer this: it never mentions “Nils”.", AskReply.Of(result, Canal, []).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public void OnlyThePassagesThatAreShownCount()
    {
        var result = Found(Certainty.Unsure, ["Nils Berg"], []);

        Assert.Contains("“Nils Berg”", Plain(result with { Passages = [result.Passages[0]] }), StringComparison.Ordinal);
        Assert.DoesNotContain("“Nils Berg”", Plain(result), StringComparison.Ordinal);
    }

    private static string Plain(RetrievalResult result) => AskReply.Of(result, where: null, []).ToPlainText().TrimStart();

    private static RetrievalResult Found(Certainty certainty, params string[][] missing) =>
        new([.. missing.Select((_, i) => new Passage(Canal, Canal.Paragraphs[i], 1, 1))], 0.5, certainty) { MissingNames = missing };
}
