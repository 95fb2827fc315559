using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Storage;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Discord.Tests.Interactions;

/// <summary>Two programs with one database, which receive Discord's requests alternately.</summary>
public sealed class ReplicasTests
{
    [Theory]
    [OnPostgreSql]
    public async Task AnInteractionThatComesAgainToAnotherReplicaHasNoSecondEffect(TestEngine engine)
    {
        await using var database = new TestDatabase(engine);
        var (here, there) = (new ScriptedSeminar(), new ScriptedSeminar());
        await using var first = await StartAsync(here, database);
        await using var second = await StartAsync(there, database);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));

        await first.SendAsync(interaction);
        var (again, _) = await second.SendAsync(interaction);
        await second.SendAsync(FakeInteractions.Command("ask", ("question", "Did it snow?")));

        Assert.Single(here.Got);
        Assert.Empty(Assert.IsType<System.Text.Json.Nodes.JsonObject>(again));
        Assert.Equal("Did it snow?", Assert.Single(there.Got).Text);
    }

    private static async Task<RunningDiscord> StartAsync(ScriptedSeminar seminar, TestDatabase database)
    {
        var running = await RunningDiscord.StartAsync(seminar, settings =>
        {
            settings["Storage:Folder"] = database.Options.Folder;
            settings["Storage:PostgreSql"] = database.Options.PostgreSql;
        });
        await running.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return running;
    }
}
