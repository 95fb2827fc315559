using Bot.Chat;
using Bot.Seminar.Tests.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Channels;

public sealed class SettingsTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task TeachersDecideWhoSeesRepliesInTheirChannel(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        Assert.Equal(ReplyVisibility.Private, await harness.VisibilityAsync("ask"));
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("settings replies:channel")).Status);

        Assert.Equal("- replies: channel\n- recap: off", (await harness.TeacherAsync("settings replies:channel")).ToPlainText());
        Assert.Equal(ReplyVisibility.Channel, await harness.VisibilityAsync("ask"));
        Assert.Equal(ReplyVisibility.Channel, (await harness.StudentAsync("show town ¶1")).Visibility);
        Assert.Equal(ReplyVisibility.Private, await harness.VisibilityAsync("privacy export"));
    }
}
