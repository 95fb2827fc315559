using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

public sealed class GatewayTests
{
    private readonly ScriptedSeminar seminar = new();

    [Fact]
    public async Task AFileThatComesOverTheGatewayIsFetched()
    {
        var discord = await LoopbackDiscord.StartAsync(RunningDiscord.Specification);
        await using var running = await RunningGateway.StartAsync(
            Interactions.FileTests.ReadingSeminar(), settings => settings["Discord:FilesBase"] = discord.FilesBase, discord);
        var elsewhere = discord.Attach("essay.txt", [1]);
        elsewhere["url"] = "https://files.example/essay.txt";

        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Command("checkquote").WithFile(discord.Attach("essay.txt", "My essay."u8.ToArray())));
        await discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Command("checkquote").WithFile(elsewhere));

        await Eventually.IsSoAsync(() => discord.Messages.Count == 2 && discord.Pending == 0);
        Assert.Equal(
            ["The file is not on Discord’s own servers, so I do not download it.", "essay.txt: My essay."], discord.Messages.Select(message => message.Text).Order(StringComparer.Ordinal));
        Assert.Equal(1, discord.FilesFetched);
    }

    [Fact]
    public async Task AConnectionThatIsDroppedIsTakenUpAgainAndNothingIsLost()
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        running.Discord.Gateway.Drop();
        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Command("ask", ("question", "Did it rain?")));

        await Eventually.IsSoAsync(() => seminar.Got.Count == 1);
        Assert.Equal((1, true), (running.Discord.Gateway.Identifies, running.Discord.Gateway.Resumes > 0));
    }

    [Fact]
    public async Task AServerThatTheBotComesIntoIsGreetedAndThoseThatItIsInAreNot()
    {
        await using var running = await RunningGateway.StartAsync(seminar);
        running.Discord.JoinedAt = TimeProvider.System.GetUtcNow();

        await running.Discord.Gateway.DispatchAsync("GUILD_CREATE", FakeEvents.Server(running.Discord.JoinedAt.AddDays(-9), "400000000000000099"));
        await running.Discord.Gateway.DispatchAsync("GUILD_CREATE", FakeEvents.Server(running.Discord.JoinedAt));
        await running.Discord.Gateway.DispatchAsync("GUILD_CREATE", FakeEvents.Server(running.Discord.JoinedAt));

        await Eventually.IsSoAsync(() => seminar.Got.Count > 0);
        await Task.Delay(500);
        Assert.Equal("help welcome", Assert.Single(seminar.Got).Name);
        Assert.DoesNotContain(running.Discord.Requests, request => request.Path.Contains("400000000000000099", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ASessionThatDiscordForgotStartsAgain()
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        running.Discord.Gateway.Forget();
        running.Discord.Gateway.Drop();
        await Eventually.IsSoAsync(() => running.Discord.Gateway is { IsReady: true, Identifies: 2 });
        await running.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));

        Assert.Single(seminar.Got);
    }

    [Fact]
    public async Task TheNextSessionWaitsIfDiscordEndsEachSession()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var discord = await LoopbackDiscord.StartAsync();
        discord.Gateway.EndsSessions = true;
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord, waits: false, time: time);
        await Eventually.IsSoAsync(() => discord.Gateway.Identifies == 1);

        // Without a limit the library starts a session about every six seconds.
        await Task.Delay(TimeSpan.FromSeconds(10));
        Assert.Equal(1, discord.Gateway.Identifies);

        await Eventually.IsSoAsync(() => Advance(time) && discord.Gateway.Identifies >= 4 && running.Inner.Adapter.HealthProblem?.Contains("one after the other", StringComparison.Ordinal) == true);
        discord.Gateway.EndsSessions = false;
        await Eventually.IsSoAsync(() => Advance(time) && discord.Gateway.IsReady);
    }

    [Fact]
    public async Task NoSessionStartsIfFewAreLeftAndHealthSaysSo()
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.Gateway.SessionsLeft = 20;
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord, waits: false);

        await Eventually.IsSoAsync(() => running.Inner.Adapter.HealthProblem?.Contains("would reset the token", StringComparison.Ordinal) == true);

        Assert.Equal(0, discord.Gateway.Identifies);
    }

    [Fact]
    public async Task AnAddressForInteractionsThatKeepsThemFromTheGatewayIsSeenInHealthUntilItIsGone()
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var discord = await LoopbackDiscord.StartAsync();
        discord.InteractionsAddress = "https://old.example/discord/interactions";
        discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(1);
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord, time: time);

        await Eventually.IsSoAsync(() => running.Inner.Adapter.HealthProblem is not null && discord.Gateway.IsReady);
        Assert.Contains("https://old.example/discord/interactions", running.Inner.Adapter.HealthProblem, StringComparison.Ordinal);
        Assert.Contains("Clear “Interactions Endpoint URL”", running.Inner.Adapter.HealthProblem, StringComparison.Ordinal);

        discord.InteractionsAddress = null;
        await Eventually.IsSoAsync(() => Advance(time) && running.Inner.Adapter.HealthProblem is null);
    }

    [Fact]
    public async Task AnInteractionThatAnotherProgramAnsweredIsLeftUnchanged()
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningGateway.StartAsync(seminar);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        running.Discord.Take((string)interaction["token"]!, LoopbackDiscord.Channel, new JsonObject { ["type"] = 4, ["data"] = new JsonObject { ["content"] = "It did.", ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() } } });

        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", interaction);
        await Eventually.IsSoAsync(() => running.Discord.Requests.Any(request => request.Path.EndsWith("/callback", StringComparison.Ordinal)));
        gate.SetResult();

        await Eventually.IsSoAsync(() => running.Inner.Log.Lines.Any(line => line.Contains("run twice with the same token", StringComparison.Ordinal)));
        await running.Inner.StopAsync();
        Assert.Equal("It did.", Assert.Single(running.Discord.Messages).Text);
        Assert.DoesNotContain(running.Discord.Requests, request => request.Path.StartsWith("webhooks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AFirstResponseWhoseAnswerWasLostIsKnownForItsOwn()
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningGateway.StartAsync(seminar);
        running.Discord.Add(new Fault((_, path) => path.EndsWith("/callback", StringComparison.Ordinal)) { Status = 503, TakesEffect = true });

        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Command("ask", ("question", "Did it rain?")));
        await Eventually.IsSoAsync(() => running.Discord.Requests.Count(request => request.Path.EndsWith("/callback", StringComparison.Ordinal)) == 2);
        gate.SetResult();

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text == "At last."));
    }

    [Fact]
    public async Task ARequestToReconnectIsFollowed()
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        await running.Discord.Gateway.AskToReconnectAsync();

        await Eventually.IsSoAsync(() => running.Discord.Gateway is { IsReady: true, Resumes: > 0 });
    }

    [Fact]
    public async Task HeartbeatsAreSent()
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(2);
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord);

        await Eventually.IsSoAsync(() => discord.Gateway.Heartbeats > 2);
    }

    [Fact]
    public async Task AConnectionWithoutHeartbeatAnswersIsReplaced()
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.Gateway.HeartbeatInterval = TimeSpan.FromSeconds(1);
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord);

        discord.Gateway.AnswersHeartbeats = false;
        await Eventually.IsSoAsync(() => discord.Gateway.Resumes + discord.Gateway.Identifies > 1);
        discord.Gateway.AnswersHeartbeats = true;
        await Eventually.IsSoAsync(() => discord.Gateway.IsReady);
        await running.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));

        Assert.Single(seminar.Got);
    }

    [Fact]
    public async Task EventsThatComeTwiceAndOutOfOrderHaveOneEffectEach()
    {
        await using var running = await RunningGateway.StartAsync(seminar);
        var mentions = Enumerable.Range(0, 20).Select(i => FakeEvents.Mention($"question {i}")).ToList();

        foreach (var mention in mentions.Concat(mentions).Reverse())
        {
            await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", mention);
        }

        await Eventually.IsSoAsync(() => running.Seen.Count == 20);
        Assert.Equal(20, seminar.Got.Select(command => command.Text).Distinct().Count());
        Assert.Equal(20, seminar.Got.Count);
    }

    [Fact]
    public async Task AMentionIsRefusedWithASentenceIfTheQueueIsFull()
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningGateway.StartAsync(seminar);

        for (var i = 0; i < 300; i++)
        {
            await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakeEvents.Mention($"question {i}"));
        }

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text.Contains("Too many questions", StringComparison.Ordinal)));
        gate.SetResult();
    }

    [Theory]
    [InlineData(403, 50013, "grant my role")]
    [InlineData(503, 0, "server error")]
    public async Task AMentionThatCannotBeAnsweredStandsInTheLog(int status, int code, string said)
    {
        await using var running = await RunningGateway.StartAsync(seminar);
        for (var i = 0; i < 6; i++)
        {
            running.Discord.Add(new Fault(Fault.WritesMessage) { Status = status, Body = new() { ["code"] = code, ["message"] = "No" } });
        }

        await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakeEvents.Mention("Did it rain?"));

        await Eventually.IsSoAsync(() => running.Inner.Log.Lines.Any(line => line.Contains("not answered", StringComparison.Ordinal) && line.Contains(said, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(4004, "BOT__Discord__Token")]
    [InlineData(4010, "Discord:Shard")]
    [InlineData(4011, "Discord:Shards")]
    [InlineData(4012, "newer version")]
    [InlineData(4013, "newer version")]
    [InlineData(4014, "Message Content Intent")]
    public async Task TheAdapterStopsAndSaysHowToFixItIfDiscordRefusesTheConnection(int code, string said)
    {
        var discord = await LoopbackDiscord.StartAsync();
        discord.Gateway.RefuseWith = code;
        await using var running = await RunningGateway.StartAsync(seminar, discord: discord, waits: false);

        var stopped = await Assert.ThrowsAsync<AdapterStoppedException>(() => running.Inner.Running.WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Contains(said, stopped.Message, StringComparison.Ordinal);
        Assert.InRange(discord.Gateway.Identifies, 1, 2);
    }

    [Theory]
    [InlineData(ReplyVisibility.Private)]
    [InlineData(ReplyVisibility.Channel)]
    public async Task AFileIsAttachedForWhomTheAnswerIs(ReplyVisibility visibility)
    {
        seminar.Visibility = visibility;
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("The debates."), new FileBlock("debates.csv", FileBlock.Table, "date,motion")));
        await using var running = await RunningGateway.StartAsync(seminar);

        await running.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        var message = Assert.Single(running.Discord.Messages);
        Assert.Equal((visibility == ReplyVisibility.Private, "The debates."), (message.IsPrivate, message.Text));
        Assert.Equal([("debates.csv", "date,motion")], message.Files);
    }

    [Fact]
    public async Task TheTextArrivesEvenIfNothingMayBeAttachedOrEmbedded()
    {
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(
            new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1)), new FileBlock("debates.csv", FileBlock.Table, "date,motion")));
        await using var running = await RunningGateway.StartAsync(seminar);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        interaction["app_permissions"] = $"{1 << 11}";

        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", interaction);

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        var message = running.Discord.Messages[0];
        Assert.Empty(message.Files);
        Assert.Empty(message.Sent["embeds"] as JsonArray ?? []);
        Assert.Contains("It rained.", message.Text, StringComparison.Ordinal);
        Assert.Contains("date,motion", message.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMemberWhoCannotShareIsToldPrivately()
    {
        await using var running = await RunningGateway.StartAsync(seminar);
        await running.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));
        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 403, Body = new JsonObject { ["code"] = 50013, ["message"] = "No" } });

        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Press("share", running.Discord.Messages[0].ToJson()));

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text.Contains("grant my role “Send Messages”", StringComparison.Ordinal)));
        Assert.All(running.Seen, message => Assert.True(message.IsPrivate, message.Text));
        Assert.DoesNotContain(running.Seen[0].Buttons, button => button.State == "share");
    }

    [Theory]
    [InlineData("en-US", "Please report this as a bug")]
    [InlineData("de", "einen Fehler gefunden")]
    public async Task AFirstResponseThatDiscordRefusesLeavesNobodyWaiting(string locale, string said)
    {
        await using var running = await RunningGateway.StartAsync(seminar);
        running.Discord.Add(new Fault((_, path) => path.EndsWith("/callback", StringComparison.Ordinal))
        {
            Status = 400,
            Body = new JsonObject { ["code"] = 50035, ["message"] = "Invalid Form Body" },
        });

        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        interaction["locale"] = locale;

        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", interaction);

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        Assert.True(running.Seen[0].IsPrivate);
        Assert.Contains(said, running.Seen[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INTERACTION_CREATE")]
    [InlineData("MESSAGE_CREATE")]
    public async Task AnUnreadableEventDoesNotStopTheNext(string name)
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        await running.Discord.Gateway.DispatchAsync(name, """{"\ud800":"half a character"}""");
        await running.DeliverAsync(new Happening(HappeningKind.Command, "ask", "Did it rain?"));

        Assert.Single(seminar.Got);
    }

    [Fact]
    public async Task NothingPrivilegedIsAskedForUnlessChannelsAreHeard()
    {
        const int MessageContent = 1 << 15;
        const int MembersPresencesAndMessageContent = (1 << 1) | (1 << 8) | MessageContent;
        await using var usual = await RunningGateway.StartAsync(seminar);
        await using var hearing = await RunningGateway.StartAsync(seminar, settings => settings["Discord:HearsChannels"] = "true");

        Assert.Equal(0, (int)usual.Discord.Gateway.LastIdentify!["intents"]! & MembersPresencesAndMessageContent);
        Assert.Equal(MessageContent, (int)hearing.Discord.Gateway.LastIdentify!["intents"]! & MembersPresencesAndMessageContent);
    }

    [Fact]
    public async Task AReplyToAMessageOfTheBotIsNotAnswered()
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakeEvents.Reply("I disagree: they only hurt the poor."));
        await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakeEvents.Mention("Did it rain?"));

        await Eventually.IsSoAsync(() => running.Seen.Count > 0);
        Assert.Equal("Did it rain?", Assert.Single(seminar.Got).Text);
    }

    [Fact]
    public async Task RunningWorkIsFinishedWhenTheServiceStops()
    {
        var gate = seminar.Hold("At last.");
        var running = await RunningGateway.StartAsync(seminar);
        await running.Discord.Gateway.DispatchAsync("INTERACTION_CREATE", FakeInteractions.Command("ask", ("question", "Did it rain?")));
        await Eventually.IsSoAsync(() => seminar.Got.Count == 1);

        // Before it was acknowledged.
        var stopped = running.Inner.StopAsync();
        gate.SetResult();
        await stopped;

        Assert.Equal("At last.", Assert.Single(running.Seen).Text);
        await running.DisposeAsync();
    }

    [Fact]
    public async Task AProcessServesTheShardThatItsSettingsName()
    {
        await using var running = await RunningGateway.StartAsync(seminar, settings => (settings["Discord:Shard"], settings["Discord:Shards"]) = ("1", "3"));

        Assert.Equal([1, 3], running.Discord.Gateway.LastIdentify!["shard"]!.AsArray().Select(number => (int)number!));
    }

    [Fact]
    public async Task AMentionInAThreadComesFromThatThreadOfItsChannel()
    {
        await using var running = await RunningGateway.StartAsync(seminar);

        await running.Discord.Gateway.DispatchAsync("MESSAGE_CREATE", FakeEvents.Mention("and China?", channel: LoopbackDiscord.Thread));

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        Assert.Equal(new ChannelAddress("discord", LoopbackDiscord.Server, LoopbackDiscord.Channel, LoopbackDiscord.Thread), seminar.Got[0].Channel);
        Assert.Equal(LoopbackDiscord.Thread, running.Discord.Messages[0].Channel);
    }

    private static bool Advance(FakeTimeProvider time)
    {
        time.Advance(TimeSpan.FromSeconds(1));
        return true;
    }
}
