using System.Globalization;
using System.Net;
using System.Text;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Web.Pages;

namespace Bot.Web.Tests.Room;

/// <summary>The reading room.</summary>
public sealed class RoomTests : IAsyncLifetime, IDisposable
{
    private static readonly IReadOnlyList<string> Rain = ["It rained all day.", "Nobody minded the rain.", "Then it stopped."];
    private static readonly IReadOnlyList<string> Snow = ["It never snows here.", "Snowy days are told of."];

    private WebSite site = null!;
    private Visitor visitor = null!;

    public async Task InitializeAsync()
    {
        site = await WebSite.StartAsync(new ScriptedSeminar());
        visitor = site.Visit();
        site.Serve(Texts.Reading("week-1/on-rain", Rain, Snow));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    public void Dispose() => visitor.Dispose();

    [Fact]
    public async Task EachSentenceHasItsAddressAndAParagraphReadsAsItIsWritten()
    {
        var page = await visitor.OpenAsync("/r/week-1/on-rain");

        Assert.Equal(string.Join(' ', Rain), page.QuerySelector("#p1 p")?.TextContent);
        Assert.Equal("Nobody minded the rain.", page.GetElementById("p1.2")?.TextContent);
        Assert.Equal(["1", "2"], page.QuerySelectorAll("article .number").Select(number => number.TextContent));
        Assert.Empty(page.QuerySelectorAll(".quoted,.changed"));
    }

    [Fact]
    public async Task TheSentencesThatWereQuotedAreMarked()
    {
        var page = await visitor.OpenAsync(AddressOf("It rained all day. Nobody minded the rain.", 1, 1, 2));

        Assert.Equal(["p1.1", "p1.2"], page.QuerySelectorAll(".quoted").Select(sentence => sentence.Id));
        Assert.Null(page.QuerySelector(".changed"));
    }

    [Fact]
    public async Task AQuoteThatMovedSaysWhereItStandsNow()
    {
        var address = AddressOf("It never snows here.", 2, 1, 1);
        site.Serve(Texts.Reading("week-1/on-rain", Rain, ["Something new."], Snow));

        var page = await visitor.OpenAsync(address);

        Assert.Empty(page.QuerySelectorAll(".quoted"));
        Assert.Equal("¶3.1", page.QuerySelector(".changed a")?.TextContent);
    }

    [Fact]
    public async Task AQuoteWhoseWordsAreGoneSaysSo()
    {
        var address = AddressOf("It never snows here.", 2, 1, 1);
        site.Serve(Texts.Reading("week-1/on-rain", Rain, ["It hardly ever snows here."]));

        var page = await visitor.OpenAsync(address);

        Assert.Contains("does not contain the quoted words any more", page.QuerySelector(".changed")?.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".quoted"));
    }

    [Fact]
    public async Task AParagraphThatWasElsewhereSaysWhere()
    {
        var reading = Texts.Reading("week-1/on-rain", Snow, Rain);
        site.Shelf.Replace(new ShelfSnapshot([reading], [], RetrievalIndex.Build([reading]))
        {
            AnchorChanges = [new AnchorChange(reading.Id, new Anchor(1), new Anchor(2)), new AnchorChange(new ReadingId("other"), new Anchor(9), new Anchor(1))],
        });

        var page = await visitor.OpenAsync("/r/week-1/on-rain");

        Assert.Equal("This was ¶1 before the text last changed.", page.QuerySelector("#p2 .moved")?.TextContent);
        Assert.Null(page.QuerySelector("#p1 .moved"));
    }

    [Fact]
    public async Task WordsAreFoundInAnyOfTheirForms()
    {
        var page = await visitor.OpenAsync("/r/week-1/on-rain?q=raining");

        Assert.Equal(["rained", "rain"], page.QuerySelectorAll("article mark").Select(mark => mark.TextContent));
        Assert.Equal(["#p1"], page.QuerySelectorAll(".places a").Select(link => link.GetAttribute("href")));
        Assert.Equal(string.Join(' ', Rain), page.QuerySelector("#p1 p")?.TextContent);
    }

    [Theory]
    [InlineData("hail", "No paragraph contains these words.")]
    [InlineData("rain snows", "No paragraph contains all of these words; 2 contain some of them:")]
    [InlineData("the", "No paragraph contains these words.")]
    public async Task WordsWithoutAMatchAreReported(string words, string said)
    {
        var page = await visitor.OpenAsync($"/r/week-1/on-rain?q={Uri.EscapeDataString(words)}");

        Assert.Equal(said, page.QuerySelector(".places p")?.TextContent);
    }

    [Fact]
    public async Task ALongReadingComesInPartsThatStaySmall()
    {
        var paragraphs = Enumerable.Range(1, 3_000).Select(i => (IReadOnlyList<string>)[$"Paragraph {i} is about rain & <snow>.", "It goes on, and on, and on, for a while.", "Then it ends."]);
        site.Serve(Texts.Reading("long", [.. paragraphs]));

        using var response = await visitor.Http.GetAsync(new Uri("/r/long?at=2000.1&q=rain#p2000.1", UriKind.Relative));
        var html = await response.Content.ReadAsStringAsync();

        Assert.InRange(Encoding.UTF8.GetByteCount(html), 1, 300_000);
        Assert.Contains("id=\"p2000.1\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"p1.1\"", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "")]
    [InlineData("A. Author", null, "A. Author")]
    [InlineData(null, "2024-03-05", "5 March 2024")]
    [InlineData("A. Author", "2024-03-05", "A. Author · 5 March 2024")]
    public async Task AuthorAndDateAreShownIfKnown(string? author, string? date, string said)
    {
        site.Serve(Texts.Reading("on-rain", Rain) with { Author = author, Date = date is null ? null : DateOnly.Parse(date, CultureInfo.InvariantCulture) });

        Assert.Equal(said, (await visitor.OpenAsync("/r/on-rain")).QuerySelector(".title p")?.TextContent.Trim());
    }

    [Fact]
    public async Task VerseKeepsItsLines()
    {
        var verse = Texts.Paragraph(1, ["The rain it raineth on the just", "and also on the unjust."]) with { Kind = ParagraphKind.Verse, LineStarts = [12, 32] };
        site.Serve(Texts.Reading("verse") with { Paragraphs = [verse] });

        Assert.Equal("The rain it\nraineth on the just\nand also on the unjust.", (await visitor.OpenAsync("/r/verse")).QuerySelector("#p1 p")?.TextContent);
    }

    [Theory]
    [InlineData("/r/no-such-reading", HttpStatusCode.NotFound)]
    [InlineData("/r/week-1/on-rain?at=999999.9-9&was=0", HttpStatusCode.OK)]
    [InlineData("/r/week-1/on-rain?at=0.0-0", HttpStatusCode.OK)]
    [InlineData("/r/week-1/on-rain?at=1.3-1", HttpStatusCode.OK)]
    [InlineData("/r/week-1/on-rain?at=%00%F0%9F%98%80&p=x&q=%3Cb%3E", HttpStatusCode.OK)]
    public async Task ABrokenLinkIsNotAnError(string address, HttpStatusCode status)
    {
        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(status, response.StatusCode);
    }

    private static string AddressOf(string words, int paragraph, int first, int last) =>
        PageAddresses.Quote([new QuoteBlock(words, new Citation("week-1/on-rain", "On Rain", paragraph, first) { LastSentence = last })]).Split('#')[0];
}
