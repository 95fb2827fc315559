using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Discord.Fake;
using Bot.Discord.Forms;
using Bot.Discord.Protocol;

namespace Bot.Discord.Tests.Forms;

public sealed class FormTests : IAsyncLifetime
{
    private const string OtherChannel = "400000000000000055";

    private static readonly CommandInfo Schedule = new("debate schedule", "Posts a debate each day.")
    {
        Text = new OptionInfo("when", "When.") { Required = true },
        TextParts =
        [
            new OptionInfo("time", "When it is posted.") { Required = true, Proposed = "09:00" },
            new OptionInfo("time zone", "Whose clocks that time is of.") { Required = true },
            new OptionInfo("days", "The days of the week.") { Required = true, Choices = ["Mon", "Tue", "Wed"], TakesSeveral = true, Proposed = "Mon,Wed" },
        ],
        Options =
        [
            new OptionInfo("readings", "Take motions from these.") { Kind = OptionKind.Readings },
            new OptionInfo("tag", "The tag of its posts."),
        ],
        FormTitle = "A daily debate",
        AsksForChannel = true,
        ForTeachers = true,
    };

    private static readonly CommandInfo Settings = new("settings", "Changes settings.")
    {
        Options =
        [
            new OptionInfo("replies", "Who sees replies.") { Choices = ["usual", "private", "channel"] },
            new OptionInfo("recap", "Whether messages may be read.") { Choices = ["off", "on"] },
            new OptionInfo("notes", "Whether a line says it.") { Choices = ["on", "off"] },
        ],
        ForTeachers = true,
    };

    private readonly ScriptedSeminar seminar = new()
    {
        Commands = [new CommandInfo("ask", "Answers."), Schedule, Settings],
        Suggestions = _ => [new Suggestion("On Rain", "on-rain"), new Suggestion("On Snow", "on-snow")],
    };

    private RunningDiscord running = null!;

    public async Task InitializeAsync()
    {
        seminar.Answer = (command, _) => Task.FromResult(ChatReply.Answer(
            new TextBlock($"{command.Name} {command.Text}"),
            new ChoicesBlock([new Choice("Change", "settings", "replies:private recap:on notes:off") { OpensForm = true }])));
        running = await RunningDiscord.StartAsync(seminar);
    }

    public Task DisposeAsync() => running.DisposeAsync().AsTask();

    [Fact]
    public async Task AScheduleIsAskedForInPartsWithItsChannel()
    {
        var form = await SendAsync(FakeInteractions.Command("debate schedule").ByTeacher());

        await IsApprovedAsync("schedule", form);
    }

    [Fact]
    public async Task AFormIsInTheLanguageOfTheMember()
    {
        var interaction = FakeInteractions.Command("debate schedule").ByTeacher();
        interaction["locale"] = "de";

        var form = (await SendAsync(interaction))["data"]!;

        var fields = form["components"]!.AsArray().OfType<JsonObject>().ToList();
        Assert.Equal("Eine tägliche Debatte", (string?)form["title"]);
        Assert.Equal(["Uhrzeit", "Zeitzone", "Tage", "Kanal", "Texte"], fields.Select(field => (string?)field["label"]));
        Assert.Equal("Wann sie erscheint.", (string?)fields[0]["description"]);
        Assert.Equal("Wo sie erscheint.", (string?)fields[3]["description"]);
        Assert.Equal([("Mon", "Mo"), ("Tue", "Di"), ("Wed", "Mi")], fields[2]["component"]!["options"]!.AsArray().Select(day => ((string)day!["value"]!, (string)day["label"]!)));
    }

    [Fact]
    public async Task SwitchesAndValuesAreShownInTheLanguageOfTheMember()
    {
        var interaction = FakeInteractions.Press("A1||settings|replies:private notes:on").ByTeacher();
        interaction["locale"] = "fr";

        var form = (await SendAsync(interaction))["data"]!;

        var (replies, switches) = (form["components"]![0]!, form["components"]![1]!);
        Assert.Equal(("Réglages de ce salon", "Réponses", "Activé ou non"), ((string?)form["title"], (string?)replies["label"], (string?)switches["label"]));
        Assert.Equal(["Habituel", "Privé", "Salon"], replies["component"]!["options"]!.AsArray().Select(value => (string?)value!["label"]));
        Assert.Equal(["Bilan", "Note"], switches["component"]!["options"]!.AsArray().Select(value => (string?)value!["label"]));
    }

