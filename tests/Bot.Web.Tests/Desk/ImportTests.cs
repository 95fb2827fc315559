using System.Text;

namespace Bot.Web.Tests.Desk;

/// <summary>Lists that are imported from files.</summary>
public sealed class ImportTests
{
    [Theory]
    [InlineData("debates")]
    [InlineData("counterarguments")]
    public async Task AListOfMoreThanAUsualFormIsTaken(string list)
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();
        var lines = Enumerable.Range(1, 40).Select(number => $"The town should pay for umbrella {number}. | They are dear.");
        var file = string.Join('\n', lines) + new string('\n', 300 * 1024);

        var page = await visitor.ImportAsync(await visitor.OpenAsync($"/desk/seminar/{list}"), file);

        Assert.Equal("40 lines were added.", page.Outcome());
    }

    [Fact]
    public async Task AListThatIsTooLargeIsRefusedWithItsLimitAndAWayBack()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.ImportAsync(await visitor.OpenAsync("/desk/seminar/counterarguments"), new byte[3 * 1024 * 1024]);

        Assert.Equal("That is too large", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("You can send at most 2 MB here at once. Nothing was done.", page.QuerySelector("h1 + p")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/desk/seminar/counterarguments']"));
    }

    [Theory]
    [InlineData(new byte[] { (byte)'f', 0xFC, (byte)'r' })]
    [InlineData(new byte[] { 0x25, 0x50, 0x44, 0x46, 0, 1, 2 })]
    public async Task InvalidUnicodeIsRefusedCompletely(byte[] file)
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.ImportAsync(await visitor.OpenAsync("/desk/seminar/debates"), [.. "Rain is good.\n"u8, .. file]);

        Assert.StartsWith("“list.txt” is not plain text. Save the list as a text file in UTF-8", page.Outcome(), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("#queue li"));
    }

    [Fact]
    public async Task ATextThatWindowsCallsUnicodeIsRead()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.ImportAsync(
            await visitor.OpenAsync("/desk/seminar/debates"), [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("Rain is good für the town.\r\n")]);

        Assert.Equal("One line was added.", page.Outcome());
        Assert.Contains("Rain is good für the town.", page.QuerySelector("#queue li")!.TextContent, StringComparison.Ordinal);
    }
}
