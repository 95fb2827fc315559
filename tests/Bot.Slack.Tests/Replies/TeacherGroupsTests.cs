using Bot.Chat.Contract;

namespace Bot.Slack.Tests.Replies;

public sealed class TeacherGroupsTests
{
    [Theory]
    [InlineData(SlackUnderTest.Student, true)]
    [InlineData("U0SOMEONE", false)]
    public async Task MembersOfAUserGroupAreTeachers(string member, bool isTeacher)
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar, ("Slack:Teachers", "U0OTHER,S0TUTORS"));
        slack.Slack.Groups["S0TUTORS"] = [member];

        await ScheduleAsync(slack);
        await ScheduleAsync(slack);

        Assert.Equal([isTeacher, isTeacher], seminar.Got.Select(command => command.User.IsTeacher));
        Assert.Single(slack.Slack.Calls, call => call.Method == "usergroups.users.list");
    }

    [Fact]
    public async Task WithoutTheScopeAdminsAreTeachersStill()
    {
        var seminar = new ScriptedSeminar();
        await using var slack = await SlackUnderTest.StartAsync(seminar, ("Slack:Teachers", "S0TUTORS"));
        slack.Slack.Scopes = "chat:write,users:read";

        await slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 09:00") { IsTeacher = true });
        await ScheduleAsync(slack);

        Assert.Equal([true, false], seminar.Got.Select(command => command.User.IsTeacher));
    }

    private static Task<Acknowledgement> ScheduleAsync(SlackUnderTest slack) =>
        slack.DeliverAsync(new Happening(HappeningKind.Command, "debate", "schedule 09:00"));
}
