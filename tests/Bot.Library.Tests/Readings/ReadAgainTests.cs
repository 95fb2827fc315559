using System.Collections.Concurrent;
using System.Text;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Tests.Readings;

/// <summary>Which files are parsed at a start, and which come from the cache.</summary>
public sealed class ReadAgainTests : IDisposable
{
    private static readonly TimeSpan Within = TimeSpan.FromTicks(1);

    private readonly TemporaryFolder files = new();
    private readonly TemporaryFolder data = new();
    private readonly Parser parser = new();

    public ReadAgainTests() => files.Write("rain.txt", "It rains.");

    public void Dispose()
    {
        files.Dispose();
        data.Dispose();
    }

    [Fact]
    public void ARestartReadsOnlyWhatIsNew()
    {
        Start().Load();
        files.Write("sea.txt", "The sea is wide.");

        var contents = Start().Load();

        Assert.Equal(["rain.txt", "sea.txt"], parser.Parsed);
        Assert.Equal(["rain", "sea"], contents.Readings.Select(reading => reading.Id.Value));
        Assert.Equal("It rains.", contents.Readings[0].Paragraphs[0].Text);
    }

    [Fact]
    public void AFileThatWasMovedIsNotReadAgain()
    {
        Start().Load();
        Directory.CreateDirectory(files["week-2"]);
        File.Move(files["rain.txt"], files["week-2/rain.txt"]);

        var reading = Assert.Single(Start().Load().Readings);

        Assert.Equal(["rain.txt"], parser.Parsed);
        Assert.Equal(("week-2/rain", "week-2/rain.txt"), (reading.Id.Value, reading.File));
    }

    [Fact]
    public void AFileThatWasStoppedIsNotTriedAgainUntilItChanges()
    {
        files.Write("trap.txt", Parser.Trap);
        Start().Load();
        var contents = Start().Load();

        Assert.Equal("trap.txt: It is a trap.", Assert.Single(contents.Problems).ToString());
        Assert.Equal(["rain.txt", "trap.txt"], parser.Parsed.Order());

        files.Write("trap.txt", "It was a trap.");
        Assert.Empty(Start().Load().Problems);
    }

    [Fact]
    public void AFileThatWasStoppedIsTriedAgainWhenSomebodySaysSoAlsoByAProgramThatRuns()
    {
        files.Write("trap.txt", Parser.Trap);
        var running = Start();
        var contents = running.Load();
        contents = running.Reload(contents);
        Assert.Equal(1, parser.Parsed.Count(file => file == "trap.txt"));

        Start().ForgetProblems();
        running.Reload(contents);

        Assert.Equal(2, parser.Parsed.Count(file => file == "trap.txt"));
    }

    [Fact]
    public void WithoutACacheAFileIsTriedOncePerProgram()
    {
        files.Write("trap.txt", Parser.Trap);
        data.Write("kept", "a file where the folder should be");
        var running = Start();

        running.Reload(running.Load());

        Assert.Equal(1, parser.Parsed.Count(file => file == "trap.txt"));
    }

    [Fact]
    public void AStartDoesNotWaitForAFileThatTakesLongAndTheNextLoadReadsIt()
    {
        files.Write("much.txt", Parser.Much);
        var folder = Start();

        var first = folder.Reload(new FolderContents([], []), Within);
        Assert.Equal("rain", Assert.Single(first.Readings).Id.Value);
        Assert.Equal("much.txt: The file is still being read.", Assert.Single(first.Problems).ToString());
        Assert.False(first.IsComplete);

        var second = folder.Reload(first, Within);
        Assert.Equal(["much", "rain"], second.Readings.Select(reading => reading.Id.Value));
        Assert.Same(first.Readings[0], second.Readings[1]);
        Assert.True(second.IsComplete);
    }

    [Fact]
    public void AStartWaitsForASlowFileIfThereIsNoOther()
    {
        File.Delete(files["rain.txt"]);
        files.Write("much.txt", Parser.Much);

        Assert.Single(Start().Reload(new FolderContents([], []), Within).Readings);
    }

    [Fact]
    public void AStartWaitsForManyFilesOfWhichNoneMakesTrouble()
    {
        for (var i = 0; i < 50; i++)
        {
            files.Write($"{i}.txt", $"It rains for {i} days.");
        }

        Assert.True(Start().Reload(new FolderContents([], []), Within).IsComplete);
    }

    [Fact]
    public void AFileThatCouldNotBeTriedIsTriedAtTheNextLook()
    {
        parser.IsAway = true;
        var running = Start();
        Assert.Contains("Nobody reads now.", Assert.Throws<ReadingFolderException>(() => running.Load()).Message, StringComparison.Ordinal);

        parser.IsAway = false;
        Assert.Single(running.Load().Readings);
    }

    // Like a restart of the program: only the cache remains.
    private ReadingFolder Start()
    {
        var options = new ReaderOptions();
        return new ReadingFolder(new ReadingsOptions { Folder = files.Path }, parser, new KeptReadings(data["kept"], options, TimeProvider.System), 1, TimeProvider.System);
    }

    /// <summary>Parses text, and records the parsed files.</summary>
    private sealed class Parser : IFileParser
    {
        public const string Trap = "trap";
        public const string Much = "There is very, very much to read here.";

        private readonly InProcessParser inner = new(new ReaderOptions(), ReadingFactory.Default);

        public ConcurrentQueue<string> Parsed { get; } = [];

        public bool IsAway { get; set; }

        public void GiveWay()
        {
        }

        public ParsedFile Parse(string name, byte[] content, TimeSpan? atMost, CancellationToken cancellationToken)
        {
            Parsed.Enqueue(name);
            return (Encoding.UTF8.GetString(content), IsAway) switch
            {
                (_, true) => ParsedFile.Skip("Nobody reads now."),
                (Trap, _) => ParsedFile.Stop("It is a trap."),
                (Much, _) when atMost is not null => ParsedFile.PutOff(),
                _ => inner.Parse(name, content, null, cancellationToken),
            };
        }
    }
}
