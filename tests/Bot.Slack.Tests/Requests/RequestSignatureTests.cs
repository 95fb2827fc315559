using System.Text;
using Bot.Slack.Requests;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.Requests;

public sealed class RequestSignatureTests
{
    // The example from Slack's documentation: https://docs.slack.dev/authentication/verifying-requests-from-slack.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Expected = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private static readonly byte[] Body = Encoding.UTF8.GetBytes(
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA"
        + "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
        + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

    private readonly FakeTimeProvider time = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    [Fact]
    public void ARequestThatSlackSignedIsAccepted() => Assert.True(Signature().Accepts(Timestamp, Expected, Body));

    [Fact]
    public void AChangedBodyIsNot() => Assert.False(Signature().Accepts(Timestamp, Expected, [.. Body, (byte)'x']));

    [Theory]
    [InlineData(-301, false)]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(301, false)]
    public void TheTimeOfSigningMayBeFiveMinutesAwayBothWays(int seconds, bool accepted)
    {
        time.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1531420618 + 1000));
        var timestamp = (1531420618 + 1000 + seconds).ToString(System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(accepted, Signature().Accepts(timestamp, Signature().Sign(timestamp, Body), Body));
    }

    [Theory]
    [InlineData(null, Expected)]
    [InlineData(Timestamp, null)]
    [InlineData(Timestamp, "")]
    [InlineData(Timestamp, "v0=")]
    [InlineData(Timestamp, "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("-1531420618", Expected)]
    [InlineData("1531420618.0", Expected)]
    [InlineData("99999999999999999999", Expected)]
    [InlineData("9223372036854775807", Expected)]
    public void AMalformedSignatureIsNotAccepted(string? timestamp, string? signature) =>
        Assert.False(Signature().Accepts(timestamp, signature, Body));

    [Fact]
    public void WithoutASecretNothingIsAccepted()
    {
        var open = new RequestSignature("", time);

        Assert.False(open.Accepts(Timestamp, open.Sign(Timestamp, Body), Body));
    }

    private RequestSignature Signature() => new(Secret, time);
}
