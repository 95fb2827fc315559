using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Discord.Registration;
using Bot.Discord.Settings;

namespace Bot.Discord.Tests.Registration;

public sealed class RegistrationTests : IAsyncLifetime
{
    private static readonly IReadOnlyList<CommandInfo> Commands = new ScriptedSeminar().Commands;

    private LoopbackDiscord discord = null!;

    public async Task InitializeAsync() => discord = await LoopbackDiscord.StartAsync(RunningDiscord.Specification);

    public async Task DisposeAsync()
    {
        await discord.DisposeAsync();
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task CommandsAreRegisteredOnceAndOnlyAgainWhenTheyChange()
    {
        var first = await RegisterAsync(Commands);
        var second = await RegisterAsync(Commands);
        var third = await RegisterAsync([.. Commands.Select(info => info.Name == "ask" ? info with { Description = "Answers otherwise." } : info)]);

        Assert.Equal(["new: /ask", "new: /counter", "new: /checkquote", "new: /debate", "new: “Counter this” on a message", "new: “Check quote” on a message"], first.Differences);
        Assert.Empty(second.Differences);
        Assert.Equal(["changed: /ask"], third.Differences);
        Assert.Equal(2, discord.Requests.Count(request => request.Method == "PUT"));
    }

    [Fact]
    public async Task ACommandThatIsGoneIsTakenAway()
    {
        await RegisterAsync(Commands);

        var outcome = await RegisterAsync([.. Commands.Where(info => info.Name != "ask")]);

        Assert.Equal(["gone: /ask"], outcome.Differences);
    }

    [Fact]
    public async Task ATrialChangesNothing()
    {
        var outcome = await RegisterAsync(Commands, isTrial: true);

        Assert.NotEmpty(outcome.Differences);
        Assert.DoesNotContain(discord.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task OneServerCanHaveThemAtOnce()
    {
        await RegisterAsync(Commands, server: LoopbackDiscord.Server);

        Assert.Equal([LoopbackDiscord.Server], discord.Commands.Keys);
        Assert.All(discord.Commands[LoopbackDiscord.Server], command => Assert.Null(command!["contexts"]));
    }

    [Theory]
    [InlineData(true, "[0,1,2]", "[0,1]")]
    [InlineData(false, "[0,1]", "[0]")]
    public async Task MembersGetWhatNeedsNoChannelWhereTheyMayInstallIt(bool isForMembers, string contexts, string types)
    {
        discord.IsForMembers = isForMembers;

        Assert.Null((await RegisterAsync([.. Commands, new CommandInfo("settings", "Changes settings.") { ForTeachers = true }])).Problem);

        var registered = discord.Commands[""].OfType<JsonObject>().ToDictionary(command => (string)command["name"]!);
        Assert.Equal((contexts, types), (registered["ask"]["contexts"]!.ToJsonString(), registered["ask"]["integration_types"]!.ToJsonString()));
        Assert.Equal((contexts, types), (registered["Check quote"]["contexts"]!.ToJsonString(), registered["Check quote"]["integration_types"]!.ToJsonString()));
        Assert.Equal(("[0]", "[0]"), (registered["settings"]["contexts"]!.ToJsonString(), registered["settings"]["integration_types"]!.ToJsonString()));
    }

    [Fact]
    public void AMemberInstallsItByAnotherLink()
    {
        var link = DiscordSetup.CreateMemberLink(new DiscordOptions { ApplicationId = LoopbackDiscord.BotId });

        Assert.Equal($"?client_id={LoopbackDiscord.BotId}&scope=applications.commands&integration_type=1", link.Query);
    }

    [Fact]
    public async Task AnUnknownTokenIsExplained()
    {
        var outcome = await RegisterAsync(Commands, token: "wrong");

        Assert.Contains("does not know the token", outcome.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ASettingThatIsMissingIsNamed() => Assert.Contains(
        "Discord:ApplicationId",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => DiscordSetup.RegisterAsync(new DiscordOptions(), Commands, null, true, CancellationToken.None))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void AGroupsOwnCommandIsOneInTheGroup()
    {
        var debate = Definition("debate");

        Assert.Equal(["prompt", "schedule"], debate["options"]!.AsArray().Select(option => (string?)option!["name"]));
        Assert.DoesNotContain("vote", debate.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void RequiredOptionsComeFirstAndALongTextIsAskedForInAForm()
    {
        Assert.True((bool?)Definition("ask")["options"]![0]!["required"]);
        Assert.Null(Definition("counter")["options"]![0]!["required"]);
    }

    [Fact]
    public void ReadingsAreCompletedWhileTheyAreTyped() => Assert.True((bool?)Definition("ask")["options"]![1]!["autocomplete"]);

    [Fact]
    public void ATeachersCommandIsHiddenFromOthers()
    {
        var info = new CommandInfo("settings", "Changes settings.") { ForTeachers = true };

        Assert.Equal("8192", (string?)CommandDefinitions.Of([info], CommandScope.AllServers)[0]!["default_member_permissions"]);
    }

    [Fact]
    public void CommandsStandInFiveLanguages()
    {
        var ask = Definition("ask");

        Assert.Equal("fragen", (string?)ask["name_localizations"]!["de"]);
        Assert.Equal("pergunta", (string?)ask["options"]![0]!["name_localizations"]!["pt-BR"]);
        Assert.Equal(("preguntar", "preguntar"), ((string?)ask["name_localizations"]!["es-ES"], (string?)ask["name_localizations"]!["es-419"]));
        Assert.Equal("Vérifier la citation", (string?)Definition("Check quote")["name_localizations"]!["fr"]);
    }

    [Fact]
    public void TheInvitationAsksForWhatIsNeededAndNoMore()
    {
        var link = DiscordSetup.CreateInviteLink(new DiscordOptions { ApplicationId = LoopbackDiscord.BotId });

        Assert.Contains($"client_id={LoopbackDiscord.BotId}", link.Query, StringComparison.Ordinal);
        Assert.Contains("scope=bot%20applications.commands", link.Query, StringComparison.Ordinal);

        // View Channel, Send Messages, Embed Links, Attach Files, Read Message History, Create Public Threads, Send Messages in Threads,
        // Create Polls, Pin Messages, in the order of https://discord.com/developers/docs/topics/permissions: what docs/discord.md gives the reasons for.
        const ulong Needed = (1UL << 10) | (1UL << 11) | (1UL << 14) | (1UL << 15) | (1UL << 16) | (1UL << 35) | (1UL << 38) | (1UL << 49) | (1UL << 51);
        Assert.Contains($"permissions={Needed}", link.Query.Split('&'));
    }

    private static JsonObject Definition(string name) => CommandDefinitions.Of(Commands, CommandScope.ServersAndMembers)
        .OfType<JsonObject>()
        .Single(definition => (string?)definition["name"] == name);

    private Task<RegistrationOutcome> RegisterAsync(
        IReadOnlyList<CommandInfo> commands, string? server = null, bool isTrial = false, string token = LoopbackDiscord.Token) => DiscordSetup.RegisterAsync(
            new DiscordOptions { ApplicationId = LoopbackDiscord.BotId, Token = token, ApiBase = discord.ApiBase }, commands, server, isTrial, CancellationToken.None);
}
