using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Web.Tests.Languages;

/// <summary>Pages are completely translated.</summary>
public sealed class PageTextTests : IAsyncLifetime
{
    // Words that are the same in English and another language.
    private static readonly string[] Same = ["Pages", "Messages", "Message", "Source", "Sections", "Suggestions", "Simple", "Markdown", "BibTeX"];

    private static readonly string[] Names = ["On Rain", "A. Author", "# seminar", "#seminar", "rain.txt"];

    private WebSite site = null!;

    public async Task InitializeAsync()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(
                new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1)),
                new PointsBlock([new Point("1.") { Message = new Uri("https://example.com/") }]),
                new FileBlock("rain.txt", "text/plain", "1"),
                new ChoicesBlock([new Choice("1", "ask", "why")]))),
        };
        site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", WebUnderTest.TeacherPassword));
        var reading = Texts.Reading("on-rain", ["It rained."], ["It snowed.", "It rained."]) with
        {
            Language = ReadingLanguage.English,
            Source = "https://example.com/rain",
        };
        site.Shelf.Replace(new ShelfSnapshot([reading], [], RetrievalIndex.Build([reading]))
        {
            AnchorChanges = [new AnchorChange(reading.Id, new Anchor(1), new Anchor(2))],
        });
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("/")]
    [InlineData("/c/nowhere")]
    [InlineData("/c/seminar/files/1/1")]
    [InlineData("/r")]
    [InlineData("/r/nowhere")]
    [InlineData("/r/on-rain")]
    [InlineData("/r/on-rain?q=rain")]
    [InlineData("/r/on-rain?q=snow")]
    [InlineData("/r/on-rain?q=hail")]
    [InlineData("/r/on-rain?q=snow+hail")]
    [InlineData("/r/on-rain?at=1.1&was=00000000")]
    [InlineData("/sign-in")]
    public Task NoWordOfAPageStaysEnglish(string address) => AssertTranslatedAsync(visitor => visitor.OpenAsync(address));

    [Fact]
    public Task NoWordOfAnAnswerStaysEnglish() => AssertTranslatedAsync(async visitor =>
        await visitor.SendAsync(await visitor.OpenAsync("/"), "/c/seminar/say", ("words", "1?")));

    [Theory]
    [InlineData("/c/seminar/say", "__RequestVerificationToken", "1")]
    [InlineData("/desk/seminar/run", "command", "1")]
    [InlineData("/sign-in", "password", "1")]
    public Task NoWordOfARefusalStaysEnglish(string action, string field, string value) => AssertTranslatedAsync(async visitor =>
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), action, (field, value)));

    [Fact]
    public Task NoWordOfARefusalToAStrangerStaysEnglish() => AssertTranslatedAsync(async visitor =>
        await Visitor.ReadAsync(await visitor.Http.PostAsync(new Uri("/c/seminar/say", UriKind.Relative), new FormUrlEncodedContent([]))));

    [Fact]
    public Task NoWordOfARefusalOfWhatIsTooLargeStaysEnglish() => AssertTranslatedAsync(async visitor =>
        await visitor.SendAsync(await visitor.OpenAsync("/"), "/c/seminar/say", ("words", new string('1', 200_000))));

    private Task AssertTranslatedAsync(Func<Visitor, Task<IHtmlDocument>> open) => PageWords.AssertTranslatedAsync([.. Same, .. Names], async language =>
    {
        using var visitor = site.Visit(language);
        return await open(visitor);
    });
}
