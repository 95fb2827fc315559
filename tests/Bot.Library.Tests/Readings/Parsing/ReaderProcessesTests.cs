using System.Diagnostics;
using System.Text;
using Bot.Hostile.Files;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Tests.Readings.Parsing;

public sealed class ReaderProcessesTests
{
    private static readonly ReaderCommand Command = ReaderCommand.StartItself("Bot.Hostile");

    [Fact]
    public void AFileIsReadAsItIsInThisProcess()
    {
        using var processes = Start();
        foreach (var file in Directory.GetFiles(Path.Combine(Bot.Testing.Repository.Root, "seeds")))
        {
            var (name, content) = (Path.GetFileName(file), File.ReadAllBytes(file));
            var here = new InProcessParser(new ReaderOptions(), ReadingFactory.Default).Parse(name, content, null, CancellationToken.None);

            Assert.Equal(Text(here), Text(processes.Parse(name, content, null, CancellationToken.None)));
        }
    }

    [Theory]
    [InlineData("md-header-of-brackets.md", "The file nests its parts too deeply to be read; save it in a simpler form.")]
    [InlineData("docx-nested-in-bin.docx", "The file nests its parts too deeply to be read; save it in a simpler form.")]
    [InlineData("md-header-of-aliases.md", "The file needs more than 128 MB of memory to read; split it, or save it in a simpler form.")]
    public void AFileThatCrashesItsProcessIsReportedAndTheNextOneIsRead(string name, string reason)
    {
        using var processes = Start(new ReaderOptions { MaxMemoryMegabytes = 128, MaxTime = TimeSpan.FromMinutes(2) });
        var stopped = processes.Parse(name, HostileFiles.All.Single(file => file.Name == name).Make(), null, CancellationToken.None);
        Assert.Equal(ParsedFile.Stop(reason), stopped);

        Assert.Equal(ParseOutcome.Read, processes.Parse("good.md", Good, null, CancellationToken.None).Outcome);
    }

    [Fact]
    public void ASlowFileIsReportedAndTheNextOneIsRead()
    {
        using var processes = Start(new ReaderOptions { MaxTime = TimeSpan.FromSeconds(1) });
        var stopped = processes.Parse("slow.md", HostileFiles.Repeat("a <!-- ", 800_000), null, CancellationToken.None);
        Assert.Equal(ParsedFile.Stop("The file takes longer than 1 seconds to read; save it in a simpler form."), stopped);

        Assert.NotEqual(ParseOutcome.NotTried, processes.Parse("good.md", Good, null, CancellationToken.None).Outcome);
    }

    [Fact]
    public void AFileIsPostponedIfThereIsLittleTime()
    {
        using var processes = Start(new ReaderOptions { MaxTime = TimeSpan.FromMinutes(1) });

        Assert.Equal(ParseOutcome.PutOff, processes.Parse("slow.md", HostileFiles.Repeat("a <!-- ", 800_000), TimeSpan.FromMilliseconds(300), CancellationToken.None).Outcome);
    }

    [Fact]
    public async Task ThatItIsStoppedEndsTheWork()
    {
        using var processes = Start(new ReaderOptions { MaxTime = TimeSpan.FromMinutes(5) });
        using var stop = new CancellationTokenSource();
        var work = Task.Run(() => processes.Parse("slow.md", HostileFiles.Repeat("a <!-- ", 800_000), null, stop.Token));

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public void AProgramThatCannotBeStartedIsNamedAndTheFileCanBeTriedAgain()
    {
        using var processes = new ReaderProcesses(new ReaderCommand("/nowhere/bot", []), new ReaderOptions(), TimeProvider.System);

        var parsed = processes.Parse("good.md", Good, null, CancellationToken.None);

        Assert.Equal(ParseOutcome.NotTried, parsed.Outcome);
        Assert.StartsWith("The process that reads files (/nowhere/bot) cannot be started: ", parsed.Problem, StringComparison.Ordinal);
        Assert.EndsWith("Reader:Isolated can be set to false instead.", parsed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void AProgramThatIsAnotherOneIsNamedWithWhatItSays()
    {
        using var processes = new ReaderProcesses(new ReaderCommand("dotnet", ["no-such-program.dll"]), new ReaderOptions(), TimeProvider.System);

        var parsed = processes.Parse("good.md", Good, null, CancellationToken.None);

        Assert.Equal(ParseOutcome.NotTried, parsed.Outcome);
        Assert.Contains("cannot be started: ", parsed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProcessSeesNothingOfTheEnvironmentGivesWayAndEndsWithTheProgram()
    {
        const string Secret = "BOT__Discord__Token";
        Environment.SetEnvironmentVariable(Secret, "secret");
        try
        {
            using var reader = ReaderProcess.Start(Command, new ReaderOptions(), TimeProvider.System);
            using var process = Process.GetProcessById(reader.Id);
            if (OperatingSystem.IsLinux())
            {
                var environment = await File.ReadAllTextAsync($"/proc/{reader.Id}/environ");
                Assert.Contains("DOTNET_GCHeapHardLimit=", environment, StringComparison.Ordinal);
                Assert.DoesNotContain(Secret, environment, StringComparison.Ordinal);
                Assert.All(environment.Split('\0', StringSplitOptions.RemoveEmptyEntries), setting => Assert.StartsWith("DOTNET_", setting, StringComparison.Ordinal));
            }

            using var own = Process.GetCurrentProcess();
            Assert.Equal(own.PriorityClass, process.PriorityClass);
            reader.GiveWay();
            process.Refresh();
            Assert.Equal(ProcessPriorityClass.BelowNormal, process.PriorityClass);

            reader.CloseInput();
            await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        }
        finally
        {
            Environment.SetEnvironmentVariable(Secret, null);
        }
    }

    private static byte[] Good => Encoding.UTF8.GetBytes(HostileFiles.Good);

    private static ReaderProcesses Start(ReaderOptions? options = null) => new(Command, options ?? new ReaderOptions(), TimeProvider.System);

    private static string Text(ParsedFile parsed) => Encoding.UTF8.GetString(ReadingJson.Write(parsed));
}
