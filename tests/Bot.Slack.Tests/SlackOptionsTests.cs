using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Tests;

public sealed class SlackOptionsTests
{
    [Fact]
    public void TwoSecretsAreEnough() => Assert.True(Validate(Good()).Succeeded);

    [Fact]
    public void WithoutAnySecretNothingIsAskedFor() => Assert.True(Validate(new SlackOptions()).Succeeded);

    [Theory]
    [InlineData(nameof(SlackOptions.Token), "xoxp-not-a-bots", "not a bot token")]
    [InlineData(nameof(SlackOptions.SigningSecret), "", "Slack:SigningSecret is missing")]
    [InlineData(nameof(SlackOptions.Command), "Has Spaces", "not a valid name for a slash command")]
    [InlineData(nameof(SlackOptions.Teachers), "somebody", "not a list of ids")]
    [InlineData(nameof(SlackOptions.KeyCertificate), "no-such-file.pem", "docs/slack.md shows how to make one")]
    [InlineData(nameof(SlackOptions.PublicUrl), "bot.example.org", "Slack:PublicUrl is not a URL")]
    [InlineData(nameof(SlackOptions.ApiBase), "slack.com", "Leave it at https://slack.com/api")]
    public void AWrongSettingIsNamed(string setting, string value, string words)
    {
        var options = Good();
        typeof(SlackOptions).GetProperty(setting)?.SetValue(options, value);

        Assert.Contains(words, Assert.Single(Validate(options).Failures ?? []), StringComparison.Ordinal);
    }

    [Fact]
    public void ASocketNeedsItsOwnToken()
    {
        var options = Good();
        options.Transport = SlackTransport.Socket;

        Assert.Contains("connections:write", string.Join(' ', Validate(options).Failures ?? []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("U012AB3CD", false)]
    [InlineData("T0ONE/U012AB3CD, U045EF6GH", false)]
    [InlineData("T0ONE/U012AB3CD, E0UNION/W045EF6GH, T0ONE/S012AB3CD", true)]
    public void WithSeveralWorkspacesATeacherBelongsToOne(string teachers, bool isRight)
    {
        var options = new SlackOptions
        {
            SigningSecret = "secret",
            ClientId = "1.2",
            ClientSecret = "secret",
            PublicUrl = "https://bot.example.org",
            Teachers = teachers,
        };

        Assert.Equal(isRight ? [] : ["Slack:Teachers has an id without a workspace"], (Validate(options).Failures ?? []).Select(failure => failure.Split(',')[0]));
    }

    private static SlackOptions Good() => new() { Token = "xoxb-1", SigningSecret = "secret" };

    private static ValidateOptionsResult Validate(SlackOptions options) => new SlackOptionsValidator().Validate(null, options);
}
