using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Ask;
using Bot.Seminar.Commands;
using Bot.Seminar.Summary;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Ask;

public sealed class FurtherQuestionsTests
{
    private const string Question = "Have sanctions worked?";

    private static readonly Shelf Seeds = LocalModels.Shelf(TestReadings.Seeds);

    private static readonly AskCommand Ask = new(
        LocalModels.Embedder(Seeds), LocalModels.Retriever, new FurtherQuestions(LocalModels.Retriever), Options.Create(new AskOptions()));

    [Fact]
    public async Task WhatAnotherReadingSaysAboutTheSameIsOffered()
    {
        var offered = Offered(await AskAsync(Question));

        Assert.Contains(offered, choice => choice is
        {
            Label: "What does “Read the Contracts, a Sceptic's Reply” say about it?",
            Command: "ask",
            Text: $"{Question} reading:what-past-agreements-teach",
        });
    }

    [Fact]
    public async Task ASectionThatBearsOnTheAnswerIsOffered()
    {
        var choice = Assert.Single(Offered(await AskAsync(Question)), choice => choice.Command == "summary");

        Assert.Equal("What does the section “What engagement has paid for” say?", choice.Label);
        var summary = new SummaryCommand(new TopicSummary(LocalModels.Retriever), Options.Create(new SummaryOptions()));
        var reply = await CommandRunner.RunAsync(summary, Seeds, choice.Text.Split(' ')[0], ("reading", "case-for-pressure"), ("length", "short"));
        Assert.All(reply.Quotes, quote => Assert.Equal("What engagement has paid for", quote.Citation.Section));
    }

    [Theory]
    [InlineData(Question)]
    [InlineData("When was the first nuclear test?")]
    [InlineData("Who cast the veto that ended the Panel of Experts?")]
    public async Task WhatIsOfferedIsAnsweredWithOtherPassages(string question)
    {
        var answer = await AskAsync(question);

        Assert.InRange(Offered(answer).Count, 1, 3);
        foreach (var choice in Offered(answer).Where(choice => choice.Command == "ask"))
        {
            var reading = choice.Text[(choice.Text.LastIndexOf(':') + 1)..];
            var next = await CommandRunner.RunAsync(Ask, Seeds, question, ("reading", reading));
            Assert.Equal(ReplyStatus.Answered, next.Status);
            Assert.DoesNotContain(answer.Quotes, quote => quote.Citation.Reading == reading);
        }
    }

    [Fact]
    public async Task NothingIsOfferedBelowAnUnsureAnswerOrToAProgram()
    {
        var unsure = await AskAsync("Why do people learn Esperanto?");
        var program = await CommandRunner.RunAsync(Ask, Seeds, Question);

        Assert.NotEqual(ReplyStatus.Answered, unsure.Status);
        Assert.Empty(Offered(unsure));
        Assert.Equal(ReplyStatus.Answered, program.Status);
        Assert.Empty(Offered(program));
    }

    // Another reading has no answer to a question that names this one.
    [Fact]
    public async Task AQuestionThatNamesItsReadingIsPutToNoOther() => Assert.DoesNotContain(
        Offered(await AskAsync("According to Pressure First, have sanctions worked?")), choice => choice.Command == "ask");

    private static List<Choice> Offered(ChatReply reply) => [.. reply.Choices.Where(choice => choice.MayBeLeftOut)];

    private static Task<ChatReply> AskAsync(string question) => Ask.RunAsync(
        new CommandRequest(
            new ChatCommand
            {
                Name = "ask",
                Text = question,
                MayOfferQuestions = true,
                Channel = new ChannelAddress("test", "", "room"),
                User = new ChatUser("member"),
            },
            question,
            new Dictionary<string, string>(),
            Seeds.Current),
        CancellationToken.None);
}
