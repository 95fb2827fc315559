using Bot.Chat;
using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Seminar.Debate;
using Bot.Testing;

namespace Bot.Seminar.Tests.Debate;

public sealed class DebateCommandTests
{
    // The prompts with the seeds 1 to 4.
    private static readonly Lazy<Task<ChatReply[]>> Prompts = new(async () =>
    [
        await Run("", ("seed", "1")), await Run("", ("seed", "2")), await Run("", ("seed", "3")), await Run("", ("seed", "4")),
    ]);

    private static readonly Reading Bees = TestReadings.Of(
        "bees",
        "A Year with Bees",
        "The bees came in April, in a box that hummed on the back seat of the car.",
        "In June the hive swarmed into the neighbour's pear tree.");

    private static readonly Shelf Island = LocalModels.Shelf([TestReadings.Of(
        "island",
        "The island",
        "Every town should pay for a public library. A library helps children who have no books at home.",
        "No town should pay for a public library. A library wastes public money.",
        "Voting should be compulsory for every citizen. A duty to vote makes elections fair.",
        "Nobody should be forced to vote. Compulsory voting is wrong.",
        "Schools should start later in the morning. Tired children learn nothing in school.",
        "Schools should not start later in the morning. A late start of school is hard for working parents.")]);

    [Fact]
    public async Task APromptHasAMotionItsContextBothSidesAndTwoQuestions()
    {
        var reply = (await Prompts.Value)[0];

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        var headings = reply.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text).ToList();
        Assert.Equal(["Motion", "Context"], headings.Take(2));
        Assert.Equal("To discuss", headings[^1]);
        Assert.Equal(5, headings.Count);
        Assert.DoesNotContain(reply.Blocks.Zip(reply.Blocks.Skip(1)), pair => pair is (HeadingBlock, HeadingBlock));
        Assert.Equal(2, Assert.Single(reply.Blocks.OfType<ListBlock>()).Items.Distinct().Count());
        Assert.InRange(reply.Quotes.Count(), 3, 5);
    }

    [Fact]
    public async Task TheMotionIsASentenceOfItsContext()
    {
        var reply = (await Prompts.Value)[0];

        var claim = MotionOf(reply).Replace("This house believes that ", "", StringComparison.Ordinal).TrimEnd('.');
        Assert.Contains(claim[1..], WithoutNotes(reply.Quotes.First().Text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoPassageIsUsedTwice()
    {
        foreach (var reply in await Prompts.Value)
        {
            var sentences = reply.Quotes.SelectMany(quote => Enumerable
                .Range(quote.Citation.Sentence, quote.Citation.LastSentence - quote.Citation.Sentence + 1)
                .Select(number => (quote.Citation.Reading, quote.Citation.Paragraph, number))).ToList();
            Assert.Equal(sentences.Count, sentences.Distinct().Count());
        }
    }

    [Fact]
    public async Task TheSameSeedGivesTheSamePromptAndOthersGiveOthers()
    {
        var prompts = await Prompts.Value;

        Assert.Equal(prompts[0].ToPlainText(), (await Run("")).ToPlainText());
        Assert.InRange(prompts.Select(MotionOf).Distinct().Count(), 2, 4);
    }

    [Fact]
    public async Task AnotherMotionIsAnotherOneUntilAllHaveCome()
    {
        var command = Command(Island);
        var motions = new List<string>();
        var seed = "1";
        do
        {
            var reply = await CommandRunner.RunAsync(command, Island, "", ("seed", seed));
            motions.Add(MotionOf(reply));
            seed = reply.Choices.Last().Text["seed:".Length..];
        }
        while (motions.Count < 12 && !motions.SkipLast(1).Contains(motions[^1]));

        Assert.InRange(motions.Count, 3, 11);
        Assert.Equal(motions[0], motions[^1]);
    }

    [Fact]
    public async Task TheOnlyMotionOfAReadingIsFollowedByNoOther()
    {
        var shelf = LocalModels.Shelf(
        [
            TestReadings.Of("duty", "The duty to vote", "Voting should be compulsory for every citizen.", "The minister wrote: “A duty to vote makes elections fair for all citizens.”"),
            TestReadings.Of("island", "The island", "Nobody should be forced to vote. Compulsory voting is wrong, because a citizen has a right to stay at home."),
        ]);

        var reply = await CommandRunner.RunAsync(Command(shelf), shelf, "", ("reading", "duty"));

        Assert.Equal("Voting should be compulsory for every citizen.", MotionOf(reply));
        Assert.Empty(reply.Choices);
    }

    [Fact]
    public async Task TheMotionComesFromTheReadingThatIsNamed()
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var reply = await Run("", ("reading", "case-for-pressure"), ("seed", $"{seed}"));

            Assert.Equal("case-for-pressure", reply.Quotes.First().Citation.Reading);
            Assert.EndsWith("reading:case-for-pressure", reply.Choices.Last().Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task ATopicNarrowsTheMotion() =>
        Assert.Contains("sanction", string.Concat((await Run("sanctions")).Quotes.First().Text), StringComparison.OrdinalIgnoreCase);

    [Theory]
    [InlineData("football")]
    [InlineData("embargoes")]
    public async Task ATopicWithoutAWordOfTheReadingsGivesNoMotion(string topic)
    {
        var reply = await Run(topic);

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains($"about “{topic}”", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ATopicOfLittleWordsIsExplained() => Assert.Equal(ReplyStatus.Error, (await Run("of the")).Status);

    [Fact]
    public async Task ReadingsThatMaintainNothingGiveNoMotion()
    {
        Assert.Equal(ReplyStatus.Abstained, (await Only([Bees])).Status);
        Assert.Equal(ReplyStatus.Abstained, (await Only([])).Status);
    }

    [Fact]
    public async Task AClaimThatNothingElseSpeaksOfIsNotProposed()
    {
        var ferry = TestReadings.Of("ferry", "Ferry", "Voting should be compulsory for every citizen.");

        var reply = await Only([ferry]);

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains("both sides", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReadingInAnotherLanguageGivesNoMotion()
    {
        var french = TestReadings.Of("vote", "Le vote", "Le vote devrait être obligatoire pour tous les citoyens.") with { Language = ReadingLanguage.French };

        Assert.Equal(ReplyStatus.Abstained, (await Only([french])).Status);
    }

    private static string MotionOf(ChatReply reply) => Assert.IsType<TextBlock>(reply.Blocks[1]).Text;

    private static string WithoutNotes(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s*\[[0-9]+\]", "");

    private static Task<ChatReply> Only(IReadOnlyList<Reading> readings)
    {
        var shelf = LocalModels.LexicalShelf(readings);
        return CommandRunner.RunAsync(Command(shelf), shelf, "");
    }

    private static Task<ChatReply> Run(string text, params (string Name, string Value)[] options) =>
        CommandRunner.RunAsync(Command(SeedMotions.Shelf), SeedMotions.Shelf, text, options);

    private static DebateCommand Command(Shelf shelf) => new(
        new ShelfWait(shelf, new ChannelShelves(shelf, new ReadingLists()), SentenceModel.None),
        SeedMotions.Finder,
        new MotionTopic(LocalModels.Retriever),
        new SideSearch(LocalModels.Retriever, new CounterSearch(LocalModels.Retriever), LocalModels.SecondStage),
        CriticalQuestions.Load(CriticalQuestions.ShippedFile));
}
