using System.Collections.Concurrent;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;

namespace Bot.Library.Tests.Readings;

public sealed class ReadingFolderTests : IDisposable
{
    private const string Rain = "It rained for a long time, and then it rained again.";

    private readonly TemporaryFolder files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void FilesOfSubfoldersAreReadToo()
    {
        files.Write("Week 1/On Rain.txt", Rain);
        files.Write("Été.md", Rain);

        var contents = ReadingFolder.Load(files.Path);

        Assert.Equal(["week-1/on-rain", "été"], contents.Readings.Select(reading => reading.Id.Value));
        Assert.Equal("Week 1/On Rain.txt", contents.Readings[0].File);
        Assert.Empty(contents.Problems);
    }

    [Fact]
    public void TwoFilesNeverShareAName()
    {
        files.Write("a b.md", Rain);
        files.Write("a b.txt", Rain);
        files.Write("a-b.txt", Rain);

        Assert.Equal(["a-b", "a-b-txt", "a-b-txt-2"], ReadingFolder.Load(files.Path).Readings.Select(reading => reading.Id.Value));
    }

    [Fact]
    public void AFileThatCannotBeServedIsNamedWithTheReasonAndTheRestAreServed()
    {
        files.Write("good.txt", Rain);
        files.Write("empty.txt", "");
        files.Write("blank.md", " \n\t\n");
        files.Write("zeros.txt", new byte[100]);
        files.Write("picture.txt", [0x89, 0x50, 0x4E, 0x47, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 0, 0, 255]);
        files.Write("huge.txt", new byte[(1024 * 1024) + 1]);
        files.Write("sheet.xlsx", [1, 2, 3]);
        files.Write("torn.docx", [0x50, 0x4B, 3, 4, 5]);
        files.Write("torn.pdf", "%PDF-1.7 and then nothing"u8.ToArray());
        File.CreateSymbolicLink(files["lost.txt"], files["nowhere.txt"]);

        var contents = new ReadingFolder(new ReadingsOptions { Folder = files.Path, MaxFileMegabytes = 1 }).Load();

        Assert.Equal("good", Assert.Single(contents.Readings).Id.Value);
        Assert.Collection(
            contents.Problems.Select(problem => problem.ToString()),
            line => Assert.Equal("blank.md: There is no text in the file.", line),
            line => Assert.Equal("empty.txt: The file is empty.", line),
            line => Assert.Equal("huge.txt: The file is larger than 1 MB; split it, or raise Readings:MaxFileMegabytes.", line),
            line => Assert.Equal("lost.txt: The link leads to no file; correct or remove it.", line),
            line => Assert.StartsWith("picture.txt: The file is not text", line, StringComparison.Ordinal),
            line => Assert.StartsWith("sheet.xlsx: Files of this kind are not read; save it as ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("torn.docx: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("torn.pdf: ", line, StringComparison.Ordinal),
            line => Assert.StartsWith("zeros.txt: The file holds nothing but zero bytes", line, StringComparison.Ordinal));
    }

    [Fact]
    public void FilesOfEditorsAndBrowsersAreIgnored()
    {
        files.Write("page.html", $"<html><body><p>{Rain}</p></body></html>");
        files.Write("page_files/script.js", "x");
        files.Write(".git/config", "x");
        files.Write("~$essay.docx", "x");
        files.Write(".DS_Store", "x");

        var contents = ReadingFolder.Load(files.Path);

        Assert.Single(contents.Readings);
        Assert.Empty(contents.Problems);
    }

    [Fact]
    public void LinksThatRunInACircleEnd()
    {
        files.Write("inner/on-rain.txt", Rain);
        Directory.CreateSymbolicLink(files["inner/again"], files.Path);
        Directory.CreateSymbolicLink(files["inner/self"], files["inner"]);

        Assert.Single(ReadingFolder.Load(files.Path).Readings);
    }

    [Fact]
    public void AMissingFolderSaysWhatToDo()
    {
        var reason = Assert.Throws<ReadingFolderException>(() => ReadingFolder.Load(files["none"]));

        Assert.StartsWith($"There is no folder of readings at {files["none"]}. Put .txt, .md, .html, .pdf or .docx files there, ", reason.Message, StringComparison.Ordinal);
        Assert.EndsWith("or name another folder with --readings or the setting Readings:Folder.", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFolderWithoutAReadableFileSaysWhatToDo()
    {
        Assert.StartsWith($"The folder of readings {files.Path} is empty. Put ", Assert.Throws<ReadingFolderException>(() => ReadingFolder.Load(files.Path)).Message, StringComparison.Ordinal);

        files.Write("empty.txt", "");
        Assert.StartsWith(
            $"No file in the folder of readings {files.Path} can be served: empty.txt: The file is empty. Put ",
            Assert.Throws<ReadingFolderException>(() => ReadingFolder.Load(files.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatDidNotChangeKeepsItsReading()
    {
        files.Write("one.txt", Rain);
        files.Write("two.txt", Rain);
        var folder = new ReadingFolder(new ReadingsOptions { Folder = files.Path });
        var before = folder.Load();
        Assert.Same(before, folder.Reload(before));

        files.Write("two.txt", "It stopped, and nobody knew why it had stopped.");
        File.SetLastWriteTimeUtc(files["one.txt"], DateTime.UnixEpoch);
        var after = folder.Reload(before);

        Assert.Same(before.Readings[0], after.Readings[0]);
        Assert.NotSame(before.Readings[1], after.Readings[1]);
    }

    [Fact]
    public void AReadingWhoseNameChangesIsAnotherReading()
    {
        files.Write("a.txt", Rain);
        var folder = new ReadingFolder(new ReadingsOptions { Folder = files.Path });
        var before = folder.Load();

        files.Write("a.md", Rain);

        Assert.Equal(["a.md", "a.txt"], folder.Reload(before).Readings.Select(reading => reading.File));
        Assert.Equal(["a", "a-txt"], folder.Reload(before).Readings.Select(reading => reading.Id.Value));
    }

    [Fact]
    public void EveryFileIsReportedWhenItIsDone()
    {
        foreach (var number in Enumerable.Range(1, 20))
        {
            files.Write($"{number}.txt", Rain);
        }

        var reports = new Reports();
        new ReadingFolder(new ReadingsOptions { Folder = files.Path }).Load(reports);

        Assert.Equal(Enumerable.Range(1, 20), reports.Seen.Select(report => report.Done).Order());
        Assert.All(reports.Seen, report => Assert.Equal(20, report.Total));
    }

    [Fact]
    public void SentencesCoverEachParagraph()
    {
        var path = Path.Combine(Bot.Testing.Repository.Root, "seeds");
        foreach (var paragraph in ReadingFolder.Load(path).Readings.SelectMany(reading => reading.Paragraphs))
        {
            Assert.NotEmpty(paragraph.Sentences);
            Assert.Equal(paragraph.Text, string.Join(' ', paragraph.Sentences.Select((_, index) => paragraph.Quote(index + 1, index + 1))));
        }
    }

    private sealed class Reports : IProgress<LoadProgress>
    {
        public ConcurrentBag<LoadProgress> Seen { get; } = [];

        public void Report(LoadProgress value) => Seen.Add(value);
    }
}
