using System.Diagnostics;
using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;
using Microsoft.Data.Sqlite;

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

        Assert.Equal("- replies: channel\n- recap: off\n- notes: on\n- answers: asked\n- language: auto\n- reasons: off", (await harness.TeacherAsync("settings replies:channel")).ToPlainText());
        Assert.Equal(ReplyVisibility.Channel, await harness.VisibilityAsync("ask"));
        Assert.Equal(ReplyVisibility.Channel, (await harness.StudentAsync("show town ¶1")).Visibility);
        Assert.Equal(ReplyVisibility.Private, await harness.VisibilityAsync("privacy export"));
    }

    [Theory]
    [OnSqlite]
    public async Task AButtonOpensAFormWithTheCurrentSettingsIfThereAreForms(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("settings recap:on");

        var change = Assert.Single((await harness.OnDiscordAsync("settings")).Choices);

        Assert.True(change.OpensForm);
        Assert.StartsWith("replies:usual recap:on notes:on", change.Text, StringComparison.Ordinal);
        Assert.Empty((await harness.TeacherAsync("settings")).Choices);
    }

    [Theory]
    [OnSqlite]
    public async Task SettingsAreShownInTheLanguageOfTheChannel(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("settings language:de");

        Assert.Equal("Ändern", Assert.Single((await harness.OnDiscordAsync("settings")).Choices).Label);
        Assert.Contains("Ab jetzt lese ich, was in diesem Kanal geschrieben wird", (await harness.TeacherAsync("settings answers:here")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    public async Task ADatabaseThatLetsOneWaitHoldsNoAcknowledgementUp(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("settings replies:channel");
        Assert.Equal(ReplyVisibility.Channel, await harness.VisibilityAsync("ask"));
        await using var locker = new SqliteConnection($"Data Source={harness.Test.File};Pooling=False");
        SqliteConnection.ClearAllPools();
        await locker.OpenAsync();
        await using var command = locker.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE;";
        await command.ExecuteNonQueryAsync();
        harness.Time.Advance(TimeSpan.FromMinutes(1));

        var watch = Stopwatch.StartNew();
        var visibility = await harness.VisibilityAsync("ask");

        Assert.Equal(ReplyVisibility.Channel, visibility);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(3), $"took {watch.Elapsed}");
    }
}
