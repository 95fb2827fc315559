using System.Text.Json.Nodes;
using Bot.Hosting;
using Bot.Slack.Fake;
using Bot.Tests.CommandLine;

namespace Bot.Tests.Hosting;

/// <summary>The program as an operator of a Slack workspace runs it.</summary>
public sealed class SlackHostTests
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(45);

    [Fact]
    public async Task ACommandInSlackIsAnsweredFromTheReadings()
    {
        await using var slack = await FakeSlack.StartAsync();
        await using var host = BotHost.Build(new Dictionary<string, string?>
        {
            ["Slack:Token"] = FakeSlack.Token,
            ["Slack:SigningSecret"] = FakeSlack.SigningSecret,
            ["Slack:ApiBase"] = slack.ApiBase.AbsoluteUri,
            ["Http:Url"] = "http://127.0.0.1:0",
            ["Console:Mode"] = "Off",
        });
        await host.StartAsync();
        using var bot = new HttpClient { BaseAddress = new Uri(host.Urls.First()) };

        await EventuallyAsync(async () =>
        {
            using var response = await new Member(slack, bot).TypeAsync("show", "case-for-pressure ¶2", Guid.NewGuid().ToString());
            return response.IsSuccessStatusCode;
        });

        await EventuallyAsync(() => Task.FromResult(slack.Screen.Messages.Count > 0));
        var seen = VisibleMessage.Of(slack.Screen.Messages[0].Body);
        Assert.Contains("Pressure First, for as Long as It Takes", seen.Text, StringComparison.Ordinal);
        Assert.True(slack.Screen.Messages[0].IsPrivate);

        using var help = await new Member(slack, bot).TypeAsync("help", "", Guid.NewGuid().ToString());
        await EventuallyAsync(() => Task.FromResult(slack.Screen.Messages.Any(message => VisibleMessage.Of(message.Body).Text.Contains("/ask <question>", StringComparison.Ordinal))));
        Assert.Empty(slack.Screen.Problems);
    }

    [Fact]
    public async Task TheManifestOffersEveryCommand()
    {
        var outcome = await BotProcess.RunAsync("slack", "manifest", "--Slack:Transport", "Socket");

        var commands = JsonNode.Parse(outcome.Output)?["features"]?["slash_commands"]?.AsArray() ?? [];
        Assert.Contains("/ask", commands.Select(command => command?["command"]?.GetValue<string>()));
        Assert.Contains("/seminar", commands.Select(command => command?["command"]?.GetValue<string>()));
    }

    [Fact]
    public async Task TheManifestNeedsAnAddressForRequests()
    {
        var outcome = await BotProcess.RunAsync("slack", "manifest");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("Set it to the URL at which Slack reaches this program", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOnlineCheckAsksSlackWhetherItTakesTheToken()
    {
        await using var slack = await FakeSlack.StartAsync();

        var outcome = await BotProcess.RunAsync(["check", "--online", .. Settings(slack)]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Slack: The bot is seminar_bot of the workspace Seminar.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("every scope that is needed", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOnlineCheckSaysWhatDoesNotWorkWithoutAnOptionalScope()
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Scopes = slack.Scopes.Replace("usergroups:read,", "", StringComparison.Ordinal);

        var outcome = await BotProcess.RunAsync(["check", "--online", .. Settings(slack)]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Its token lacks the optional scope usergroups:read. Members of the user groups in Slack:Teachers are not", outcome.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chat:write,commands", "Its token lacks app_mentions:read, channels:history")]
    [InlineData(null, "Slack does not accept the bot's token")]
    public async Task TheOnlineCheckSaysWhatIsWrong(string? scopes, string words)
    {
        await using var slack = await FakeSlack.StartAsync();
        slack.Scopes = scopes ?? "";
        if (scopes is null)
        {
            slack.Tokens.Clear();
        }

        var outcome = await BotProcess.RunAsync(["check", "--online", .. Settings(slack)]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(words, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(FakeSlack.Token, outcome.Output + outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStartStopsWithAMessageIfNothingListensForSlack()
    {
        await using var slack = await FakeSlack.StartAsync();

        var outcome = await BotProcess.RunAsync([.. Settings(slack), "--Http:Enabled", "false"]);
        var check = await BotProcess.RunAsync(["check", .. Settings(slack), "--Http:Enabled", "false"]);

        Assert.Equal((2, 2), (outcome.ExitCode, check.ExitCode));
        Assert.Contains("requests of Slack cannot arrive", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("requests of Slack cannot arrive", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheStartStopsWithAMessageIfAnotherProgramUsesThePort()
    {
        await using var slack = await FakeSlack.StartAsync();
        var taken = new UriBuilder(slack.ApiBase) { Path = "" }.Uri.GetLeftPart(UriPartial.Authority);

        var outcome = await BotProcess.RunAsync([.. Settings(slack), "--Http:Url", taken]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains($"Nothing can listen on {taken}, and requests of Slack must arrive there", outcome.Error, StringComparison.Ordinal);
        Assert.Contains("Set Http:Url to a free address.", outcome.Error, StringComparison.Ordinal);
    }

    private static string[] Settings(FakeSlack slack) =>
    [
        "--Slack:Token", FakeSlack.Token, "--Slack:SigningSecret", FakeSlack.SigningSecret, "--Slack:ApiBase", slack.ApiBase.AbsoluteUri,
    ];

    private static async Task EventuallyAsync(Func<Task<bool>> isSo)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout; waited += TimeSpan.FromMilliseconds(100))
        {
            if (await isSo())
            {
                return;
            }

            await Task.Delay(100);
        }

        Assert.Fail("It did not happen in time.");
    }
}
