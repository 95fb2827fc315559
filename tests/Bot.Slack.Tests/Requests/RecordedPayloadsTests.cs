using System.Net;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.Requests;

/// <summary>Payloads as Slack sends them, field by field, with invented ids.</summary>
public sealed class RecordedPayloadsTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Recorded");

    [Theory]
    [InlineData("slash-command.txt", "/slack/commands", "summary", "long reading:eu-north-korea ¶12", null)]
    [InlineData("slash-command-umbrella.txt", "/slack/commands", "", "find sanctions & aid", null)]
    [InlineData("slash-command-group.txt", "/slack/commands", "debate", "schedule 09:00 zone:Europe/Lisbon", null)]
    [InlineData("button.json", "/slack/interactivity", "counter", "¶4.2 reading:on-rain", null)]
    [InlineData("button-in-thread.json", "/slack/interactivity", "counter", "¶4.2 reading:on-rain", "1760000000.000100")]
    [InlineData("message-shortcut.json", "/slack/interactivity", "checkquote", "It “rained” <all> day & night, see https://example.org/rain", "1760000000.000200")]
    [InlineData("form.json", "/slack/interactivity", "ask", "Did it rain?", null)]
    [InlineData("form-in-another-workspace.json", "/slack/interactivity", "ask", "Did it rain?", null)]
    [InlineData("mention.json", "/slack/events", "", "ask did it rain & snow?", "1760000000.000300")]
    [InlineData("mention-in-shared-channel.json", "/slack/events", "", "ask did it rain & snow?", "1760000000.000300")]
    [InlineData("mention-in-thread.json", "/slack/events", "", "and China?", "1760000000.000100")]
    [InlineData("direct-message.json", "/slack/events", "", "Did it rain?", "1760000000.000300")]
    public async Task EachBecomesItsCommand(string file, string path, string command, string text, string? thread)
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        using var response = await slack.Member().SendAsync(path, await BodyAsync(file));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await Eventually.IsTrueAsync(() => seminar.Got.Count > 0);
        var got = Assert.Single(seminar.Got);
        Assert.Equal((command, text, thread), (got.Name, got.Text, got.Channel.Thread));
        Assert.Equal((SlackPlatform.Name, "T012AB3CD", "U012AB3CD"), (got.Channel.Platform, got.Channel.Space, got.User.Id));
    }

    [Theory]
    [InlineData("bot-message.json", "/slack/events")]
    [InlineData("message-changed.json", "/slack/events")]
    [InlineData("channel-message.json", "/slack/events")]
    [InlineData("form-closed.json", "/slack/interactivity")]
    public async Task OthersAreNone(string file, string path)
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        using var response = await slack.Member().SendAsync(path, await BodyAsync(file));
        await slack.DeliverAsync(new Happening(HappeningKind.Command, "ask", "afterwards"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("afterwards", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task TheValuesOfAFormReachTheCommand()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar);

        using var response = await slack.Member().SendAsync("/slack/interactivity", await BodyAsync("form.json"));

        await Eventually.IsTrueAsync(() => seminar.Got.Count > 0);
        Assert.Equal("on-rain", seminar.Got[0].Options["reading"]);
        Assert.Equal(ReplyVisibility.Channel, seminar.Got[0].Wanted);
    }

    private static async Task<string> BodyAsync(string file)
    {
        var text = (await File.ReadAllTextAsync(Path.Combine(Folder, file))).Trim();
        return file.EndsWith(".txt", StringComparison.Ordinal) ? string.Concat(text.Split('\n').Select(line => line.Trim()))
            : text.Contains("\"event_callback\"", StringComparison.Ordinal) ? text
            : $"payload={Uri.EscapeDataString(text)}";
    }
}
