using System.Diagnostics;
using System.Text;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class HtmlFormatTests
{
    private const string First =
        "The committee met for three days in the old library, and nobody who took part would say afterwards what it had agreed on.";

    private const string Second =
        "Its report, which runs to forty pages, argues that the river should be left to find its own bed, whatever the town may think.";

    private const string Third =
        "A minority of two disagreed; they would rather build the wall, pay for it over thirty years, and keep the market where it is.";

    private const string Page = $"""
        <!DOCTYPE html>
        <html lang="en"><head>
          <title>The River Report | The Example Review</title>
          <meta property="og:title" content="The River Report">
          <meta property="og:site_name" content="The Example Review">
          <meta name="author" content="By Ada Example">
          <meta property="article:published_time" content="2024-03-01T23:30:00-05:00">
          <link rel="canonical" href="https://example.org/river-report">
          <style>p &#123; color: red &#125;</style><script>var notText = "at all";</script>
        </head><body>
          <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News of the day</a></li></ul></nav>
          <article>
            <h1>The River Report</h1>
            <p>{First}</p>
            <figure><img src="https://example.org/river.jpg"><figcaption>The river in spring. Photo: B. Example</figcaption></figure>
            <h2>What it argues</h2>
            <p>{Second}<sup><a href="#note-1">[1]</a></sup></p>
            <ul><li>The wall would cost more than the houses behind it, in every year that the committee looked at.</li></ul>
            <blockquote><p>We have lived with the water for eight hundred years, and it has been a better neighbour than most.</p></blockquote>
            <h2>What others say</h2>
            <p>{Third}</p>
            <p style="display: none">Subscribe to read on, and never miss a report of ours again, wherever you are.</p>
            <button>Share this report</button>
          </article>
          <footer><p>Copyright The Example Review, all rights reserved, which means that you may not do anything with it.</p></footer>
        </body></html>
        """;

    [Fact]
    public void ThePageBecomesItsHeadingsAndParagraphs() => Assert.Equal(
        [
            new RawBlock(First),
            new RawBlock("What it argues", IsHeading: true),
            new RawBlock(Second + TextMarks.Note("1")),
            new RawBlock("The wall would cost more than the houses behind it, in every year that the committee looked at.") { Kind = ParagraphKind.ListItem },
            new RawBlock("We have lived with the water for eight hundred years, and it has been a better neighbour than most."),
            new RawBlock("What others say", IsHeading: true),
            new RawBlock(Third),
        ],
        Read(Page).Blocks);

    [Fact]
    public void ABoldLineAloneIsAHeadingAndABoldSentenceIsNot()
    {
        var page = $"""
            <html><body><article>
            <p>{First}</p>
            <p><strong>What it <em>argues</em></strong></p><p>{Second}</p>
            <p><span><b>Does it pay?</b></span></p><p>{Third}</p>
            <p><b>It would cost more than the houses.</b></p>
            <p><b>Note</b> that nobody asked the river</p>
            <table><tr><td><p><b>In a table</b></p></td><td>1</td></tr></table>
            <ul><li><p><b>In a list</b></p></li></ul>
            </article></body></html>
            """;

        Assert.Equal(["What it argues", "Does it pay?"], Read(page).Blocks.Where(block => block.IsHeading).Select(block => block.Text));
    }

    [Fact]
    public void AHeadingStaysWhateverItsAnchorIsCalled() => Assert.Contains(
        Read(Page.Replace("<h2>What others say</h2>", "<h2 id=\"community\" class=\"related\">What others say</h2>", StringComparison.Ordinal)).Blocks,
        block => block is { IsHeading: true, Text: "What others say" });

    [Fact]
    public void ThePageSaysWhoWroteItWhenAndWhere()
    {
        var reading = Read(Page);

        Assert.Equal("The River Report", reading.Title);
        Assert.Equal("Ada Example", reading.Author);
        Assert.Equal(new DateOnly(2024, 3, 1), reading.Date);
        Assert.Equal("https://example.org/river-report", reading.Source);
    }

    [Fact]
    public void ATitleLosesTheNameOfItsSite()
    {
        var reading = Read($"<title>On Rivers — The Review</title><meta property=og:site_name content='The Review'><p>{First}</p>");

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal("The Review", reading.Source);
    }

    [Fact]
    public void AnInvalidUrlIsNotASource()
    {
        var reading = Read($"<link rel=canonical href='/river'><base href='javascript:alert(1)'><p>{First}</p>");

        Assert.Null(reading.Source);
        Assert.Null(reading.Author);
        Assert.Null(reading.Date);
    }

    [Theory]
    [InlineData("<p>A single short line.</p>")]
    [InlineData("<div>A single short line.</div>")]
    [InlineData("A single short line.")]
    [InlineData("<body><main><p>A single short line.")]
    [InlineData("<form><table><tr><td>A single short line.</td></tr></table></form>")]
    public void AShortPageKeepsItsText(string html) => Assert.Equal([new RawBlock("A single short line.")], Read(html).Blocks);

    [Fact]
    public void AnnexesBesideTheMainTextAreKept()
    {
        static string Part(int number, int sentences) => string.Concat(Enumerable.Range(1, sentences).Select(sentence => $"<p>{number}.{sentence} Every boat of the town shall carry a lamp, a rope and a bell, as was agreed in the year of the flood.</p>"));
        var reading = Read($"<div class=act><p class=ti>Article 1</p>{Part(1, 12)}<p class=ti>Article 2</p>{Part(2, 12)}</div><hr><div><div class=act><p>ANNEX I</p>{Part(3, 5)}</div></div><hr><div><div class=act><p>ANNEX II</p>{Part(4, 5)}</div></div>"
            + $"<div class=teaser>{Part(5, 2)}</div>");

        Assert.Contains(reading.Blocks, block => block.Text.StartsWith("3.5 Every boat", StringComparison.Ordinal));
        Assert.Contains(reading.Blocks, block => block.Text.StartsWith("4.5 Every boat", StringComparison.Ordinal));
        Assert.DoesNotContain(reading.Blocks, block => block.Text.StartsWith("5.1", StringComparison.Ordinal));
    }

    [Fact]
    public void ALongArticleIsKeptWholeIfTheSearchFindsOnlyAPartOfIt()
    {
        var parts = Enumerable.Range(1, 40).Select(number => $"<div class='comment sidebar widget'><span>{number}. {Second}</span></div>");

        var reading = Read($"<body><article><div><p>{First}</p><p>{Third}</p></div>{string.Concat(parts)}</article></body>");

        Assert.Equal(42, reading.Blocks.Count);
    }

    [Fact]
    public void AnEnormousPageKeepsEveryParagraph()
    {
        var paragraphs = Enumerable.Range(1, 20_000).Select(number => $"<p>{number}. {Second}</p>");

        var reading = Read($"<title>On Rivers</title><nav><p>{Third}</p></nav><main>{string.Concat(paragraphs)}</main>");

        Assert.Equal("On Rivers", reading.Title);
        Assert.Equal(20_000, reading.Blocks.Count);
    }

    [Fact]
    public void TwoBreaksBeginAParagraphAndOneDoesNot() => Assert.Equal(
        [new RawBlock($"{First} {Second}"), new RawBlock(Third)],
        Read($"<div>{First}<br>{Second}<br> <br/>{Third}</div>").Blocks);

    [Fact]
    public void ARowOfFiguresIsOneParagraph() => Assert.Contains(
        new RawBlock("Wall | 31 million | 2051") { Kind = ParagraphKind.Table, TableHead = "Plan | Cost | Paid by" },
        Read($"<article><p>{First}</p><p>{Second}</p><table><tr><th>Plan<th>Cost<th>Paid by</tr><tr><td>Wall<td>31 million<td>2051</tr><tr><td>Dike<td>4 million<td>2031</tr></table><p>{Third}</p></article>").Blocks);

    [Fact]
    public void RightToLeftTextKeepsItsOrder() => Assert.Equal(
        [new RawBlock("هذا نص قصير عن النهر، وهو الفقرة الوحيدة.")],
        Read("<html dir=rtl><body><p>هذا نص قصير عن النهر، وهو الفقرة الوحيدة.</p></body></html>").Blocks);

    [Fact]
    public void APageWithoutTextIsRefused()
    {
        var refusal = Assert.Throws<UnreadableFileException>(() => Read("<html><body><script>render('app')</script><div id=app></div></body></html>"));

        Assert.Contains("no text", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    [InlineData("<svg><g>")]
    public void EndlesslyNestedElementsAreRefusedAtOnce(string tags)
    {
        var html = string.Concat(Enumerable.Repeat(tags, 100_000)) + First;
        var watch = Stopwatch.StartNew();

        var refusal = Assert.Throws<UnreadableFileException>(() => Read(html));

        Assert.Contains("nests", refusal.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"It took {watch.Elapsed}.");
    }

    [Fact]
    public void AHundredLevelsAreRead() => Assert.Equal(
        [new RawBlock(First)],
        Read(string.Concat(Enumerable.Repeat("<div>", 100)) + First).Blocks);

    [Fact]
    public void ACancelledReadEnds()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => new HtmlFormat().Read(Encoding.UTF8.GetBytes(Page), cancelled.Token));
    }

    private static RawReading Read(string html) => new HtmlFormat().Read(Encoding.UTF8.GetBytes(html), CancellationToken.None);
}
