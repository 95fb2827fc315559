using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings;

public sealed class HeaderBesideTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public HeaderBesideTests()
    {
        using var pdf = new PrintedPdf();
        for (var page = 1; page <= 3; page++)
        {
            pdf.Page().Line(760, "Brook v. Town of Harrow").Lines(700, "The river has flooded the town three times in ten years,", "and the town asks who should pay for the wall that was", $"promised to it in the year {1900 + page}.");
        }

        folder.Write("ruling.pdf", pdf.Build());
    }

    [Fact]
    public void HeadsOfAPdfAreLeftOutAndNamed()
    {
        var reading = Assert.Single(ReadingFolder.Load(folder.Path).Readings);

        Assert.DoesNotContain(reading.Paragraphs, paragraph => paragraph.Text.Contains("Brook v.", StringComparison.Ordinal));
        Assert.Equal([LeftOutParts.RunningHeads], reading.LeftOut);
    }

    [Fact]
    public void AHeaderBesideAFileBringsThemBackAndNamesTheText()
    {
        folder.Write("ruling.pdf.header", "title: The Harrow Ruling\nauthor: Ada Brook\ndate: 2021-03-04\nkeep: all\n");

        var contents = ReadingFolder.Load(folder.Path);

        var reading = Assert.Single(contents.Readings);
        Assert.Equal(("The Harrow Ruling", "Ada Brook", new DateOnly(2021, 3, 4)), (reading.Title, reading.Author, reading.Date));
        Assert.Contains(reading.Paragraphs, paragraph => paragraph.Text.Contains("Brook v.", StringComparison.Ordinal));
        Assert.Empty(reading.LeftOut);
        Assert.Empty(contents.Problems);
    }

    [Fact]
    public void AHeaderThatChangesIsReadAgain()
    {
        var files = new ReadingFolder(new ReadingsOptions { Folder = folder.Path });
        var before = files.Load();
        folder.Write("ruling.pdf.header", "title: The Harrow Ruling\n");

        Assert.Equal("The Harrow Ruling", Assert.Single(files.Reload(before).Readings).Title);
    }

    [Fact]
    public void AHeaderWithoutItsFileIsNamed()
    {
        folder.Write("other.pdf.header", "keep: all\n");

        Assert.Equal("other.pdf.header", Assert.Single(ReadingFolder.Load(folder.Path).Problems).File);
    }

    public void Dispose() => folder.Dispose();
}