    [Fact]
    public async Task SettingsStandInTheirFormAsTheyAre()
    {
        await running.SendAsync(FakeInteractions.Command("settings").ByTeacher());
        var message = Assert.Single(running.Discord.Messages);
        var change = message.Buttons.Single(button => button.Label == "Change");

        await IsApprovedAsync("settings", await SendAsync(FakeInteractions.Press(change.Id, message.ToJson()).ByTeacher()));
    }

    [Fact]
    public async Task AFilledFormRunsItsCommandInTheChannelThatWasChosen()
    {
        var form = FakeInteractions.Form(
            "1||debate schedule|tag:Debate",
            ("text.0", "18:30"), ("text.1", "Europe/Lisbon"), ("text.2", new JsonArray("Mon", "Wed")), ("channel", new JsonArray(OtherChannel)), ("option.readings", new JsonArray("on-rain", "on-snow")))
            .WithChannel(OtherChannel, byTeacher: true);

        await running.SendAsync(form);

        var command = Assert.Single(seminar.Got);
        Assert.Equal(("debate schedule", "18:30 Europe/Lisbon Mon,Wed tag:Debate", "on-rain,on-snow"), (command.Name, command.Text, command.Options["readings"]));
        Assert.Equal((OtherChannel, true), (command.Channel.Channel, command.User.IsTeacher));
        var reply = Assert.Single(running.Discord.Messages);
        Assert.True(reply.IsPrivate);
        Assert.DoesNotContain(reply.Buttons, button => button.Label == "Change");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATeacherOfOneChannelIsNotATeacherOfAnother(bool isResolved)
    {
        var form = FakeInteractions.Form("1||debate schedule|", ("text.0", "18:30"), ("channel", new JsonArray(OtherChannel))).ByTeacher();

        await running.SendAsync(isResolved ? form.WithChannel(OtherChannel, byTeacher: false) : form);

        Assert.False(Assert.Single(seminar.Got).User.IsTeacher);
    }

    [Fact]
    public async Task TickedOptionsAreOnAndTheOthersAreOff()
    {
        await running.SendAsync(FakeInteractions.Form("1||settings|", ("option.replies", "channel"), ("switches", new JsonArray("notes"))).ByTeacher());

        var command = Assert.Single(seminar.Got);
        Assert.Equal(("channel", "off", "on"), (command.Options["replies"], command.Options["recap"], command.Options["notes"]));
    }

    [Fact]
    public async Task NothingTickedIsAllOffAndNothingChosenStaysAsItWas()
    {
        await running.SendAsync(FakeInteractions.Form("1||settings|", ("option.replies", null), ("switches", new JsonArray())).ByTeacher());

        Assert.Equal(["notes:off", "recap:off"], Assert.Single(seminar.Got).Options.Select(option => $"{option.Key}:{option.Value}").Order());
    }

    [Fact]
    public async Task AMemberWhoIsNotATeacherIsToldSoBeforeTheForm()
    {
        var answer = await SendAsync(FakeInteractions.Press("A1||debate schedule|"));

        Assert.NotEqual(9, (int?)answer["type"]);
        Assert.Single(seminar.Got);
    }

    [Fact]
    public async Task AFieldWithoutSuggestionsIsATextField()
    {
        seminar.Suggestions = _ => [];

        var form = await SendAsync(FakeInteractions.Command("debate schedule").ByTeacher());

        Assert.Equal(4, (int?)form["data"]!["components"]![4]!["component"]!["type"]);
    }

    [Fact]
    public void AFormNeverHasMoreThanFiveFields()
    {
        var many = new CommandInfo("many", "Takes a lot.") { Options = [.. Enumerable.Range(1, 9).Select(i => new OptionInfo($"option{i}", "One."))] };

        var form = CommandForm.AskForAll(many, "", new FormFields(_ => [], new ChannelAddress("discord", "", "c"), null));

        Assert.Empty(LimitTable.Check(JsonSerializer.SerializeToNode(ResponseOf(form!), DiscordJson.Options)));

        static object ResponseOf(CommandForm form) => new { type = 9, data = form };
    }

    private async Task<JsonNode> SendAsync(JsonObject interaction) => (await running.SendAsync(interaction)).Response!;

    private static Task IsApprovedAsync(string name, JsonNode form)
    {
        Assert.Equal(9, (int?)form["type"]);
        return Approval.CheckAsync(Path.Combine("tests", "Bot.Discord.Tests", "Forms", "Approved"), name, form["data"]!);
    }
}
