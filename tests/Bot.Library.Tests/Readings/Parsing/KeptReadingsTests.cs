using Bot.Library.Readings.Parsing;
using Bot.Library.Tests.Readings.Formats;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Library.Tests.Readings.Parsing;

public sealed class KeptReadingsTests : IDisposable
{
    private readonly TemporaryFolder folder = new();
    private readonly FakeTimeProvider time = new(TimeProvider.System.GetUtcNow());

    private string Place => folder["data/readings"];

    public void Dispose() => folder.Dispose();

    [Fact]
    public void CachedReadingsAreFoundByNameAndContent()
    {
        var parsed = ParsedFile.Of(Read.Text("It rains."));
        Assert.True(Keep().Keep("rain.txt", "A1", parsed));

        Assert.Equivalent(parsed.Reading, Keep().Find("rain.txt", "A1")?.Reading);
        Assert.Null(Keep().Find("snow.txt", "A1"));
        Assert.Null(Keep().Find("rain.txt", "A2"));
    }

    [Fact]
    public void OtherLimitsReadAgain()
    {
        Keep().Keep("rain.txt", "A1", ParsedFile.Stop("It takes too long."));

        Assert.NotNull(Keep().Find("rain.txt", "A1"));
        Assert.Null(Keep(new ReaderOptions { MaxMemoryMegabytes = 1024 }).Find("rain.txt", "A1"));
        Assert.Null(Keep(new ReaderOptions { MaxTime = TimeSpan.FromMinutes(1) }).Find("rain.txt", "A1"));
    }

    [Fact]
    public void ProblemsAreForgottenAndReadingsAreNot()
    {
        var kept = Keep();
        kept.Keep("rain.txt", "A1", ParsedFile.Of(Read.Text("It rains.")));
        kept.Keep("snow.txt", "B2", ParsedFile.Stop("It takes too long."));
        Assert.True(kept.HasProblem("snow.txt", "B2"));

        kept.ForgetProblems();

        Assert.Null(kept.Find("snow.txt", "B2"));
        Assert.False(kept.HasProblem("snow.txt", "B2"));
        Assert.NotNull(kept.Find("rain.txt", "A1"));
    }

    [Fact]
    public void AFileThatWasCutOffIsNotFound()
    {
        Keep().Keep("rain.txt", "A1", ParsedFile.Of(Read.Text("It rains.")));
        var file = Assert.Single(Directory.GetFiles(Place));
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^20]);

        Assert.Null(Keep().Find("rain.txt", "A1"));
    }

    [Fact]
    public void EntriesThatAreUnusedForAMonthAreRemoved()
    {
        var kept = Keep();
        kept.Keep("rain.txt", "A1", ParsedFile.Of(Read.Text("It rains.")));
        kept.Keep("snow.txt", "B2", ParsedFile.Of(Read.Text("It snows.")));

        time.Advance(TimeSpan.FromDays(20));
        kept.Find("rain.txt", "A1");
        time.Advance(TimeSpan.FromDays(20));
        kept.Sweep();

        Assert.NotNull(kept.Find("rain.txt", "A1"));
        Assert.Null(kept.Find("snow.txt", "B2"));
    }

    [Fact]
    public void OnlyTheProgramsUserCanReadIt()
    {
        Keep().Keep("rain.txt", "A1", ParsedFile.Of(Read.Text("It rains.")));

        Assert.Equal("rwx------", Mode(Place));
        Assert.Equal("rwx------", Mode(folder["data"]));
        Assert.Equal("rw-------", Mode(Assert.Single(Directory.GetFiles(Place))));
    }

    [Fact]
    public void AFolderThatCannotBeMadeCostsNothingElse()
    {
        folder.Write("data", "a file");
        var kept = Keep();

        Assert.False(kept.Keep("rain.txt", "A1", ParsedFile.Of(Read.Text("It rains."))));
        Assert.Null(kept.Find("rain.txt", "A1"));
        kept.ForgetProblems();
        kept.Sweep();
    }

    private KeptReadings Keep(ReaderOptions? options = null) => new(Place, options ?? new ReaderOptions(), time);

    private static string Mode(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new PlatformNotSupportedException();
        }

        var mode = (int)File.GetUnixFileMode(path);
        return string.Concat(Enumerable.Range(0, 9).Select(i => (mode & (256 >> i)) == 0 ? '-' : "rwx"[i % 3]));
    }
}
