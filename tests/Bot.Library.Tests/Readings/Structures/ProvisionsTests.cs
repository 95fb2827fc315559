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

    [Theory]
    [InlineData("[{0}] ")]
    [InlineData("{0}. ")]
    [InlineData("{0} ")]
    public void ANumberedParagraphOfAJudgmentIsFoundByItsNumber(string form)
    {
        var judgment = Read.Text(Judgment(form));

        Assert.StartsWith(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, 4) + "The council decided", judgment.FindProvision("[4]")[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void WhatAJudgmentQuotesBelongsToTheParagraphAbove()
    {
        var quoted = Read.Text(Judgment("[{0}] ")).FindProvision("[5]");

        Assert.Equal(2, quoted.Count);
        Assert.StartsWith("“No wall shall be built", quoted[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void AnAnnexHasNumbersOfItsOwn()
    {
        var judgment = Read.Text(Judgment("[{0}] "));

        Assert.StartsWith("[2] The council decided", Assert.Single(judgment.FindProvision("[2]")).Text, StringComparison.Ordinal);
        Assert.StartsWith("[2] The wall shall", Assert.Single(judgment.FindProvision("Annex A [2]")).Text, StringComparison.Ordinal);
        Assert.Equal("Annex A [2]", Bot.Library.Readings.ProvisionAddress.Find("What does Annex A, paragraph 2 say?")?.Value);
    }

    [Fact]
    public void AnAnnexOfALawIsShownByItsNumberAndBelongsToNoArticle()
    {
        var act = Read.Text($"{Act}\n\nANNEX I\nBoats\n\nA boat is a widget if it is shorter than the table of the mayor.\n\nANNEX II\nCarts\n\nA cart is a widget if it has fewer than three wheels, or more than four.\n");

        Assert.Equal("Annex II", Bot.Library.Readings.ProvisionAddress.Find("What does Annex II say?")?.Value);
        Assert.StartsWith("A cart is a widget", Assert.Single(act.FindProvision("Annex II")).Text, StringComparison.Ordinal);
        Assert.Null(act.FindProvision("annex I")[0].Provision);
    }

    [Fact]
    public void AListInAnEssayIsNoJudgment()
    {
        const string Prose = "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it long ago.";
        var list = string.Join("\n\n", Enumerable.Range(1, 9).Select(number => $"{number}. The town has asked the ministry for the dam in writing, in the year {1900 + number}."));
        var after = string.Join("\n\n", Enumerable.Repeat(Prose, 20));

        Assert.All(Read.Text($"On Dams\n\n{Prose}\n\n{list}\n\n{after}\n").Paragraphs, paragraph => Assert.Null(paragraph.Provision));
    }

    [Fact]
    public void StepsOfListsThatBeginAgainAreNotParagraphsOfAJudgment()
    {
        var steps = Enumerable.Range(1, 3).Select(list => $"We then dry the wood.\n\n{string.Join("\n\n", Enumerable.Range(1, 3 * list).Select(number => $"{number}. Lay plank {number} on the frame and fix it with a nail."))}");

        Assert.All(Read.Text($"On Boats\n\n{string.Join("\n\n", steps)}\n").Paragraphs, paragraph => Assert.Null(paragraph.Provision));
    }

    [Theory]
    [InlineData("Section 3 above", "Section 5", "Section 4(b)")]
    [InlineData("clause 3 below", "Clause 5", "Clause 4(b)")]
    [InlineData("paragraph 3 above", "[5]", "[4]")]
    public void NumberedPartsAreCalledAsTheTextCallsThem(string reference, string address, string point)
    {
        var parts = Enumerable.Range(0, 10).Select(number => $"{number}. Under {reference}, the user may copy part {number} of the work, for no fee at all."
            + (number == 4 ? "\n\n(a) The user names the author.\n\n(b) The user names the year." : ""));
        var reading = Read.Text($"Terms of the Widget\n\n{string.Join("\n\n", parts)}\n");

        Assert.Contains("part 5 of", Assert.Single(reading.FindProvision(address)).Text, StringComparison.Ordinal);
        Assert.Equal("(b) The user names the year.", reading.FindProvision(point)[^1].Text);
    }

    private static string Judgment(string form)
    {
        var body = Enumerable.Range(1, 12).Select(number => N(number, $"The council decided in its meeting number {number} that the wall should be built at the cost of the town.") + (number == 5 ? "\n\n“No wall shall be built without the leave of the miller.”" : ""));
        var annex = Enumerable.Range(1, 3).Select(number => N(number, $"The wall shall be of stone, {number} metres high, and shall be painted by nobody."));
        return $"Brook v Town of Harrow\n\n{string.Join("\n\n", body)}\n\nAnnex A: What was agreed\n\n{string.Join("\n\n", annex)}\n";

        string N(int number, string text) => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, number) + text;
    }
}
