using System.Net;
using System.Text;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Discord.Interactions;
using Bot.Testing;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Tests.Interactions;

public sealed class SignatureTests
{
    private static readonly SigningKey Key = new();

    [Fact]
    public void OnlyRequestsThatDiscordSignedAreAccepted()
    {
        var body = Encoding.UTF8.GetBytes("""{"type":1}""");
        var signature = Key.Sign("1700000000", body);
        var check = new InteractionSignature(Key.PublicKey);

        Assert.True(check.IsValid(signature, "1700000000", body));
        Assert.True(check.IsValid(signature.ToUpperInvariant(), "1700000000", body));
        Assert.False(check.IsValid(signature, "1700000001", body));
        Assert.False(check.IsValid(signature, "1700000000", [.. body, (byte)' ']));
        Assert.False(new InteractionSignature(new SigningKey(8).PublicKey).IsValid(signature, "1700000000", body));
        Assert.All(
            new[] { null, "", "zz", signature[..126], signature + "00", $"{signature[..126]}zz", new string('0', 128), new string('f', 128) },
            wrong => Assert.False(check.IsValid(wrong, "1700000000", body)));
        Assert.All(new[] { null, "", new string('1', 33) }, wrong => Assert.False(check.IsValid(signature, wrong, body)));
    }

    [Theory]
    [InlineData("17000000é0")]
    [InlineData("-1700000000")]
    [InlineData("1700000000 ")]
    [InlineData("1.7e9")]
    [InlineData("１７００００００００")]
    public void ATimestampIsDigits(string timestamp)
    {
        var body = Encoding.UTF8.GetBytes("""{"type":1}""");

        Assert.False(new InteractionSignature(Key.PublicKey).IsValid(Key.Sign(timestamp, body), timestamp, body));
    }

    [Fact]
    public async Task ANameThatIsInvalidUnicodeIsABadRequest()
    {
        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar());
        var body = Encoding.UTF8.GetBytes("""{"\ud800":1,"type":2}""");

        Assert.Equal(HttpStatusCode.BadRequest, await running.StatusOfAsync(SignedRequest.Of(body, running.Discord.Key.Sign("1700000000", body), "1700000000")));
    }

    [Fact]
    public async Task RequestsWhoseBodiesDoNotEndAreOneLineInTheLog()
    {
        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar());
        var address = new Uri(running.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());

        for (var i = 0; i < 3; i++)
        {
            await BrokenOffRequest.SendAsync(address, "/discord/interactions");
        }

        await Eventually.IsSoAsync(() => running.Log.Lines.Any(IsTrouble));
        var line = Assert.Single(running.Log.Lines, IsTrouble);
        Assert.Contains("ended before its body did", line, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', line);

        static bool IsTrouble(string line) => line.StartsWith("Warning", StringComparison.Ordinal) || line.StartsWith("Error", StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnsignedRequestIsRefusedAndHasNoEffect()
    {
        var seminar = new ScriptedSeminar();
        await using var running = await RunningDiscord.StartAsync(seminar);
        var body = Encoding.UTF8.GetBytes(FakeInteractions.Command("ask", ("question", "Did it rain?")).ToJsonString());
        var stamp = "1700000000";

        Assert.Equal(HttpStatusCode.Unauthorized, await running.StatusOfAsync(SignedRequest.Of(body, null, null)));
        Assert.Equal(HttpStatusCode.Unauthorized, await running.StatusOfAsync(SignedRequest.Of(body, new SigningKey(9).Sign(stamp, body), stamp)));
        Assert.Equal(HttpStatusCode.Unauthorized, await running.StatusOfAsync(SignedRequest.Of([.. body, 32], running.Discord.Key.Sign(stamp, body), stamp)));
        Assert.Equal(HttpStatusCode.OK, await running.StatusOfAsync(SignedRequest.Of(body, running.Discord.Key.Sign(stamp, body), stamp)));
        Assert.Single(seminar.Got);
    }

    [Fact]
    public async Task ABodyThatIsTooLargeIsRefusedUnread()
    {
        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar());

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await running.StatusOfAsync(SignedRequest.Of(new byte[600_000], new string('a', 128), "1")));
    }

    [Fact]
    public async Task APingIsAnswered()
    {
        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar());

        var (response, _) = await running.SendAsync(FakeInteractions.Ping());

        Assert.Equal("""{"type":1}""", response?.ToJsonString());
    }
}
