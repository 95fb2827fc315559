using Bot.Hostile.Files;
using Bot.Hostile.Fuzzing;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Tests.Readings;

/// <summary>All hostile files in one folder with a good reading. The limits are lower than the program's, so that the tests are fast.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder data = new();
    private readonly ReaderOptions options = new() { MaxMemoryMegabytes = 256, MaxTime = TimeSpan.FromSeconds(1) };

    public void Dispose()
    {
        files.Dispose();
        data.Dispose();
    }

    [Fact]
    public void TheGoodOneIsServedEachOtherIsNamedWithItsReasonAndARestartReadsNothing()
    {
        HostileFiles.Write(files.Path);
        FolderContents contents;
        using (var processes = new ReaderProcesses(ReaderCommand.StartItself("Bot.Hostile"), options, TimeProvider.System))
        {
            contents = Folder(processes).Load();
        }

        Assert.Contains(contents.Readings, reading => reading.File == HostileFiles.GoodName);
        var reasons = contents.Problems.ToDictionary(problem => problem.File, problem => problem.Reason);
        Assert.All(HostileFiles.All, file => Assert.True(
            reasons.TryGetValue(file.Name, out var reason) ? reason is [>= 'A' and <= 'Z', .., '.'] : file.MayBeRead && contents.Readings.Any(reading => reading.File == file.Name),
            $"{file.Name} is neither served nor named with a reason."));

        var again = Folder(new Nobody()).Load();
        Assert.Equal(contents.Problems, again.Problems);
        Assert.Equal(contents.Readings.Select(reading => reading.File), again.Readings.Select(reading => reading.File));
    }

    [Fact]
    public void MutatedFilesAreReadOrRefusedAndThisProcessLives()
    {
        var wanted = new FuzzOptions { Count = 300, Reader = options };
        using var processes = new ReaderProcesses(ReaderCommand.StartItself("Bot.Hostile"), options, TimeProvider.System);

        var report = new FuzzRun(wanted, processes, TimeProvider.System).Run(TextWriter.Null);

        Assert.True(report.IsGood, report.ToString());
        Assert.Equal(wanted.Count, report.Read + report.Refused + report.Stopped);
        Assert.True(report.Read > 50 && report.Refused > 50, report.ToString());
    }

    [Fact]
    public void TheSameSeedMakesTheSameFiles()
    {
        foreach (var number in Enumerable.Range(0, 20))
        {
            Assert.Equal(Mutant.Make(3, number).Content.Length, Mutant.Make(3, number).Content.Length);
        }

        Assert.NotEqual(Mutant.Make(3, 2).Content, Mutant.Make(4, 2).Content);
    }

    private ReadingFolder Folder(IFileParser parser) => new(
        new ReadingsOptions { Folder = files.Path }, parser, new KeptReadings(data["kept"], options, TimeProvider.System), 1, TimeProvider.System);

    private sealed class Nobody : IFileParser
    {
        public ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken) =>
            throw new InvalidOperationException($"{name} was read again.");

        public void GiveWay()
        {
        }
    }
}
