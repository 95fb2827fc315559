using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;
using Bot.Seminar.Help;

namespace Bot.Seminar.Tests.Help;

public sealed class HelpCommandTests
{
    private readonly HelpCommand help;
    private readonly CommandCatalogue catalogue;

    public HelpCommandTests()
    {
        var ask = new EchoAsk();
        help = new HelpCommand(() => catalogue!);
        catalogue = new CommandCatalogue([ask, help]);
    }

    [Fact]
    public async Task HelpListsEachCommandWithWhatItDoes() => Assert.Equal(
        """
        I look things up in the assigned readings and quote them word for word. These are the commands:
        - ask <question>: Answers a question.
        - help [command]: Lists the commands, or explains one of them.

        “help” and a command's name, such as “help show”, explains how to use it.
        """,
        (await CommandRunner.RunAsync(help, new Shelf(), "")).ToPlainText());

    [Theory]
    [InlineData(false, "- ask <question>: Answers a question.\n\nTeachers also have: plan.")]
    [InlineData(true, "- ask <question>: Answers a question.\n\nFor teachers:\n- plan <question>: Answers a question.")]
    public async Task HelpOnTeachersCommandsIsForTeachers(bool isTeacher, string said)
    {
        var plan = new EchoAsk();
        plan.Info = plan.Info with { Name = "plan", ForTeachers = true };
        var both = new CommandCatalogue([new EchoAsk(), plan]);
        var asked = new ChatCommand { Name = "help", Channel = new ChannelAddress("test", "", "room"), User = new ChatUser("member", isTeacher) };

        var reply = await new HelpCommand(() => both).RunAsync(new CommandRequest(asked, "", asked.Options, ShelfSnapshot.Empty), CancellationToken.None);

        Assert.Contains(said, reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("/ASK")]
    public async Task HelpWithANameExplainsThatCommand(string name) => Assert.Equal(
        """
        ask <question> [reading:NAME]
        Answers a question.

        It abstains where the readings do not say.

        What it takes:
        - <question>: What to answer.
        - reading:NAME: Where to look.

        For example:
        - ask Why did it rain?
        """,
        (await CommandRunner.RunAsync(help, new Shelf(), name)).ToPlainText());

    [Fact]
    public async Task HelpWithAnUnknownNameTellsTheNearest()
    {
        var reply = await CommandRunner.RunAsync(help, new Shelf(), "hlep");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Contains("Did you mean “help”?", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheWordOfAGroupsCommandLeadsToIt()
    {
        string[] names = ["debate", "debate schedule", "debate list", "counter list"];
        var catalogue = new CommandCatalogue([.. names.Select(name => new EchoAsk { Info = new CommandInfo(name, "Does it.") })]);
        var explaining = new HelpCommand(() => catalogue);

        Assert.StartsWith("debate schedule\n", (await CommandRunner.RunAsync(explaining, new Shelf(), "schedule")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal("Do you mean debate list or counter list?", (await CommandRunner.RunAsync(explaining, new Shelf(), "list")).ToPlainText());
    }

    [Theory]
    [InlineData(0, "I have no readings yet.")]
    [InlineData(1, "I have 1 reading: see readings.")]
    public async Task AtTheBeginningItSaysWhatThereIsAndWhatToDo(int count, string said)
    {
        var shelf = TestReadings.Shelf([.. Enumerable.Range(1, count).Select(i => TestReadings.Of($"reading-{i}", "On Rain", "It rained."))]);
        var welcome = new WelcomeCommand(() => catalogue);
        var asked = new ChatCommand { Name = "help welcome", Channel = new ChannelAddress("test", "", "room"), User = new ChatUser("bot"), Style = CommandStyle.SlashFields };

        var reply = await welcome.RunAsync(new CommandRequest(asked, "", asked.Options, shelf.Current), CancellationToken.None);

        Assert.Contains(said, reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("/ask question:What do the readings argue about?", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Equal([("debate schedule", true), ("settings", false), ("help", false)], reply.Choices.Select(choice => (choice.Command, choice.OpensForm)));
    }

    private sealed class EchoAsk : ISeminarCommand
    {
        public CommandInfo Info { get; set; } = new("ask", "Answers a question.")
        {
            Text = new OptionInfo("question", "What to answer.") { Required = true },
            Options = [new OptionInfo("reading", "Where to look.") { Kind = OptionKind.Reading }],
            Details = "It abstains where the readings do not say.",
            Examples = ["ask Why did it rain?"],
        };

        public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Help explains commands and runs none.");
    }
}
