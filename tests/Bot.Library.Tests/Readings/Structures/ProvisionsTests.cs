using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings.Structures;

public sealed class ProvisionsTests
{
    private const string Act =
        """
        The Widget Act

        Whereas:

        (1) Widgets are dangerous, and the town has seen many people hurt by them.

        (2) The town wishes that nobody is hurt.

        Article 1
        Scope

        This Act applies to all widgets that are sold in the town.

        Article 2
        Duties of providers

        1. A provider shall test every widget before it is sold.

        2. A provider shall keep a record, in which stand:

        (a) the name of the tester;

        (b) the date of the test, that is:

        (i) the day on which it began;

        (ii) the day on which it ended.

        The record is kept for ten years.

        29. I said in another case what a record is.
        """;

    [Theory]
    [InlineData("Widgets are dangerous", "Recital 1")]
    [InlineData("This Act applies", "Article 1")]
    [InlineData("A provider shall test", "Article 2(1)")]
    [InlineData("A provider shall keep", "Article 2(2)")]
    [InlineData("the name of the tester", "Article 2(2)(a)")]
    [InlineData("the day on which it ended", "Article 2(2)(b)(ii)")]
    [InlineData("The record is kept", "Article 2(2)")]
    public void EachParagraphOfALawHasItsAddress(string words, string address)
    {
        var paragraph = Assert.Single(Read.Text(Act).Paragraphs, paragraph => paragraph.Text.Contains(words, StringComparison.Ordinal));

        Assert.Equal(address, paragraph.Provision);
    }

    [Fact]
    public void ANumberOutOfOrderIsNotAParagraphOfTheLaw()
    {
        var paragraph = Assert.Single(Read.Text(Act).Paragraphs, paragraph => paragraph.Text.StartsWith("29.", StringComparison.Ordinal));

        Assert.NotEqual("Article 2(29)", paragraph.Provision);
    }

    [Theory]
    [InlineData("Article 2(2)(a)", 1)]
    [InlineData("Art. 2(2)(a)", 1)]
    [InlineData("art 2 (2) (a)", 1)]
    [InlineData("Article 2(2)(b)", 3)]
    [InlineData("Article 1", 1)]
    [InlineData("Recital 2", 1)]
    [InlineData("Article 12", 0)]
    [InlineData("Article 2(9)", 0)]
    public void AnAddressLeadsToItsParagraphsAndAllBelowThem(string address, int paragraphs) =>
        Assert.Equal(paragraphs, Read.Text(Act).FindProvision(address).Count);

    [Fact]
    public void ParagraphsOfAJudgmentAreFoundByTheirNumbers()
    {
        var paragraphs = Enumerable.Range(1, 12).Select(number => $"[{number}] The court heard witness {number}, and it believed what the witness said about the dam.");
        var reading = Read.Text($"Town v. River\n\n{string.Join("\n\n", paragraphs)}\n");

        Assert.Contains("witness 7", Assert.Single(reading.FindProvision("[7]")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnOrdinaryTextHasNoAddresses() =>
        Assert.All(Read.Text("On Dams\n\n1. The first reason is the cost.\n\n2. The second reason is the river itself, which rises.\n").Paragraphs, paragraph => Assert.Null(paragraph.Provision));
}
