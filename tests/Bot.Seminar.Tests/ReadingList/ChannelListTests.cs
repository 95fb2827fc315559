using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Storage;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Seminar.Tests.ReadingList;

public sealed class ChannelListTests
{
    private const string OtherRoom = "room 3";

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task TwoChannelsAreAnsweredEachFromItsOwnReadings(TestEngine engine)
    {
        await using var harness = WithTwoReadings(engine);
        await harness.TeacherAsync("readings use town");
        await harness.TeacherAsync("readings use farm", OtherRoom);

        Assert.Equal(["town"], await ReadingsQuotedAsync(harness, "find school", DebateHarness.Room.Channel));
        Assert.Equal(["farm"], await ReadingsQuotedAsync(harness, "find school", OtherRoom));
        Assert.Equal(["farm", "town"], await ReadingsQuotedAsync(harness, "find school", "room without a list"));
    }

    [Theory]
    [InlineData("ask Who goes to school by the ferry?")]
    [InlineData("counter The ferry brings the children to school.")]
    [InlineData("summary the ferry")]
    [InlineData("debate the ferry")]
    [InlineData("show town ¶1")]
    [InlineData("show ¶2 reading:town")]
    [InlineData("checkquote The ferry brings the children to school.")]
    [InlineData("checkquote Trees make the street cooler in summer.")]
    public async Task NoCommandQuotesAReadingThatTheChannelDoesNotHave(string line)
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);
        Assert.Contains("town", (await harness.TeacherAsync(line)).Quotes.Select(quote => quote.Citation.Reading));

        await harness.TeacherAsync("readings use farm");

        Assert.DoesNotContain("town", (await harness.TeacherAsync(line)).Quotes.Select(quote => quote.Citation.Reading));
    }

    [Fact]
    public async Task CoverageSuggestionsAndTheDailyDebateAreOfTheChannelsReadings()
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);
        await harness.TeacherAsync("readings use town");
        await harness.TeacherAsync("debate schedule 09:00 UTC");

        await harness.AtAsync("2026-09-01T09:00:00");

        Assert.Equal("The Town", Assert.Single((await harness.TeacherAsync("coverage")).Blocks.OfType<HeadingBlock>()).Text);
        Assert.Equal(["town"], harness.Suggest("ask", "reading", "", DebateHarness.Room));
        Assert.Equal(["farm", "town"], harness.Suggest("ask", "reading", "", DebateHarness.Room with { Channel = OtherRoom }));
        Assert.Equal(["town"], await harness.RowsAsync("SELECT reading FROM debates WHERE outcome = 'claimed' OR outcome = 'posted'"));
    }

    [Fact]
    public async Task NamesAreSuggestedOneAfterAnother()
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);
        await harness.TeacherAsync("readings use farm");

        Assert.Equal(["town,farm"], harness.Suggest("readings use", "names", "town,fa", DebateHarness.Room));
        Assert.Equal(["town"], harness.Suggest("readings add", "names", "to", DebateHarness.Room));
    }

    [Fact]
    public async Task AListIsShownChangedByOneAndDropped()
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);
        Assert.Equal(
            "This channel uses 1 reading of 2, and no others:\n- The Town [town]",
            (await harness.TeacherAsync("readings remove farm")).ToPlainText());
        Assert.EndsWith(
            "Also on the shelf, and not in this channel’s list:\n- The Farm [farm]", (await harness.StudentAsync("readings")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(ReplyStatus.Error, (await harness.TeacherAsync("readings remove town")).Status);
        Assert.Equal(
            "This channel uses 2 readings of 2, and no others:\n- The Farm [farm]\n- The Town [town]",
            (await harness.TeacherAsync("readings add The Farm")).ToPlainText());
        Assert.Equal(
            "This channel uses all 2 readings on the shelf, and readings that are added later.",
            (await harness.TeacherAsync("readings use ALL")).ToPlainText());
        Assert.DoesNotContain("list", (await harness.StudentAsync("readings")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("readings use wheather", "No reading is called “wheather”.")]
    [InlineData("readings use town,wheather", "No reading is called “wheather”.")]
    [InlineData("readings use", "“readings use” needs a few more words.")]
    [InlineData("readings remove wheather", "No reading is called “wheather”.")]
    public async Task AWrongNameChangesNothing(string line, string said)
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);

        Assert.StartsWith(said, (await harness.TeacherAsync(line)).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(["farm", "town"], await ReadingsQuotedAsync(harness, "find school", DebateHarness.Room.Channel));
    }

    [Theory]
    [InlineData("readings use town")]
    [InlineData("readings add town")]
    [InlineData("readings remove town")]
    public async Task OnlyTeachersChangeAList(string line)
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);

        Assert.Contains("is for the teachers", (await harness.StudentAsync(line)).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadingThatLeftTheShelfIsNamedAndCanBeTakenOffTheList()
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite);
        await harness.TeacherAsync("readings use farm town");
        harness.Shelf.Replace(LocalModels.LexicalShelf([DebateHarness.Town]).Current);

        Assert.EndsWith(
            "In this channel’s list, and not on the shelf at the moment: farm.", (await harness.StudentAsync("readings")).ToPlainText(), StringComparison.Ordinal);
        await harness.TeacherAsync("readings remove farm");
        Assert.DoesNotContain("farm", (await harness.StudentAsync("readings")).ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task AnotherReplicaFollows(TestEngine engine)
    {
        await using var harness = WithTwoReadings(engine);
        var other = harness.Start();
        var store = other.GetRequiredService<ReadingListStore>();
        await harness.TeacherAsync("readings use farm");
        await store.RefreshAsync(CancellationToken.None);
        await harness.TeacherAsync("readings use town");
        await harness.TeacherAsync("readings use farm", OtherRoom);
        await store.RefreshAsync(CancellationToken.None);

        var shelves = other.GetRequiredService<ChannelShelves>();
        Assert.Equal(["town"], shelves.Of(DebateHarness.Room).Readings.Select(reading => reading.Id.Value));
        Assert.Equal(["farm"], shelves.Of(DebateHarness.Room with { Channel = OtherRoom, Thread = "a thread of it" }).Readings.Select(reading => reading.Id.Value));
    }

    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ChangesOfTwoReplicasAtTheSameMomentAllCount(TestEngine engine)
    {
        await using var harness = WithTwoReadings(engine);
        await harness.TeacherAsync("readings use farm");
        ReadingListStore[] stores = [harness.Start().GetRequiredService<ReadingListStore>(), harness.Start().GetRequiredService<ReadingListStore>()];

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => stores[i % 2].ChangeAsync(
            DebateHarness.Room, listed => [.. listed, $"reading-{i}"], CancellationToken.None)));

        Assert.Equal(21, Assert.Single(await harness.RowsAsync("SELECT readings FROM reading_lists")).Split('\n').Distinct().Count());
    }

    [Fact]
    public async Task AListHoldsWhileTheDatabaseIsLocked()
    {
        await using var harness = WithTwoReadings(TestEngine.Sqlite, new StorageOptions().Timeout);
        await harness.TeacherAsync("readings use farm");
        harness.Time.Advance(TimeSpan.FromHours(1));
        await using var locker = await DatabaseLock.TakeAsync(harness.Test.File);

        Assert.Equal(["farm"], await ReadingsQuotedAsync(harness, "find school", DebateHarness.Room.Channel));
        Assert.Contains("cannot reach my database", (await harness.TeacherAsync("readings use town")).ToPlainText(), StringComparison.Ordinal);
        Assert.Equal(["farm"], await ReadingsQuotedAsync(harness, "find school", DebateHarness.Room.Channel));
    }

    private static DebateHarness WithTwoReadings(TestEngine engine, TimeSpan? timeout = null)
    {
        var harness = new DebateHarness(engine, timeout: timeout);
        var farm = TestReadings.Of(
            "farm",
            "The Farm",
            "The farm should sell its milk to the school in the valley. The school pays a fair price.",
            "The farmers should keep the old barn for the children. The barn is dry and warm.");
        harness.Shelf.Replace(LocalModels.LexicalShelf([farm, DebateHarness.Town]).Current);
        return harness;
    }

    private static async Task<IReadOnlyList<string>> ReadingsQuotedAsync(DebateHarness harness, string line, string room)
    {
        var reply = await harness.TeacherAsync(line, room);
        return [.. reply.Quotes.Select(quote => quote.Citation.Reading).Distinct().Order()];
    }
}
