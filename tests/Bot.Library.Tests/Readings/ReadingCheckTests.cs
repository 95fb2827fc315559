using Bot.Library.Readings.Folders;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings;

public sealed class ReadingCheckTests
{
    private const string Prose =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago, and nobody answers.";

    [Fact]
    public void ASoundTextHasNoWarnings()
    {
        var reading = Read.Text($"On Dams\n\n{Prose}\n\n{Prose}\n");

        Assert.Empty(reading.Warnings);
        Assert.Equal(1, reading.Quality);
    }

    [Fact]
    public void ATextThatIsMostlyNotesIsReported() => AssertWarns(
        "counts as notes", $"On Dams\n\n{Prose}\n\nNotes\n\n{string.Join("\n\n", Enumerable.Repeat(Prose, 5))}\n");

    [Fact]
    public void ALongTextWithoutHeadingsIsReported() => AssertWarns("no headings", $"On Dams\n\n{string.Join("\n\n", Enumerable.Repeat(Prose, 70))}\n");

    [Fact]
    public void WordsWithoutSpacesBetweenThemLowerTheQuality()
    {
        var reading = Read.Text($"On Dams\n\n{string.Join(' ', Enumerable.Repeat("InitiallydevelopedasDams,the river of", 40))}.\n");

        Assert.InRange(reading.Quality, 0.6, 0.7);
        Assert.Contains(reading.Warnings, warning => warning.Contains("words look damaged", StringComparison.Ordinal));
    }

    [Fact]
    public void LostCharactersAreReported() => AssertWarns("� in 3 places", $"On Dams\n\nThe caf\uFFFD of the na\uFFFDve.\n\nThe \uFFFDlder.\n\n{Prose}\n");

    [Fact]
    public void ATextThatBreaksOffIsReported() => AssertWarns(
        "ends in the middle", $"On Dams\n\n{string.Join("\n\n", Enumerable.Repeat(Prose, 10))}\n\nThe river floods each spring, and each spring the town asks who should pay for the\n");

    [Fact]
    public void PagesWithoutTextAreReported()
    {
        var reading = Read.Bytes("file.pdf", new PrintedPdf().Page().Column(700, 72, 450, Prose).Page().Page().Column(700, 72, 450, Prose).Build());

        Assert.Contains(reading.Warnings, warning => warning.StartsWith("1 of 3 pages", StringComparison.Ordinal));
    }

    [Fact]
    public void CopiesAreReportedAndLoadedOnce()
    {
        using var folder = new TemporaryReadings(
            ("dams.md", $"# On Dams\n\n{Prose}\n\n{Prose}"),
            ("Copy of dams (1).md", $"# On Dams, again\n\n{Prose}\n\n{Prose}"),
            ("dams-as-text.txt", $"On Dams\n\n{Prose}\n\n{Prose}\n"),
            ("other.md", $"{Prose} And that was all of it."));
        var contents = ReadingFolder.Load(folder.Path);

        Assert.Equal(["dams.md", "other.md"], contents.Readings.Select(reading => reading.File));
        Assert.Equal(["Copy of dams (1).md", "dams-as-text.txt"], contents.Problems.Select(problem => problem.File));
        Assert.All(contents.Problems, problem => Assert.Contains("the same as dams.md", problem.Reason, StringComparison.Ordinal));
    }

    private static void AssertWarns(string words, string text) =>
        Assert.Contains(Read.Text(text).Warnings, warning => warning.Contains(words, StringComparison.Ordinal));

    private sealed class TemporaryReadings : IDisposable
    {
        public TemporaryReadings(params ReadOnlySpan<(string File, string Text)> files)
        {
            foreach (var (file, text) in files)
            {
                File.WriteAllText(System.IO.Path.Combine(Path, file), text);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("readings-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
