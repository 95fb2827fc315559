using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Show;

namespace Bot.Seminar.Tests.Show;

public sealed class ShowProvisionTests
{
    private static readonly Reading Ferries = TestReadings.File("ferry-act.txt", """
        The Ferry Act

        Article 1

        This Act applies to every ferry on the lake.

        Article 2

        Duties of the captain

        1. The captain shall:

        (a) count the passengers;

        (b) keep the bell in order.

        2. The captain shall not sail in fog.

        Article 3

        Who breaks Article 2 pays a fine.
        """);

    private static readonly Reading Bridges = TestReadings.File("bridge-act.txt", """
        The Bridge Act

        Article 1

        This Act applies to bridges.

        Article 2

        Nobody may jump.
        """);

    private static readonly Reading Judgment = TestReadings.File(
        "judgment.txt", "Lake v. Shore\n\n" + string.Join("\n\n", Enumerable.Range(1, 12).Select(i => $"[{i}] The court states point {i}.")));

    [Theory]
    [InlineData("Article 2", "1. The captain shall:", 4)]
    [InlineData("Art. 2(1)", "1. The captain shall:", 3)]
    [InlineData("art 2 (1) (b)", "(b) keep the bell in order.", 1)]
    [InlineData("Article 2, paragraph 2", "2. The captain shall not sail in fog.", 1)]
    [InlineData("Article 2(1), point (a)", "(a) count the passengers;", 1)]
    [InlineData("Article 2(2) of the Ferry Act", "2. The captain shall not sail in fog.", 1)]
    [InlineData("ferry-act Article 2(2)", "2. The captain shall not sail in fog.", 1)]
    [InlineData("the Ferry Act's Article 2(2)", "2. The captain shall not sail in fog.", 1)]
    public async Task AnArticleIsShownWithAllThatStandsBelowIt(string text, string first, int paragraphs)
    {
        var reply = await ShowAsync([Ferries], text);

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Equal(first, reply.Quotes.First().Text);
        Assert.Equal(paragraphs, reply.Quotes.Count());
    }

    [Fact]
    public async Task TheReplySaysWhichArticleAndWhatItIsAbout() =>
        Assert.StartsWith("Article 2(2) of “The Ferry Act” (“Article 2: Duties of the captain”)\n", (await ShowAsync([Ferries], "Article 2(2)")).ToPlainText(), StringComparison.Ordinal);

    [Fact]
    public async Task AnArticleThatSeveralLawsHaveIsAskedBack()
    {
        var reply = await ShowAsync([Ferries, Bridges], "Article 2");

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.Contains("2 readings have Article 2: ferry-act, bridge-act.", reply.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Text == "Article 2 reading:bridge-act");
    }

    [Theory]
    [InlineData("Article 7", "There is no Article 7 in any reading.")]
    [InlineData("Article 7 of the Bridge Act", "There is no Article 7 in “The Bridge Act”.")]
    public async Task AnArticleThatIsNotThereIsExplained(string text, string start)
    {
        var reply = await ShowAsync([Ferries, Bridges], text);

        Assert.Equal(ReplyStatus.Error, reply.Status);
        Assert.StartsWith(start, reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[7]")]
    [InlineData("Lake v. Shore [7]")]
    [InlineData("judgment [7]")]
    public async Task ANumberedParagraphOfAJudgmentIsFoundByItsNumber(string text) =>
        Assert.Equal("[7] The court states point 7.", (await ShowAsync([Judgment], text)).Quotes.First().Text);

    [Fact]
    public async Task TheSectionSignLeadsToAParagraphIfThereIsNoSuchSection() =>
        Assert.Equal(3, (await ShowAsync([Judgment], "§3")).Quotes.First().Citation.Paragraph);

    [Fact]
    public async Task ALongArticleComesInPages()
    {
        var act = TestReadings.File("long.txt", string.Join("\n\n",
            (string[])["The Long Act", "Article 1", "Short.", "Article 2", .. Enumerable.Range(1, 40).Select(i => $"{i}. The keeper of the lake shall {string.Join(' ', Enumerable.Repeat("carefully", 20))} count boat {i}.")]));

        var first = await ShowAsync([act], "Article 2");
        var next = Assert.Single(first.Choices, choice => choice.Label == "More of Article 2");
        Assert.Equal("Article 2 page:2 reading:long", next.Text);
        var second = await ShowAsync([act], "Article 2", ("page", "2"));

        Assert.True(first.Quotes.Count() < 40);
        Assert.Equal(first.Quotes.Last().Citation.Paragraph + 1, second.Quotes.First().Citation.Paragraph);
        Assert.DoesNotContain((await ShowAsync([act], "Article 2", ("page", "99"))).Choices, choice => choice.Label.StartsWith("More", StringComparison.Ordinal));
    }

    private static Task<ChatReply> ShowAsync(IReadOnlyList<Reading> readings, string text, params (string, string)[] options) =>
        CommandRunner.RunAsync(new ShowCommand(), TestReadings.Shelf(readings), text, options);
}
