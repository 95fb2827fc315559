using System.Text.Json.Nodes;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.WebApi;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.WebApi;

public sealed class SlackWebApiTests
{
    private const string Method = "chat.postMessage";

    [Theory]
    [InlineData("not_in_channel", "Invite the bot there")]
    [InlineData("channel_not_found", "Check its id")]
    [InlineData("is_archived", "Unarchive it")]
    [InlineData("missing_scope", "the scope pins:write")]
    [InlineData("token_revoked", "Install the app again")]
    [InlineData("account_inactive", "Install the app again")]
    [InlineData("invalid_auth", "Copy the “Bot User OAuth Token” again")]
    [InlineData("msg_too_long", "Ask for less at once")]
    [InlineData("restricted_action", "Ask an admin to allow it")]
    [InlineData("something_new", "chat.postMessage: something_new")]
    public async Task ARefusalSaysHowToFixIt(string error, string advice)
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add(Method, new Fault.Refusal(error, "pins:write"));

        var refused = Assert.IsType<ApiAnswer.Refused>(await PostAsync(slack));

        Assert.Equal(error, refused.Error);
        Assert.Contains(advice, refused.Why, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeSlack.Token, refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARefusalOfTheFormTellsWhatSlackSaysOfIt()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add(Method, new Fault.Refusal("invalid_blocks") { Details = ["[ERROR] must be more than 0 characters [json-pointer:/blocks/0]"] });

        var refused = Assert.IsType<ApiAnswer.Refused>(await PostAsync(slack));

        Assert.Contains("(invalid_blocks: [ERROR] must be more than 0 characters [json-pointer:/blocks/0])", refused.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALimitedCallIsSentAgainAfterTheTimeThatSlackNames()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.LimitNext(TimeSpan.FromSeconds(1));

        Assert.IsType<ApiAnswer.Done>(await PostAsync(slack));

        Assert.Equal(0, slack.LimitBreaches);
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task ALimitOfMinutesIsHandedOnInsteadOfWaitedFor()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add(Method, new Fault.Limit(TimeSpan.FromMinutes(5)));

        var failed = Assert.IsType<ApiAnswer.Failed>(await PostAsync(slack));
        Assert.Equal(TimeSpan.FromMinutes(5), failed.RetryAfter);

        // The next call of the same kind is not sent.
        Assert.IsType<ApiAnswer.Failed>(await PostAsync(slack));
        Assert.Single(slack.Slack.Calls, call => call.Method == Method);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    public async Task WhetherABrokenSlackDidItIsUnclearAndNothingIsRepeated(int status)
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add(Method, new Fault.Status(status));

        Assert.IsType<ApiAnswer.Unclear>(await PostAsync(slack));
        Assert.Single(slack.Slack.Calls, call => call.Method == Method);
    }

    [Fact]
    public async Task AnAnswerThatIsLostOnTheWayIsUnclear()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());
        slack.Slack.Faults.Add(Method, new Fault.LoseAnswer());

        Assert.IsType<ApiAnswer.Unclear>(await PostAsync(slack));
        Assert.Single(slack.Seen);
    }

    [Fact]
    public async Task ACallToAClosedPortFailed()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar(), ("Slack:ApiBase", "http://127.0.0.1:9/api"));

        var failed = Assert.IsType<ApiAnswer.Failed>(await PostAsync(slack));

        Assert.Contains("cannot be reached", failed.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheTokenGoesIntoAHeaderAndNowhereElse()
    {
        await using var slack = await SlackUnderTest.StartAsync(new ScriptedSeminar());

        await PostAsync(slack);

        var call = Assert.Single(slack.Slack.Calls);
        Assert.Equal(FakeSlack.Token, call.Token);
        Assert.DoesNotContain(call.Fields, field => field.Value.Contains("xoxb", StringComparison.Ordinal));
    }

    private static Task<ApiAnswer> PostAsync(SlackUnderTest slack) => slack.Services.GetRequiredService<SlackWebApi>().CallAsync(
        new Workspace(FakeSlack.Team), Method, new JsonObject { ["channel"] = FakeSlack.Channel, ["text"] = "Hello" }, CancellationToken.None);
}
