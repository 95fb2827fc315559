using System.Net;
using System.Text;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Discord.Interactions;

namespace Bot.Discord.Tests.Interactions;

public sealed class SignatureTests
{
    private static readonly SigningKey Key = new();

    [Fact]
    public void WhatDiscordSignedIsTakenAndNothingElse()
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
