using Bot.Seminar.Channels;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Channels;

public sealed class KnownChannelsTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AChannelIsKnownByWhateverWasSetUpOrSuggestedInIt(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("settings replies:channel", "by a setting");
        await harness.TeacherAsync("counter add Rain is bad. | It waters.", "by a counterargument");
        await harness.TeacherAsync("debate schedule 09:00 Europe/Lisbon daily", "by schedules");
        await harness.TeacherAsync("debate schedule 10:00 Europe/Lisbon daily", "by schedules");
        await harness.TeacherAsync("readings use town", "by a list");
        await harness.TeacherAsync("ask who pays for the town?", "by nothing");
        await harness.StudentAsync("debate suggest The town should pay.");

        var known = await new KnownChannels(harness.Database).ListAsync(CancellationToken.None);

        Assert.Equal(
            ["by a counterargument: 0, 0", "by a list: 0, 0", "by a setting: 0, 0", "by schedules: 2, 0", $"{DebateHarness.Room.Channel}: 0, 1"],
            known.Select(channel => $"{channel.Address.Channel}: {channel.Schedules}, {channel.Suggestions}"));
        Assert.All(known, channel => Assert.Equal(DebateHarness.Room with { Channel = channel.Address.Channel }, channel.Address));
    }

    [Theory]
    [OnSqlite]
    public async Task AtFirstNoneIsKnown(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);

        Assert.Empty(await new KnownChannels(harness.Database).ListAsync(CancellationToken.None));
    }
}
