using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Curated;

public sealed class CuratedTests
{
    [Fact]
    public async Task ATeachersCounterargumentIsFirstOnlyInItsChannel()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        Assert.Equal(ReplyStatus.Error, (await harness.StudentAsync("counter add The ferry is too dear. | It is not.")).Status);
        await harness.TeacherAsync("counter add The ferry to the island is too dear for the town. | The children need it. | town ¶1.2");

        var reply = await harness.StudentAsync("counter The ferry to the island is far too dear for the town.");
        var quote = Assert.IsType<QuoteBlock>(reply.Blocks[0]);
        Assert.Equal(("curated", "Your teachers’ list: The children need it.", "The ferry brings the children to school."), (quote.Origin, quote.Note, quote.Text));

        Assert.Single(reply.Quotes, other => other.Text == quote.Text);
        Assert.Contains("| town ¶1.2", (await harness.TeacherAsync("counter list")).ToPlainText(), StringComparison.Ordinal);

        var elsewhere = await harness.TeacherAsync("counter The ferry to the island is too dear for the town.", "another room");
        Assert.DoesNotContain(elsewhere.Quotes, other => other.Origin == "curated");
    }

    [Theory]
    [InlineData("counter add no bar here")]
    [InlineData("counter add a claim | a counter | nowhere ¶99")]
    [InlineData("counter add | a counter")]
    public async Task AnInvalidCounterargumentIsRefused(string line)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.Equal(ReplyStatus.Error, (await harness.TeacherAsync(line)).Status);
    }

    [Fact]
    public async Task AListedCounterargumentCanBeRemoved()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("counter add Sanctions work. | Not without China.");
        var name = Assert.Single((await harness.TeacherAsync("counter list")).Blocks.OfType<ListBlock>()).Items[0].Split(':')[0];

        Assert.Equal("It is removed.", (await harness.TeacherAsync($"counter remove {name}")).ToPlainText());
        Assert.StartsWith("Nobody has added one yet.", (await harness.TeacherAsync("counter list")).ToPlainText(), StringComparison.Ordinal);
    }
}
