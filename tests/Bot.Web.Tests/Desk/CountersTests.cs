namespace Bot.Web.Tests.Desk;

/// <summary>The teachers' counterarguments at the desk.</summary>
public sealed class CountersTests
{
    private const string Address = "/desk/seminar/counterarguments";

    [Fact]
    public async Task OneIsAddedChangedAndRemovedAndMeetsTheClaimMeanwhile()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        var page = await teacher.FillAsync(await teacher.OpenAsync(Address), "counter add", ("text", "Umbrellas are too dear."), ("text", "|"), ("text", "Nobody pays twice. | on-rain ¶1.1"));
        Assert.StartsWith("Added.", page.Outcome(), StringComparison.Ordinal);

        var change = page.QuerySelector($"form[action='{Address}/change']")!;
        page = await teacher.SubmitAsync(change, ("line", "Umbrellas are too dear. | They last."));
        Assert.Equal("It is changed.", page.Outcome());
        Assert.Contains("They last.", page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);

        using var student = site.Visit();
        var chat = await student.SendAsync(await student.OpenAsync("/c/seminar"), "/c/seminar/say", ("words", "/counter Umbrellas are too dear."));
        Assert.Contains("Your teachers’ list: They last.", chat.QuerySelector("#log")!.TextContent, StringComparison.Ordinal);

        page = await teacher.PressAsync(page, "Remove");
        Assert.Null(page.QuerySelector(".rows"));
    }

    [Fact]
    public async Task AnExportCanBeImportedAndWrongLinesAreReported()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        var page = await teacher.ImportAsync(
            await teacher.OpenAsync(Address), "\uFEFFRain is bad. | It is not.\r\n\r\nno bar here\r\nRain is good. | It is wet. | on-rain ¶2.1\nRain is odd. | Not so. | on-rain ¶99\n");

        Assert.StartsWith("2 lines were added.", page.Outcome(), StringComparison.Ordinal);
        Assert.Contains("Line 3: Write the claim", page.Outcome(), StringComparison.Ordinal);
        Assert.Contains("Line 5: “on-rain ¶99” is not a place in the readings.", page.Outcome(), StringComparison.Ordinal);

        var saved = await teacher.Http.GetStringAsync(new Uri($"{Address}/counterarguments.txt", UriKind.Relative));
        Assert.Equal(["Rain is bad. | It is not.", "Rain is good. | It is wet. | on-rain ¶2.1"], saved.TrimEnd().Split('\n').Order(StringComparer.Ordinal));
        Assert.Equal("0 lines were added; 2 existed already.", (await teacher.ImportAsync(page, saved)).Outcome());
        Assert.StartsWith("That file is empty.", (await teacher.ImportAsync(page, "")).Outcome(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MotionsOfOnesOwnAreChangedAndComeAndGoAsAFile()
    {
        const string Debates = "/desk/seminar/debates";
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync();
        var page = await teacher.ImportAsync(await teacher.OpenAsync(Debates), "Rain should be free.\non-rain ¶1.1\non-rain ¶9.9\n");

        Assert.Contains("Line 3: on-rain has no ¶9.9.", page.Outcome(), StringComparison.Ordinal);
        page = await teacher.SubmitAsync(page.QuerySelector("form[action='/desk/seminar/debates/change']")!, ("line", "Rain should be dear."));
        Assert.Equal("Changed: Rain should be dear.", page.Outcome());
        var saved = await teacher.Http.GetStringAsync(new Uri("/desk/seminar/debates/motions.txt", UriKind.Relative));
        Assert.StartsWith("Rain should be dear.\nThis house believes that the town should pay for umbrellas", saved, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/seminar/counterarguments/counterarguments.txt")]
    [InlineData("/desk/seminar/debates/motions.txt")]
    [InlineData("/desk/seminar/votes/csv")]
    public async Task FilesAreOnlyForTeachers(string address)
    {
        await using var site = await DeskVisits.StartAsync();
        using var student = site.Visit();

        using var response = await student.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.StartsWith("/sign-in", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }
}
