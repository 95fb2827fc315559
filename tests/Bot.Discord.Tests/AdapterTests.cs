using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;

namespace Bot.Discord.Tests;

public sealed class AdapterTests
{
    [Fact]
    public async Task AWrongTokenStopsTheAdapterAndSaysHowToFixIt()
    {
        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar(), settings => settings["Discord:Token"] = "wrong");

        var stopped = await Assert.ThrowsAsync<AdapterStoppedException>(() => running.Running.WaitAsync(TimeSpan.FromSeconds(20)));

        Assert.Contains("BOT__Discord__Token", stopped.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhileDiscordCannotBeReachedTheAdapterSaysSoAndRecovers()
    {
        var discord = await LoopbackDiscord.StartAsync();
        for (var i = 0; i < 6; i++)
        {
            discord.Add(new Fault((_, path) => path == "applications/@me") { Status = 503 });
        }

        await using var running = await RunningDiscord.StartAsync(new ScriptedSeminar(), discord: discord);

        await Eventually.IsSoAsync(() => running.Adapter.HealthProblem is not null);
        await Eventually.IsSoAsync(() => running.Adapter.HealthProblem is null);
    }

    [Theory]
    [InlineData("Discord:ApplicationId", "12", "Discord:ApplicationId is not an id.")]
    [InlineData("Discord:PublicKey", "12", "Discord:PublicKey is not a key.")]
    [InlineData("Discord:Token", "", "Discord:Token is missing")]
    [InlineData("Discord:Shard", "1", "Discord:Shard must be")]
    [InlineData("Discord:ApiBase", "here", "Discord:ApiBase is not a URL.")]
    public async Task AWrongSettingIsNamed(string name, string value, string said) => Assert.Contains(
        said,
        (await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => RunningDiscord.StartAsync(new ScriptedSeminar(), settings => settings[name] = value))).Message,
        StringComparison.Ordinal);
}
