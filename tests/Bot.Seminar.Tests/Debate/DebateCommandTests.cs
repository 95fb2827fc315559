using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar.Debate;

namespace Bot.Seminar.Tests.Debate;

public sealed class DebateCommandTests
{
    private static readonly Shelf SeedShelf = TestReadings.Shelf(TestReadings.Seeds);

    private static readonly Reading Bees = TestReadings.Of(
        "bees",
        "A Year with Bees",
        "The bees came in April, in a box that hummed on the back seat of the car.",
        "In June the hive swarmed into the neighbour's pear tree.");

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("3")]
    [InlineData("4")]
    public async Task APromptHasAMotionItsContextBothSidesAndTwoQuestions(string seed)
    {
        var reply = await Run("", ("seed", seed));

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(["Motion", "Context", "For", "Against", "To discuss"], reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text));
        Assert.Matches(@"^This house believes that .*[^.]\.$", MotionOf(reply));
        Assert.Equal(2, Assert.Single(reply.Blocks.OfType<ListBlock>()).Items.Distinct().Count());
        Assert.InRange(reply.Quotes.Count(), 1, 5);
    }

    [Fact]
    public async Task TheMotionIsASentenceOfItsContext()
    {
        var reply = await Run("");

        var claim = MotionOf(reply)["This house believes that ".Length..].TrimEnd('.');
        Assert.Contains(claim[1..], WithoutNotes(reply.Quotes.First().Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPassageIsUsedTwice()
    {
        for (var seed = 1; seed <= 6; seed++)
        {
            var reply = await Run("", ("seed", $"{seed}"));
            var sentences = reply.Quotes.SelectMany(quote => Enumerable
                .Range(quote.Citation.Sentence, quote.Citation.LastSentence - quote.Citation.Sentence + 1)
                .Select(number => (quote.Citation.Reading, quote.Citation.Paragraph, number))).ToList();
            Assert.Equal(sentences.Count, sentences.Distinct().Count());
        }
    }

    [Fact]
    public async Task TheSameSeedGivesTheSamePromptAndOthersGiveOthers()
    {
        var first = await Run("", ("seed", "3"));
        Assert.Equal(first.ToPlainText(), (await Run("", ("seed", "3"))).ToPlainText());
        Assert.Equal((await Run("")).ToPlainText(), (await Run("", ("seed", "1"))).ToPlainText());

        var motions = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 1; seed <= 8; seed++)
        {
            motions.Add(MotionOf(await Run("", ("seed", $"{seed}"))));
        }

        Assert.InRange(motions.Count, 2, 8);
    }

    [Fact]
    public async Task ATopicNarrowsTheMotion() =>
        Assert.Contains("sanction", MotionOf(await Run("sanctions")), StringComparison.OrdinalIgnoreCase);

    [Fact]
    public async Task ATopicThatNothingIsSaidOfIsNoMotion() => Assert.Equal(ReplyStatus.Abstained, (await Run("zeppelins")).Status);

    [Fact]
    public async Task ATopicOfLittleWordsIsExplained() => Assert.Equal(ReplyStatus.Error, (await Run("of the")).Status);

    [Fact]
    public async Task ReadingsThatWantNothingGiveNoMotion()
    {
        Assert.Equal(ReplyStatus.Abstained, (await Only([Bees])).Status);
        Assert.Equal(ReplyStatus.Abstained, (await Only([])).Status);
    }

    [Fact]
    public async Task ASideThatTheReadingsDoNotTakeIsSaidToBeEmpty()
    {
        var ferry = TestReadings.Of("ferry", "Ferry", "The harbour lies in the north. Without doubt the town council should buy a second ferry for the island.");

        var reply = await Only([Bees, ferry]);

        Assert.Equal("This house believes that without doubt the town council should buy a second ferry for the island.", MotionOf(reply));
        Assert.Contains("I find nothing for it in the readings.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("I find nothing against it in the readings.", reply.ToPlainText(), StringComparison.Ordinal);
    }

    private static string MotionOf(ChatReply reply) => Assert.IsType<TextBlock>(reply.Blocks[1]).Text;

    private static string WithoutNotes(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s*\[[0-9]+\]", "");

    private static Task<ChatReply> Only(IReadOnlyList<Reading> readings) =>
        CommandRunner.RunAsync(new DebateCommand(TestReadings.Shelf(readings)), readings, "");

    private static Task<ChatReply> Run(string text, params (string Name, string Value)[] options) =>
        CommandRunner.RunAsync(new DebateCommand(SeedShelf), TestReadings.Seeds, text, options);
}
