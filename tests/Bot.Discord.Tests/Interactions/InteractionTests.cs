using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;

namespace Bot.Discord.Tests.Interactions;

public sealed class InteractionTests
{
    private readonly ScriptedSeminar seminar = new();

    [Fact]
    public async Task AReadyAnswerIsTheFirstResponse()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);

        var (response, _) = await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));

        Assert.Equal((4, 64), ((int?)response?["type"], (int?)response?["data"]?["flags"]));
        Assert.DoesNotContain(running.Discord.Requests, request => request.Path.StartsWith("webhooks/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ACommandOfAGroupIsFoundUnderTheNameThatItIsRegisteredAs()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);

        await running.SendAsync(FakeInteractions.Command("debate prompt", ("topic", "rain")));
        await running.SendAsync(FakeInteractions.Command("debate schedule", ("time", "09:00"), ("zone", "Europe/Lisbon")).ByTeacher());

        Assert.Equal([("debate", "rain"), ("debate schedule", "09:00")], seminar.Got.Select(command => (command.Name, command.Text)));
        Assert.Equal("Europe/Lisbon", seminar.Got[1].Options["zone"]);
        Assert.Equal([false, true], seminar.Got.Select(command => command.User.IsTeacher));
    }

    [Fact]
    public async Task ALongTextThatIsMissingIsAskedForInAForm()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);

        var (form, _) = await running.SendAsync(FakeInteractions.Command("counter", ("reading", "on rain")));

        Assert.Equal(9, (int?)form?["type"]);
        Assert.Empty(seminar.Got);
        Assert.Equal("Counter this", (string?)form!["data"]!["title"]);
        var field = form["data"]!["components"]![0]!;
        Assert.Equal("Claim", (string?)field["label"]);
        await running.SendAsync(FakeInteractions.Form((string)form["data"]!["custom_id"]!, (string)field["component"]!["custom_id"]!, "It rained.\nAll day."));
        Assert.Equal(("counter", "It rained.\nAll day. reading:\"on rain\""), (seminar.Got[0].Name, seminar.Got[0].Text));
    }

    [Theory]
    [InlineData("Check quote", "checkquote")]
    [InlineData("Counter this", "counter")]
    public async Task ACommandOnAMessageTakesItsWords(string action, string command)
    {
        await using var running = await RunningDiscord.StartAsync(seminar);

        await running.SendAsync(FakeInteractions.OnMessage(action, "It rained."));

        Assert.Equal((command, "It rained."), (seminar.Got[0].Name, seminar.Got[0].Text));
    }

    [Fact]
    public async Task ACommandOnAForwardedMessageTakesTheWordsThatWereForwarded()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        var interaction = FakeInteractions.OnMessage("Check quote", "");
        interaction["data"]!["resolved"]!["messages"]!["77"]!["message_snapshots"] =
            new JsonArray(new JsonObject { ["message"] = new JsonObject { ["content"] = "It rained.", ["embeds"] = new JsonArray() } });

        await running.SendAsync(interaction);

        Assert.Equal("It rained.", seminar.Got[0].Text);
    }

    [Fact]
    public async Task ValuesAreSuggestedWhileTheyAreTyped()
    {
        SuggestionRequest? asked = null;
        seminar.Suggestions = request =>
        {
            asked = request;
            return [.. Enumerable.Range(0, 40).Select(i => new Suggestion($"Reading {i} {new string('x', 120)}", i == 3 ? new string('v', 101) : $"r{i}"))];
        };
        await using var running = await RunningDiscord.StartAsync(seminar);

        var (response, elapsed) = await running.SendAsync(FakeInteractions.Typing("ask", "reading", "ra", ("question", "Why?")));

        Assert.Equal(8, (int?)response?["type"]);
        Assert.Equal(25, ((JsonArray)response!["data"]!["choices"]!).Count);
        Assert.Equal(("ask", "reading", "ra", "Why?"), (asked?.Command, asked?.Option, asked?.Typed, asked?.Others["question"]));
        Assert.True(elapsed < TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task NothingIsSuggestedWhileTheAdapterDoesNotRun()
    {
        var running = await RunningDiscord.StartAsync(seminar);
        await running.StopAsync();

        var (typing, _) = await running.SendAsync(FakeInteractions.Typing("ask", "reading", "ra"));
        var (command, _) = await running.SendAsync(FakeInteractions.Command("ask", ("question", "Why?")));

        Assert.Equal("""{"type":8,"data":{"choices":[]}}""", typing?.ToJsonString());
        Assert.Contains("Too many questions", (string?)command?["data"]?["content"], StringComparison.Ordinal);
        await running.DisposeAsync();
    }

    [Fact]
    public async Task AnOldInteractionIsNotCarriedOut()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        interaction["id"] = Snowflakes.At(TimeProvider.System.GetUtcNow() - TimeSpan.FromMinutes(16));

        await running.SendAsync(interaction);

        Assert.Empty(seminar.Got);
        Assert.Contains("took too long", Assert.Single(running.Seen).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task InteractionsThatComeTwiceAndOutOfOrderHaveOneEffectEach()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        var interactions = Enumerable.Range(0, 20).Select(i => FakeInteractions.Command("ask", ("question", $"question {i}"))).ToArray();
        var order = interactions.Concat(interactions).ToArray();
        new Random(20_261_125).Shuffle(order);

        await Task.WhenAll(order.Select(running.SendAsync));

        await Eventually.IsSoAsync(() => running.Seen.Count == 20);
        Assert.Equal(20, seminar.Got.Select(command => command.Text).Distinct().Count());
        Assert.Equal(20, seminar.Got.Count);
    }

    [Fact]
    public async Task AThreadIsPartOfItsChannel()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        interaction["channel_id"] = "55";
        interaction["channel"] = new JsonObject { ["id"] = "55", ["type"] = 11, ["parent_id"] = "44" };

        await running.SendAsync(interaction);

        Assert.Equal(new ChannelAddress("discord", LoopbackDiscord.Server, "44", "55"), seminar.Got[0].Channel);
    }

    [Fact]
    public async Task UnknownFieldsAreIgnored()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        var odd = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        odd["novelty"] = new JsonObject { ["a"] = new JsonArray(1, "b") };
        odd["channel"]!["type"] = "a kind of tomorrow";
        var unknown = FakeInteractions.Ping();
        unknown["type"] = 77;

        await running.SendAsync(odd);
        var (response, _) = await running.SendAsync(unknown);

        Assert.Single(seminar.Got);
        Assert.Equal(4, (int?)response?["type"]);
    }

    [Fact]
    public async Task APrivateReplyIsSharedOnceHoweverOftenItsButtonIsPressed()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(
            new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1)), new ChoicesBlock([new Choice("Show ¶1", "show", "¶1")])));
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        var reply = running.Discord.Messages[0].ToJson();

        await Task.WhenAll(running.SendAsync(FakeInteractions.Press("share", reply)), running.SendAsync(FakeInteractions.Press("share", (JsonObject)reply.DeepClone())));

        await Eventually.IsSoAsync(() => running.Seen.Any(message => !message.IsPrivate));
        await Task.Delay(200);
        var shared = Assert.Single(running.Seen, message => !message.IsPrivate);
        Assert.Contains("It rained.", shared.Text, StringComparison.Ordinal);
        Assert.Equal(["Show ¶1"], shared.Buttons.Select(button => button.Label));
        Assert.Equal(["Show ¶1"], running.Seen[0].Buttons.Select(button => button.Label));
        await Approval.CheckAsync(
            Path.Combine("tests", "Bot.Discord.Tests", "Rendering", "Approved"), "shared", running.Discord.Messages.Single(message => !message.IsPrivate).Sent);
    }

    [Fact]
    public async Task TheNameOfTheSharingMemberHasItsOwnMessageIfTheReplyFillsOne()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock(new string('x', DiscordLimits.Content - 10))));
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));

        await running.SendAsync(FakeInteractions.Press("share", running.Discord.Messages[0].ToJson()));

        await Eventually.IsSoAsync(() => running.Seen.Count(message => !message.IsPrivate) == 2);
        Assert.Equal("Shared by ◻.", running.Seen.First(message => !message.IsPrivate).Text);
    }

    [Theory]
    [InlineData(50013, "I may not show this to everyone here: grant my role “Send Messages” in this channel.")]
    [InlineData(200000, "AutoMod blocks its words")]
    public async Task AMemberWhoCannotShareIsToldPrivatelyHowToFixIt(int code, string said)
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 403, Body = new JsonObject { ["code"] = code, ["message"] = "No" } });

        await running.SendAsync(FakeInteractions.Press("share", running.Discord.Messages[0].ToJson()));

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text.Contains("To try again, ask once more", StringComparison.Ordinal)));
        Assert.All(running.Seen, message => Assert.True(message.IsPrivate, message.Text));
        Assert.Contains(said, running.Seen[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AShareProblemIsInTheMembersLanguageAndTheLogIsEnglish()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 403, Body = new JsonObject { ["code"] = 50013, ["message"] = "No" } });
        var press = FakeInteractions.Press("share", running.Discord.Messages[0].ToJson());
        press["locale"] = "de";

        await running.SendAsync(press);

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text.EndsWith("noch einmal fragen und jene Antwort teilen.", StringComparison.Ordinal)));
        Assert.StartsWith("Ich darf das hier nicht allen zeigen: Meiner Rolle fehlt in diesem Kanal „Send Messages“.", running.Seen[^1].Text, StringComparison.Ordinal);
        Assert.Contains(running.Log.Lines, line => line.Contains("I may not show this to everyone here: grant my role", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ReplyVisibility.Private)]
    [InlineData(ReplyVisibility.Channel)]
    public async Task AFileIsAttachedOnceForWhomTheAnswerIs(ReplyVisibility visibility)
    {
        seminar.Visibility = visibility;
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("The debates."), new FileBlock("debates.csv", FileBlock.Table, "date,motion\n1,“Ärger”")));
        await using var running = await RunningDiscord.StartAsync(seminar);
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 503, TakesEffect = true });

        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));

        await Eventually.IsSoAsync(() => running.Discord.Requests.Count(request => request.Method == "PATCH") == 2);
        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        var message = Assert.Single(running.Discord.Messages);
        Assert.Equal((visibility == ReplyVisibility.Private, "The debates."), (message.IsPrivate, message.Text));
        Assert.Equal([("debates.csv", "date,motion\n1,“Ärger”")], message.Files);
    }

    [Fact]
    public async Task TheTextOfFilesIsInTheMessageIfFilesCannotBeAttached()
    {
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new FileBlock("debates.csv", FileBlock.Table, "date,*motion*")));
        await using var running = await RunningDiscord.StartAsync(seminar);
        var interaction = FakeInteractions.Command("ask", ("question", "Did it rain?"));
        interaction["app_permissions"] = $"{1 << 11}";

        await running.SendAsync(interaction);

        Assert.Equal("date,*motion*", Assert.Single(running.Seen).Text);
        Assert.Empty(running.Discord.Messages[0].Files);
    }

    [Theory]
    [InlineData(413, 40005, "Discord accepts no file of that size")]
    [InlineData(400, 50035, "Please report this as a bug")]
    public async Task AnAnswerThatDiscordRefusesLeavesNobodyWaiting(int status, int code, string said)
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        running.Discord.Add(new Fault(Fault.WritesMessage) { Status = status, Body = new JsonObject { ["code"] = code, ["message"] = "No" } });

        gate.SetResult();

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
        Assert.True(running.Seen[0].IsPrivate);
        Assert.Contains(said, running.Seen[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALateAnswerIsNotAReasonToDoubtTheToken()
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        running.Discord.ExpireTokens();

        gate.SetResult();

        await Eventually.IsSoAsync(() => running.Log.Lines.Any(line => line.Contains("I could not show my answer: the time to answer was over.", StringComparison.Ordinal)));
        Assert.Null(running.Adapter.HealthProblem);
    }

    [Fact]
    public async Task AQuestionIsAboveItsAnswerAlsoWhenItIsShared()
    {
        var asking = new ScriptedSeminar { Commands = [.. seminar.Commands.Select(info => info with { AnswersItsText = info.Name != "debate" })] };
        asking.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("It did."), new ChoicesBlock([new Choice("Counterargument", "counter", "¶1")])));
        await using var running = await RunningDiscord.StartAsync(asking);

        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it *rain*?"), ("reading", "on-rain")));
        await running.SendAsync(FakeInteractions.Press("share", running.Discord.Messages[0].ToJson()));
        await running.SendAsync(FakeInteractions.OnMessage("Counter this", new string('x', 2_000)));
        await running.SendAsync(FakeInteractions.Press(running.Discord.Messages[0].Buttons[0].Id));
        await running.SendAsync(FakeInteractions.Command("debate prompt", ("topic", "rain")));

        await Eventually.IsSoAsync(() => running.Seen.Count == 5);
        Assert.Equal(
            ["Shared by ◻.\n“Did it *rain*? reading:on-rain”\n\nIt did."],
            running.Seen.Where(message => !message.IsPrivate && message.Text.StartsWith("Shared", StringComparison.Ordinal)).Select(message => message.Text));
        Assert.Contains(running.Seen, message => message.Text.StartsWith("“xxx", StringComparison.Ordinal) && message.Text.Length < 400);
        Assert.Equal(2, running.Seen.Count(message => message.Text == "It did."));
    }

    [Fact]
    public async Task AMessageForEveryoneCannotBeSharedByAForgedButton()
    {
        await using var running = await RunningDiscord.StartAsync(seminar);

        await running.SendAsync(FakeInteractions.Press("share"));

        Assert.Contains("button is old", Assert.Single(running.Seen).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnErrorOfTheCommandIsReportedAndLogged()
    {
        seminar.Answer = (_, _) => throw new InvalidOperationException("broken");
        await using var running = await RunningDiscord.StartAsync(seminar);

        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));

        await Eventually.IsSoAsync(() => running.Seen.Any(message => message.Text.Contains("went wrong", StringComparison.Ordinal)));
        await Eventually.IsSoAsync(() => running.Log.Lines.Any(line => line.Contains("broken", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10008)]
    [InlineData(10015)]
    public async Task AnAnswerThatOvertakesItsAcknowledgementStillArrives(int code)
    {
        var gate = seminar.Hold("At last.");
        await using var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));
        for (var i = 0; i < 2; i++)
        {
            running.Discord.Add(new Fault(Fault.WritesMessage) { Status = 404, Body = new JsonObject { ["code"] = code, ["message"] = "Unknown" } });
        }

        gate.SetResult();

        await Eventually.IsSoAsync(() => running.Seen.Count == 1);
    }

    [Fact]
    public async Task RunningWorkIsFinishedWhenTheServiceStops()
    {
        var gate = seminar.Hold("At last.");
        var running = await RunningDiscord.StartAsync(seminar);
        await running.SendAsync(FakeInteractions.Command("ask", ("question", "Did it rain?")));

        var stopped = running.StopAsync();
        gate.SetResult();
        await stopped;

        Assert.Equal("At last.", Assert.Single(running.Seen).Text);
        await running.DisposeAsync();
    }

    [Fact]
    public async Task NoPersonalReplyReachesTheChannelThroughAPublicAcknowledgement()
    {
        var contrary = new ContrarySeminar();
        await using var running = await RunningDiscord.StartAsync(contrary);

        await running.SendAsync(FakeInteractions.Command("ask", ("question", "What did I vote?")));

        Assert.Contains("only for you", Assert.Single(running.Seen).Text, StringComparison.Ordinal);
    }

    /// <summary>Announces a public reply, and then makes a private one.</summary>
    private sealed class ContrarySeminar : ISeminar
    {
        public IReadOnlyList<CommandInfo> Commands { get; } = new ScriptedSeminar().Commands;

        public FoundCommand Find(ChatCommand request) => new(request, Commands.FirstOrDefault(info => info.Name == request.Name), request.Name, request.Text);

        public ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken) => ValueTask.FromResult(ReplyVisibility.Channel);

        public Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken) =>
            Task.FromResult(ChatReply.Answer(new TextBlock("You voted for it.")) with { Visibility = ReplyVisibility.Private });

        public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => [];
    }
}
