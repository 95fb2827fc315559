namespace Bot.Web.Tests.Desk;

/// <summary>The votes at the desk, and the pages on answers and coverage.</summary>
public sealed class VotesTests
{
    [Fact]
    public async Task NumbersBelowThreeStandNeitherInTheChartNorInTheTableNorInAFile()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        await site.AddDebateAsync("one", "2026-09-01", ("for", "against", 4), ("against", "against", 3), ("for", "for", 2));
        await site.AddDebateAsync("two", "2026-09-02", ("for", "for", 2));

        var page = await teacher.OpenAsync("/desk/seminar/votes");

        var debates = page.QuerySelectorAll(".debate");
        Assert.Equal(["2026-09-02", "2026-09-01"], debates.Select(debate => debate.QuerySelector("h2")!.TextContent));
        Assert.Null(debates[0].QuerySelector("svg"));
        Assert.Equal(
            ["for6fewer than three", "against37", "undecidedfewer than threefewer than three"],
            debates[1].QuerySelectorAll("tbody tr").Select(row => row.TextContent));
        Assert.Equal(["240", "0", "120", "280", "0", "0"], debates[1].QuerySelectorAll("rect").Select(bar => bar.GetAttribute("width")));
        Assert.Contains("From for to against: 4.", debates[1].TextContent, StringComparison.Ordinal);

        var csv = await teacher.Http.GetStringAsync(new Uri("/desk/seminar/votes/csv", UriKind.Relative));
        Assert.Contains("posted,6,3,,,7,,", csv, StringComparison.Ordinal);
        var alone = await teacher.Http.GetStringAsync(new Uri("/desk/seminar/votes/md?debate=two", UriKind.Relative));
        Assert.Equal("## 2026-09-02\n\nRain is good.\n\n- At first: Fewer than three have voted, so no numbers are shown.\n- At the end: Fewer than three have voted, so no numbers are shown.", alone);
    }

    [Fact]
    public async Task UnansweredQuestionsAreCountedAndTheirTextIsStoredOnlyIfTheTeacherAllowsIt()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        using var student = site.Visit();
        for (var i = 0; i < 3; i++)
        {
            await AskAsync(student, $"/ask Who invented the zeppelin in {1900 + i}?");
        }

        var page = await teacher.OpenAsync("/desk/seminar/answers");
        Assert.Equal("asknonenone3", page.QuerySelector("tbody tr")!.TextContent);
        Assert.Contains("Reasons and questions are not stored in this channel.", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await teacher.PressAsync(page, "Let members give reasons");
        await AskAsync(student, "/feedback why It knows no airships.");
        page = await teacher.OpenAsync("/desk/seminar/answers");
        Assert.Equal(["It knows no airships."], page.QuerySelectorAll("main li").Select(line => line.TextContent));
        Assert.DoesNotContain("zeppelin", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await AskAsync(student, "/ask Who invented the zeppelin?");
        page = await teacher.OpenAsync("/desk/seminar/answers");
        Assert.Equal(["It knows no airships.", "Who invented the zeppelin?"], page.QuerySelectorAll("main li").Select(line => line.TextContent));
    }

    [Fact]
    public async Task TeachersSeeBesideTheTextWhatWasLookedAtAndOthersWhatWasOften()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        using var student = site.Visit();
        await ShowAsync(student, "1", times: 1);
        await ShowAsync(student, "2", times: 3);

        var page = await teacher.OpenAsync("/r/on-rain");
        Assert.Equal(["para prose heat1", "para prose heat2"], page.QuerySelectorAll(".para").Select(paragraph => paragraph.ClassName));
        Assert.Contains("¶2 opened 3 times", page.QuerySelector(".coverage")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Paragraph 1 was opened once.", page.QuerySelector("#p1 .hidden")!.TextContent);

        page = await student.OpenAsync("/r/on-rain");
        Assert.Equal(["para prose heat0", "para prose heat2"], page.QuerySelectorAll(".para").Select(paragraph => paragraph.ClassName));
    }

    private static async Task ShowAsync(Visitor student, string paragraph, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await AskAsync(student, $"/show on-rain ¶{paragraph}");
        }
    }

    private static async Task AskAsync(Visitor visitor, string words)
    {
        var page = await visitor.SendAsync(await visitor.OpenAsync("/c/seminar"), "/c/seminar/say", ("words", words));
        while (page.QuerySelector(".pending a") is { } answer)
        {
            page = await visitor.OpenAsync(answer.GetAttribute("href")!.Split('#')[0]);
        }
    }
}
