using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Ask;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Ask;

public sealed class ProvisionQuestionTests
{
    private static readonly Reading Ferries = TestReadings.File("ferry-act.txt", """
        The Ferry Act

        Article 1

        This Act applies to every ferry on the lake, and to its captain.

        Article 2

        1. The captain shall count the passengers before the ferry leaves.

        2. The captain shall not sail in fog, nor with a broken bell.

        Article 3

        Whoever breaks Article 2 pays a fine of ten crowns for each passenger on board the ferry.
        """);

    [Theory]
    [InlineData("What does Article 2(2) say?", "2. The captain shall not sail in fog, nor with a broken bell.")]
    [InlineData("What is in Art. 2 (2)?", "2. The captain shall not sail in fog, nor with a broken bell.")]
    [InlineData("What does Article 2(1) of the Ferry Act say?", "1. The captain shall count the passengers before the ferry leaves.")]
    [InlineData("What does Article 2(2) forbid?", "2. The captain shall not sail in fog, nor with a broken bell.")]
    [InlineData("article 1", "This Act applies to every ferry on the lake, and to its captain.")]
    public async Task AnArticleAnswersForItself(string question, string text)
    {
        var reply = await AskAsync(question);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(text, reply.Quotes.First().Text);
    }

    [Fact]
    public async Task AQuestionOnWhatAnArticleSaysOfSomethingIsAnsweredInIt()
    {
        var reply = await AskAsync("What does Article 2 say about fog?");

        Assert.Contains("fog", reply.Quotes.First().Text, StringComparison.Ordinal);
        Assert.All(reply.Quotes, quote => Assert.StartsWith("Article 2", quote.Citation.Provision, StringComparison.Ordinal));
    }

    [Fact]
    public async Task AQuestionOnWhatFollowsFromAnArticleIsNotKeptToIt() =>
        Assert.Contains((await AskAsync("What fine does a captain pay who breaks Article 2?")).Quotes, quote => quote.Citation.Provision == "Article 3");

    private static Task<ChatReply> AskAsync(string question)
    {
        var shelf = LocalModels.Shelf([Ferries]);
        return CommandRunner.RunAsync(new AskCommand(LocalModels.Embedder(shelf), LocalModels.Retriever, new FurtherQuestions(LocalModels.Retriever), Options.Create(new AskOptions())), shelf, question);
    }
}
