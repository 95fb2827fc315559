using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Channels;

/// <summary>A channel where the bot answers questions without a command.</summary>
public sealed class OpenQuestionsTests
{
    private const string Question = "Who wrote The Town?";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AQuestionIsAnsweredForEveryoneIfTeachersAllowIt(TestEngine engine)
    {
        await using var harness = Harness(engine);
        Assert.Null(await harness.PostedAsync(Question));
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("settings answers:here")).Status);

        var set = (await harness.TeacherAsync("settings answers:here")).ToPlainText();
        var answer = await harness.PostedAsync(Question);

        Assert.Contains("- answers: here", set, StringComparison.Ordinal);
        Assert.EndsWith("I do not store the messages. I have to be there.", set, StringComparison.Ordinal);
        Assert.Equal((ReplyStatus.Answered, ReplyVisibility.Channel), (answer?.Status, answer?.Visibility));
        await harness.TeacherAsync("settings answers:asked");
        Assert.Null(await harness.PostedAsync(Question));
    }

    [Theory]
    [InlineData("Ada Quay wrote The Town.")]
    [InlineData("help")]
    [InlineData("settings answers:asked")]
    [InlineData("What? Why?")]
    [InlineData("Do you agree with The Town?")]
    [InlineData("Do the Martians collect stamps in the evening?")]
    [InlineData("Who of you has the slides of last week?")]
    [InlineData("?")]
    [InlineData("")]
    public async Task MessagesThatAreNotQuestionsOrHaveNoClearAnswerAreIgnored(string words)
    {
        await using var harness = Harness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings answers:here");

        Assert.Null(await harness.PostedAsync(words));
        Assert.NotNull(await harness.PostedAsync(Question));
    }

    [Fact]
    public async Task MessagesInThreadsAndLongMessagesAreIgnored()
    {
        await using var harness = Harness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings answers:here");

        Assert.Null(await harness.PostedAsync(Question, thread: "1"));
        Assert.Null(await harness.PostedAsync($"{string.Concat(Enumerable.Repeat("I have thought about it. ", 25))}{Question}"));
    }

    [Theory]
    [InlineData(ReplyStatus.Answered, .85, true)]
    [InlineData(ReplyStatus.Answered, .6, false)]
    [InlineData(ReplyStatus.Unsure, .85, false)]
    [InlineData(ReplyStatus.Answered, null, true)]
    public void AnAnswerThatNobodyAskedForIsSurerThanOthers(ReplyStatus status, double? confidence, bool isAnswered)
    {
        var quote = new QuoteBlock("Trees make the street cooler in summer.", new Citation("town", "The Town", 2, 2));

        Assert.Equal(isAnswered, OpenQuestions.IsAnsweredBy(new ChatReply(status, [quote]) { Confidence = confidence }));
    }

    [Fact]
    public async Task TheTeacherReadsWhyMessagesAreNotReceivedAndNothingIsSet()
    {
        await using var harness = Harness(TestEngine.Sqlite);
        harness.Listener.Obstacle = "I hear nothing. Switch it on.";

        var refused = await harness.TeacherAsync("settings answers:here replies:channel");

        Assert.Equal((ReplyStatus.Error, "I hear nothing. Switch it on."), (refused.Status, refused.ToPlainText()));
        Assert.Contains("- answers: asked", (await harness.TeacherAsync("settings")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyVisibility.Private, await harness.VisibilityAsync("ask"));
    }

    private static DebateHarness Harness(TestEngine engine)
    {
        var harness = new DebateHarness(engine);
        Reading[] readings = [DebateHarness.Town with { Author = "Ada Quay" }];
        harness.Shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));
        return harness;
    }
}
