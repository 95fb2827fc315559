using System.Net;
using System.Text.Json.Nodes;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Testing;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Tests.Requests;

public sealed class SlackEndpointsTests
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Theory]
    [InlineData("/slack/commands")]
    [InlineData("/slack/interactivity")]
    [InlineData("/slack/options")]
    [InlineData("/slack/events")]
    public async Task UnsignedRequestsAreRefused(string path)
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        var body = Payloads.Command(slack.Slack, "ask", "Did it rain?", FakeSlack.Channel, SlackUnderTest.Student, "1");
        HttpRequestMessage[] requests =
        [
            new(HttpMethod.Post, path) { Content = new StringContent(body) },
            Member.Sign(path, body, Now, "another secret"),
            Member.Sign(path, body, Now.AddMinutes(-6)),
            Member.Sign(path, body, Now.AddMinutes(6)),
        ];

        foreach (var request in requests)
        {
            using var response = await slack.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task RefusedRequestsAreLoggedButNotEachOne()
    {
        using var log = new LogLines(LogLevel.Warning);
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar(), builder => builder.Logging.AddProvider(log));

        for (var i = 0; i < 3; i++)
        {
            using var request = Member.Sign("/slack/commands", "command=%2Fask", Now, "another secret");
            using var response = await slack.Http.SendAsync(request);
        }

        Assert.Contains("not signed with Slack:SigningSecret", Assert.Single(log.Lines), StringComparison.Ordinal);
        Assert.DoesNotContain(FakeSlack.SigningSecret, log.Lines.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheAddressOfEventsProvesItself()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        using var response = await slack.Member().SendAsync("/slack/events", """{"type":"url_verification","challenge":"abc","token":"t"}""");

        Assert.Equal("abc", JsonNode.Parse(await response.Content.ReadAsStringAsync())?["challenge"]?.GetValue<string>());
    }

    [Fact]
    public async Task TheLookAtTheCertificateIsAnsweredAndRunsNothing()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        using var body = new StringContent("ssl_check=1&command=%2Fask&text=rain&team_id=T1&channel_id=C1&user_id=U1");

        using var response = await slack.Http.PostAsync(new Uri("/slack/commands", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync());
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task NothingLargeThatIsUnsignedIsTakenForTheLookAtTheCertificate()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        using var body = new StringContent($"ssl_check=1&text={new string('x', 1000 * 1000)}");

        using var response = await slack.Http.PostAsync(new Uri("/slack/commands", UriKind.Relative), body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task RequestsWhoseBodiesDoNotEndAreOneLineInTheLog()
    {
        using var log = new LogLines(LogLevel.Warning);
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar(), builder => builder.Logging.AddProvider(log));
        var address = slack.Http.BaseAddress ?? throw new InvalidOperationException("It has no address.");

        for (var i = 0; i < 3; i++)
        {
            await BrokenOffRequest.SendAsync(address, "/slack/commands");
        }

        await Eventually.IsTrueAsync(() => !log.Lines.IsEmpty);
        Assert.Contains("ended before its body did", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEventThatSlackRepeatsHasNoSecondEffect()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        for (var retry = 0; retry < 4; retry++)
        {
            var mention = new JsonObject { ["type"] = "app_mention", ["text"] = "<@U0BOT> Did it rain?" };
            using var response = await slack.Member().SayAsync(mention, "1", retry);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        await Eventually.IsTrueAsync(() => slack.Seen.Count > 0);
        Assert.Single(seminar.Got);
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task ABodyThatIsTooLargeIsRefusedBeforeItIsRead()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        using var response = await slack.Member().SendAsync("/slack/commands", new string('x', 1024 * 1024 + 1));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("/slack/events", "{")]
    [InlineData("/slack/events", "[]")]
    [InlineData("/slack/events", "{\"\\ud800\":1}")]
    [InlineData("/slack/interactivity", "payload=%7B%22%5Cudc00%22%3A%7B%7D%7D")]
    [InlineData("/slack/interactivity", "payload=nothing")]
    [InlineData("/slack/interactivity", "other=1")]
    public async Task ASignedButInvalidRequestIsABadRequest(string path, string body)
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        using var response = await slack.Member().SendAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task AnswersAreNeverSentOutsideOfSlack(string host)
    {
        var gate = new TaskCompletionSource();
        var seminar = new ScriptedSeminar { Answer = async (_, _) => { await gate.Task; return Chat.ChatReply.Answer(new Chat.TextBlock("Now.")); } };
        await using var slack = await SlackUnderTest.StartAsync(seminar);
        await using var elsewhere = await FakeSlack.StartAsync();
        var body = Payloads.Command(elsewhere, "ask", "Did it rain?", FakeSlack.Channel, SlackUnderTest.Student, "1")
            .Replace("127.0.0.1", host, StringComparison.Ordinal);

        using var response = await slack.Member().SendAsync("/slack/commands", body);
        gate.SetResult();

        await Eventually.IsTrueAsync(() => slack.Seen.Count > 0);
        Assert.Empty(elsewhere.Screen.Messages);
        Assert.Contains(slack.Slack.Calls, call => call.Method == "chat.postEphemeral");
    }
}
