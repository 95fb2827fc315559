using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;

namespace Bot.Slack.Tests.Replies;

/// <summary>Files of replies.</summary>
public sealed class FileTests
{
    private const string Table = "date,motion\n2026-09-01,“Ärger”";

    [Fact]
    public async Task AFileForOneMemberComesToTheirDirectMessages()
    {
        await using var slack = await StartAsync(ReplyVisibility.Private);

        await AskAsync(slack);

        Assert.Equal(new SharedFile("debates.csv", "D0STUDENT", Table), Assert.Single(slack.Slack.Files.Shared));
        var shown = VisibleMessage.Of(Assert.Single(slack.Slack.Screen.Messages).Body).Text;
        Assert.Contains("debates.csv is in your direct messages with me.", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("2026-09-01", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileForEveryoneIsSharedWithTheChannel()
    {
        await using var slack = await StartAsync(ReplyVisibility.Channel);

        await AskAsync(slack);

        Assert.Equal(FakeSlack.Channel, Assert.Single(slack.Slack.Files.Shared).Channel);
        Assert.DoesNotContain(slack.Slack.Calls, call => call.Method == "conversations.open");
    }

    [Fact]
    public async Task AFileInAThreadIsSharedThere()
    {
        await using var slack = await StartAsync(ReplyVisibility.Channel);

        await slack.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it rain?"));
        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Messages.Count == 1);

        Assert.Equal(slack.Slack.Screen.Messages[0].Thread, Assert.Single(slack.Slack.Files.Shared).Thread);
    }

    [Theory]
    [InlineData("chat:write,im:write")]
    [InlineData("chat:write,files:write")]
    public async Task WithoutAScopeTheFileIsSentAsText(string scopes)
    {
        await using var slack = await StartAsync(ReplyVisibility.Private);
        slack.Slack.Scopes = scopes;

        await AskAsync(slack);

        AssertIsText(slack);
    }

    [Theory]
    [InlineData("files.getUploadURLExternal", "file_uploads_disabled")]
    [InlineData("files.completeUploadExternal", "internal_error")]
    public async Task AFileThatSlackRefusesIsSentAsText(string method, string error)
    {
        await using var slack = await StartAsync(ReplyVisibility.Private);
        slack.Slack.Faults.Add(method, new Fault.Refusal(error));

        await AskAsync(slack);

        AssertIsText(slack);
    }

    [Fact]
    public async Task BytesThatDoNotArriveComeAsText()
    {
        await using var slack = await StartAsync(ReplyVisibility.Private);
        slack.Slack.Files.RefusesBytes = true;

        await AskAsync(slack);

        AssertIsText(slack);
    }

    [Fact]
    public async Task TheFileIsSentAsTextIfTheBotIsNotInTheChannel()
    {
        await using var slack = await StartAsync(ReplyVisibility.Channel);
        slack.Slack.Joined.Clear();

        await AskAsync(slack);

        AssertIsText(slack);
    }

    private static Task<SlackUnderTest> StartAsync(ReplyVisibility visibility) => SlackUnderTest.StartAsync(new ScriptedSeminar
    {
        Visibility = visibility,
        Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("The debates."), new FileBlock("debates.csv", FileBlock.Table, Table)) with { Visibility = visibility }),
    });

    private static async Task AskAsync(SlackUnderTest slack)
    {
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));
        await Eventually.IsTrueAsync(() => slack.Slack.Screen.Messages.Count == 1);
    }

    private static void AssertIsText(SlackUnderTest slack)
    {
        Assert.Empty(slack.Slack.Files.Shared);
        Assert.Contains(Table, VisibleMessage.Of(Assert.Single(slack.Slack.Screen.Messages).Body).Text, StringComparison.Ordinal);
    }
}
