using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.ReadingList;

namespace Bot.Seminar.Tests.ReadingList;

public sealed class ReadingListCommandTests
{
    private static readonly Reading Rain = TestReadings.Of("on-rain", "On Rain", "It rained.", "# Later", "It poured.", "It stopped.") with
    {
        Author = "A. Cloud",
        Date = new DateOnly(2026, 3, 1),
        Source = "The Weather Review",
    };

    private static readonly Reading Sun = TestReadings.Of("on-sun", "On Sun", "It shone.");

    [Fact]
    public async Task EachReadingStandsWithItsAuthorDateSizeAndName() => Assert.Equal(
        """
        2 readings, 4 paragraphs, 8 words:
        - On Rain, by A. Cloud, 1 March 2026: 3 paragraphs, 6 words [on-rain]
        - On Sun: 1 paragraph, 2 words [on-sun]
        """,
        (await ListAsync(TestReadings.Shelf(Rain, Sun), "")).ToPlainText());

    [Fact]
    public async Task FilesThatAreNotServedStandWithTheReason()
    {
        var shelf = TestReadings.Shelf(Rain);
        shelf.Replace(shelf.Current with { Problems = [new ReadingProblem("broken.pdf", "The file is encrypted.")] });

        Assert.EndsWith("One file is not served:\n- broken.pdf: The file is encrypted.", (await ListAsync(shelf, "")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MovedPlacesOfAChangedFileAreReported()
    {
        var shelf = TestReadings.Shelf(Rain);
        shelf.Replace(shelf.Current with
        {
            AnchorChanges = [new AnchorChange(Rain.Id, new Anchor(1), new Anchor(2)), new AnchorChange(Rain.Id, new Anchor(2), null)],
        });

        Assert.EndsWith("\n- on-rain: ¶1 is now ¶2, ¶2 is gone", (await ListAsync(shelf, "")).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ANameShowsTheSectionsOfThatReading() => Assert.Equal(
        """
        On Rain, by A. Cloud, 1 March 2026
        3 paragraphs, 6 words. Name: on-rain. File: on-rain.md. 100 % of its words are readable.
        Source: The Weather Review

        Sections:
        - ¶1 (no heading)
        - ¶2–3 Later

        → Read from the beginning: show ¶1 reading:on-rain
        """,
        (await ListAsync(TestReadings.Shelf(Rain, Sun), "rain")).ToPlainText());

    [Fact]
    public async Task WordsThatSeveralTitlesHaveListThose()
    {
        var text = (await ListAsync(TestReadings.Shelf(Rain, Sun), "on")).ToPlainText();

        Assert.StartsWith("2 readings are called “on”:\n- On Rain", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownNameIsExplained()
    {
        var reply = await ListAsync(TestReadings.Shelf(Rain, Sun), "snow");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Equal("No reading is called “snow”. The readings are: on-rain, on-sun.", reply.ToPlainText());
    }

    [Fact]
    public async Task ALongListComesInPages()
    {
        var shelf = TestReadings.Shelf([.. Enumerable.Range(1, 45).Select(i => TestReadings.Of($"r{i:00}", $"Reading {i}", "Text."))]);

        var first = (await ListAsync(shelf, "")).ToPlainText();
        Assert.StartsWith("45 readings, 45 paragraphs, 45 words, page 1 of 3:\n- Reading 1:", first, StringComparison.Ordinal);
        Assert.EndsWith("→ More readings: readings page:2", first, StringComparison.Ordinal);
        var last = (await ListAsync(shelf, "", ("page", "99"))).ToPlainText();
        Assert.Contains("page 3 of 3:\n- Reading 41:", last, StringComparison.Ordinal);
        Assert.DoesNotContain("→", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnEmptyShelfSaysSo() =>
        Assert.StartsWith("There are no readings at the moment.", (await ListAsync(TestReadings.Shelf(), "")).ToPlainText(), StringComparison.Ordinal);

    private static Task<ChatReply> ListAsync(Shelf shelf, string text, params (string, string)[] options) =>
        CommandRunner.RunAsync(new ReadingListCommand(new ChannelShelves(shelf, new ReadingLists())), shelf, text, options);
}
