using System.Globalization;
using AngleSharp.Html.Dom;

namespace Bot.Web.Tests.Desk;

/// <summary>The debates at the desk, with the real seminar.</summary>
public sealed class DebatesTests
{
    private const string Address = "/desk/seminar/debates";

    [Fact]
    public async Task AScheduleFillsTheDaysOfItsMonthAndADayCanBeChanged()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();
        await visitor.FillAsync(await visitor.OpenAsync(Address), "debate schedule", ("text", "09:30 Europe/Lisbon daily 2040-02-01..2040-02-29"));

        var page = await visitor.OpenAsync($"{Address}?month=2040-02");
        Assert.Equal(29, page.QuerySelectorAll(".month td a").Length);
        Assert.Equal(["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"], page.QuerySelectorAll(".month thead th").Select(day => day.TextContent));
        Assert.Contains("Wed 1 February, 09:30", page.QuerySelector(".agenda li")!.TextContent, StringComparison.Ordinal);

        page = await visitor.OpenAsync($"{Address}?day=2040-02-14");
        page = await visitor.PressAsync(page, "Leave this debate out");
        Assert.Equal("left out", Word(page, 14));
        Assert.Contains("Tue 14 February 2040 is left out.", page.QuerySelector(".outcome")!.TextContent, StringComparison.Ordinal);
        page = await visitor.PressAsync(page, "Make it an ordinary day");
        Assert.Equal("planned", Word(page, 14));

        page = await visitor.FillAsync(page, "debate pin", ("text", "Rain is good for the town."), ("text", "2040-02-14"));
        Assert.Equal("pinned", Word(page, 14));
        Assert.Contains("Rain is good for the town.", page.QuerySelector(".agenda")!.TextContent, StringComparison.Ordinal);

        page = await visitor.PressAsync(await visitor.OpenAsync($"{Address}?day=2040-02-15"), "A free day for all schedules");
        Assert.Equal("free day", Word(page, 15));
    }

    [Fact]
    public async Task SchedulesAreStoppedResumedAndRemoved()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();
        var page = await visitor.FillAsync(await visitor.OpenAsync(Address), "debate schedule", ("text", "09:30 Europe/Lisbon daily 2040-02-01..2040-02-29"));

        page = await visitor.PressAsync(page, "Pause");
        Assert.Contains("paused", page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await visitor.OpenAsync($"{Address}?month=2040-02")).QuerySelectorAll(".month td a"));
        page = await visitor.PressAsync(page, "Resume");
        Assert.Contains("next on Wed 1 February 2040, 09:30", page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        page = await visitor.PressAsync(page, "Yes, remove");
        Assert.Contains("This channel has no schedule yet.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SuggestionsAreAcceptedAndDeclinedAndTheQueueIsTakenBack()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();
        using var student = site.Visit();
        foreach (var motion in new[] { "Rain should be free.", "Rain should be dear." })
        {
            await student.SendAsync(await student.OpenAsync("/c/seminar"), "/c/seminar/say", ("words", $"/debate suggest {motion}"));
        }

        var page = await visitor.OpenAsync(Address);
        Assert.Equal(2, page.QuerySelectorAll("#suggested li").Length);
        page = await visitor.PressAsync(page, "Accept");
        page = await visitor.PressAsync(page, "Decline");

        Assert.Contains("The suggestion is declined: Rain should be dear.", page.QuerySelector(".outcome")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#suggested li"));
        Assert.Contains("Rain should be free.", page.QuerySelector("#queue li")!.TextContent, StringComparison.Ordinal);
        page = await visitor.PressAsync(page, "Take back");
        Assert.Empty(page.QuerySelectorAll("#queue li"));
    }

    [Theory]
    [InlineData("2026-02-31")]
    [InlineData("9999-12-31")]
    [InlineData("<script>")]
    public async Task AnInvalidDayIsIgnored(string day)
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.OpenAsync($"{Address}?day={Uri.EscapeDataString(day)}");

        Assert.Equal(TimeProvider.System.GetUtcNow().ToString("MMMM yyyy", CultureInfo.InvariantCulture), page.QuerySelector("caption")?.TextContent);
    }

    private static string Word(IHtmlDocument page, int day) => page.QuerySelectorAll(".month td a")
        .First(link => link.QuerySelector("b")!.TextContent == day.ToString(CultureInfo.InvariantCulture)).QuerySelector(".word")!.TextContent;
}
