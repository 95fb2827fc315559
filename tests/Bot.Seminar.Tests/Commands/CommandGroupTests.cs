using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

/// <summary>Commands with two-word names, commands for teachers, and visibility.</summary>
public sealed class CommandGroupTests : IDisposable
{
    private readonly EchoCommand debate = new(new CommandInfo("debate", "Proposes.") { Text = new OptionInfo("topic", "Which."), Visibility = ReplyVisibility.Channel });
    private readonly EchoCommand plan = new(new CommandInfo("debate plan", "Plans.") { Text = new OptionInfo("time", "When."), ForTeachers = true });
    private readonly EchoCommand vote = new(new CommandInfo("debate vote", "Votes.") { IsPersonal = true, IsHidden = true });
    private readonly EchoCommand export = new(new CommandInfo("privacy export", "Exports."));
    private readonly RouterHarness harness;

    public CommandGroupTests() => harness = new RouterHarness(TestReadings.Shelf(), debate, plan, vote, export);

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData("debate", "plan 09:00")]
    [InlineData("debate plan", "09:00")]
    [InlineData("/debate", "PLAN 09:00")]
    [InlineData("", "debate plan 09:00")]
    public async Task TheSecondWordNamesACommandOfTheGroup(string name, string text)
    {
        await harness.HandleAsync(RouterHarness.Command(name, text) with { User = new ChatUser("teacher", IsTeacher: true) });

        Assert.Equal("09:00", plan.Last?.Text);
    }

    [Fact]
    public async Task AnyOtherWordIsTheTextOfTheGroupsOwnCommand()
    {
        await harness.SendAsync("debate", "planning of cities");

        Assert.Equal("planning of cities", debate.Last?.Text);
    }

    [Fact]
    public async Task TheTextOfAProgramNeverNamesACommandOfTheGroup()
    {
        await harness.HandleAsync(RouterHarness.Command("debate", "plan 09:00") with { IsFromProgram = true, User = new ChatUser("teacher", IsTeacher: true) });

        Assert.Equal("plan 09:00", debate.Last?.Text);
        Assert.Null(plan.Last);
    }

    [Fact]
    public async Task AGroupWithoutACommandOfItsOwnSaysWhatThereIs() =>
        Assert.Equal("“privacy” needs to know what to do: privacy export.", (await harness.SendAsync("privacy")).ToPlainText());

    [Fact]
    public async Task CommandsForTeachersAreRefusedToOthers()
    {
        var reply = await harness.SendAsync("debate", "plan 09:00");

        Assert.Equal((ReplyStatus.Error, "“debate plan” is for the teachers of this channel."), (reply.Status, reply.ToPlainText()));
        Assert.Null(plan.Last);
    }

    [Fact]
    public async Task AHiddenCommandWorksAndIsNotNamed()
    {
        Assert.Equal(ReplyStatus.Answered, (await harness.SendAsync("debate vote", "")).Status);
        Assert.DoesNotContain("vote", (await harness.SendAsync("weather")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("debate", null, UsualVisibility.ByCommand, ReplyVisibility.Channel)]
    [InlineData("privacy export", null, UsualVisibility.ByCommand, ReplyVisibility.Private)]
    [InlineData("privacy export", ReplyVisibility.Channel, UsualVisibility.ByCommand, ReplyVisibility.Channel)]
    [InlineData("debate", ReplyVisibility.Private, UsualVisibility.Channel, ReplyVisibility.Private)]
    [InlineData("privacy export", null, UsualVisibility.Channel, ReplyVisibility.Channel)]
    [InlineData("debate", null, UsualVisibility.Private, ReplyVisibility.Private)]
    [InlineData("debate vote", ReplyVisibility.Channel, UsualVisibility.Channel, ReplyVisibility.Private)]
    [InlineData("weather", ReplyVisibility.Channel, UsualVisibility.Private, ReplyVisibility.Channel)]
    [InlineData("weather", null, UsualVisibility.Channel, ReplyVisibility.Private)]
    public async Task TheVisibilityOfAReplyIsAnnouncedAndKept(string name, ReplyVisibility? wanted, UsualVisibility usual, ReplyVisibility seen)
    {
        harness.Replies.Visibility = usual;
        var command = RouterHarness.Command(name) with { Wanted = wanted };

        Assert.Equal(seen, await harness.Router.VisibilityOfAsync(harness.Router.Find(command), CancellationToken.None));
        Assert.Equal(seen, (await harness.HandleAsync(command)).Visibility);
    }
}
