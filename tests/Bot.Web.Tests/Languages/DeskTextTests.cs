using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Web.Tests.Desk;

namespace Bot.Web.Tests.Languages;

/// <summary>The pages of the teacher's desk are completely translated.</summary>
public sealed class DeskTextTests : IAsyncLifetime
{
    private const string Desk = "/desk/seminar";
    private const string Debates = "/desk/seminar/debates";

    // Words that are the same in English and another language.
    private static readonly string[] Same =
        ["Pages", "Messages", "Suggestions", "Debates", "Votes", "Motion", "contra", "Import", "Importer", "planned"];

    private static readonly string[] Names =
        ["# seminar", "# week-2", "On Rain", "On Sun", "Rain should be free.", "Rain should be dear.", "Rain is good.", "It rains.", "It pours.", "ask", "counter"];

    private WebSite site = null!;

    public async Task InitializeAsync()
    {
        site = await WebSite.StartWholeAsync(("Web:TeacherPassword", DeskVisits.Teacher), ("Web:Channels", "seminar,week-2"));
        var (rain, sun) = (Texts.Reading("on-rain", ["The town should pay for umbrellas."]), Texts.Reading("on-sun", ["It shines."]));
        rain = rain with { Warnings = ["2 of 9 pages hold no text, only pictures or nothing. Run text recognition (OCR) on the file if they should."] };
        sun = sun with { Title = "On Sun", Workspace = "web/" };
        site.Shelf.Replace(new ShelfSnapshot([rain, sun], [new ReadingProblem("broken.pdf", "It holds no text.")], RetrievalIndex.Build([rain, sun])));
    }

    public async Task DisposeAsync() => await site.DisposeAsync();

    [Theory]
    [InlineData("/desk")]
    [InlineData("/desk/nowhere")]
    [InlineData(Desk)]
    [InlineData($"{Debates}?month=2040-02")]
    [InlineData("/desk/seminar/counterarguments")]
    [InlineData("/desk/seminar/readings")]
    [InlineData("/desk/seminar/votes")]
    [InlineData("/desk/seminar/answers")]
    [InlineData("/desk/seminar/settings")]
    public Task NoWordOfAPageStaysEnglish(string address) => AssertTranslatedAsync(address);

    [Theory]
    [InlineData("?month=2040-02")]
    [InlineData("?month=2039-02")]
    [InlineData("?day=2040-02-14")]
    [InlineData("?day=2040-02-15")]
    [InlineData("?day=2040-02-16")]
    [InlineData("?day=2039-02-01")]
    public async Task NoWordOfTheCalendarStaysEnglish(string query)
    {
        await RunAsync("debate schedule", "09:30 Europe/Lisbon daily 2040-02-01..2040-02-20");
        await RunAsync("debate skip", "2040-02-14");
        await RunAsync("debate pin", "Rain is good. 2040-02-15");
        await RunAsync("debate holiday", "2040-02-16");
        await RunAsync("debate queue", "Rain should be free.");
        await RunAsync("debate suggest", "Rain should be dear.");

        await AssertTranslatedAsync(Debates + query);
    }

    [Fact]
    public async Task NoWordOfAListStaysEnglish()
    {
        await RunAsync("counter add", "It rains. | It pours.");
        await RunAsync("debate suggest", "Rain should be dear.");
        await site.AddDebateAsync("one", "2026-09-01", ("for", "against", 4), ("against", "against", 3));

        foreach (var page in new[] { "/desk", Desk, "/desk/seminar/counterarguments" })
        {
            await AssertTranslatedAsync(page);
        }
    }

    [Fact]
    public async Task AMonthIsWrittenInTheLanguageOfThePage()
    {
        await RunAsync("debate schedule", "09:30 Europe/Lisbon daily 2040-03-01..2040-03-20");
        using var german = await site.VisitAsTeacherAsync("de");
        using var spanish = await site.VisitAsTeacherAsync("es");

        var page = await german.OpenAsync($"{Debates}?day=2040-03-06");

        Assert.Equal("März 2040", page.QuerySelector(".month caption")?.TextContent);
        Assert.Equal(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"], page.QuerySelectorAll(".month thead th").Select(day => day.TextContent));
        Assert.Equal("Dienstag, 6. März 2040", page.GetElementById("day")?.TextContent);
        Assert.Equal("Do, 1. März, 09:30", page.QuerySelector(".agenda a")?.TextContent);
        Assert.Equal("marzo de 2040", (await spanish.OpenAsync($"{Debates}?month=2040-03")).QuerySelector(".month caption")?.TextContent);
    }

    [Fact]
    public async Task VotesAreNamedInTheLanguageOfThePage()
    {
        await site.AddDebateAsync("one", "2026-09-01", ("for", "against", 4), ("against", "against", 3), ("for", "for", 2));
        using var teacher = await site.VisitAsTeacherAsync("de");

        var debate = (await teacher.OpenAsync("/desk/seminar/votes")).QuerySelector(".debate")!;

        Assert.Equal(
            ["dafür6weniger als drei", "dagegen37", "unentschiedenweniger als dreiweniger als drei"],
            debate.QuerySelectorAll("tbody tr").Select(row => row.TextContent));
        Assert.Equal(["dafür", "dagegen", "unentschieden"], debate.QuerySelectorAll("svg text").Select(text => text.TextContent));
    }

    [Fact]
    public async Task TheResultOfAFormIsInTheLanguageOfThePage()
    {
        using var teacher = await site.VisitAsTeacherAsync("de");
        var page = await teacher.OpenAsync(Debates);

        var shown = await teacher.SendAsync(page, $"{Desk}/run", ("command", "show"), ("text", "¶9 reading:on-rain"));
        var imported = await teacher.ImportAsync(page, "Rain should be free.\nRain should be free.\n");

        Assert.Equal("¶9 gibt es nicht: „On Rain“ endet mit ¶1.", shown.Outcome());
        Assert.Equal("Eine Zeile wurde hinzugefügt; eine war schon da.", imported.Outcome());
    }

    private Task RunAsync(string command, string text) => site.RunAsync(new ChannelAddress("web", "", "seminar"), command, text);

    private Task AssertTranslatedAsync(string address) => PageWords.AssertTranslatedAsync([.. Same, .. Names], async language =>
    {
        using var visitor = await site.VisitAsTeacherAsync(language);
        IHtmlDocument page;
        do
        {
            page = await visitor.OpenAsync(address);
        }
        while (page.QuerySelector(".choosing") is not null);
        return page;
    });
}
