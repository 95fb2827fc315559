using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Storage;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Requests;

/// <summary>Two programs with one database, which receive Slack's requests alternately.</summary>
public sealed class ReplicasTests
{
    [Theory]
    [OnPostgreSql]
    public async Task ARequestThatComesAgainToAnotherReplicaHasNoSecondEffect(TestEngine engine)
    {
        await using var database = new TestDatabase(engine);
        var (here, there) = (new ScriptedSeminar(), new ScriptedSeminar());
        await using var first = await StartAsync(here, database);
        await using var second = await StartAsync(there, database);
        var mention = new Happening(HappeningKind.Mention, "", "ask Did it rain?") { Delivery = "once" };

        await first.DeliverAsync(mention);
        var again = await second.DeliverAsync(mention);
        await second.DeliverAsync(new Happening(HappeningKind.Mention, "", "ask Did it snow?"));

        await Eventually.IsTrueAsync(() => here.Got.Count == 1 && there.Got.Count == 1);
        Assert.True(again.IsAccepted);
        Assert.Equal("ask Did it snow?", there.Got[0].Text);
    }

    [Theory]
    [OnPostgreSql]
    public async Task AReplyThatOneReplicaSharedIsNotSharedAgainByAnother(TestEngine engine)
    {
        await using var database = new TestDatabase(engine);
        var (here, there) = (new ScriptedSeminar(), new ScriptedSeminar());
        await using var first = await StartAsync(here, database);
        await using var second = await StartAsync(there, database);
        await first.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));
        var message = first.Slack.Screen.Messages[0];
        var share = VisibleMessage.Of(message.Body).Buttons.Single(button => button.ActionId == "share");

        using var pressed = await first.Member().PressAsync("share", share.Value, message, "one");
        using var again = await second.Member().PressAsync("share", share.Value, message, "two");

        await Eventually.IsTrueAsync(() => here.Got.Count == 2);
        Assert.True(again.IsSuccessStatusCode);
        Assert.Empty(there.Got);
    }

    private static async Task<SlackUnderTest> StartAsync(ScriptedSeminar seminar, TestDatabase database)
    {
        var slack = await SlackUnderTest.StartAsync(
            seminar, ("Storage:Folder", database.Options.Folder), ("Storage:PostgreSql", database.Options.PostgreSql));
        await slack.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
        return slack;
    }
}
