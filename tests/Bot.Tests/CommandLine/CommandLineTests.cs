using System.Text.Json;

namespace Bot.Tests.CommandLine;

public sealed class CommandLineTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("bot-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AnAnswerIsPrintedAsPlainTextWithExitCodeZero()
    {
        var outcome = await BotProcess.RunAsync("show", "case-for-pressure", "¶2.1");

        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.StartsWith("¶2 of “Pressure First, for as Long as It Takes”\n  ", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    [Fact]
    public async Task AQuestionWithoutAnAnswerEndsWithExitCodeOne() =>
        Assert.Equal(1, (await BotProcess.RunAsync("checkquote", "Nobody ever wrote these very words about a seminar of zebras.")).ExitCode);

    [Fact]
    public async Task JsonIsTheObjectOfTheBatchOnOneLine()
    {
        var outcome = await BotProcess.RunAsync("show", "--json", "--reading", "case-for-p", "2");

        var answer = JsonDocument.Parse(Assert.Single(outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        Assert.Equal("show", answer.GetProperty("command").GetString());
        Assert.Equal("case-for-pressure", answer.GetProperty("passages")[0].GetProperty("reading").GetString());
        Assert.False(answer.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task ARequestThatCannotBeServedIsAnErrorInJsonToo()
    {
        var outcome = await BotProcess.RunAsync("show", "--json", "?!");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Equal("error", JsonDocument.Parse(outcome.Output).RootElement.GetProperty("status").GetString());
    }

    [Theory]
    [InlineData("There is no command “aks”. Did you mean “ask”?", "aks", "why?")]
    [InlineData("There is no command “weather”.", "weather")]
    [InlineData("There is no option --jsn.", "show", "--jsn", "2")]
    [InlineData("There is no setting Http:Urll. Did you mean Http:Url?", "check", "--Http:Urll", "x")]
    [InlineData("The setting Http:Url has no value.", "check", "--Http:Url")]
    [InlineData("There is no folder of readings at /no/such/folder.", "check", "--readings", "/no/such/folder")]
    [InlineData("There is no folder of readings at /no/such/folder.", "--readings", "/no/such/folder")]
    [InlineData("Http:Url is not an address to listen on.", "--Http:Url", "nowhere")]
    public async Task WrongUseIsNamedWithExitCodeTwoAndNoStackTrace(string said, params string[] args)
    {
        var outcome = await BotProcess.RunAsync(args);

        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.StartsWith(said, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWordMayBeginWithADashOrAnAt()
    {
        var outcome = await BotProcess.RunAsync("checkquote", "-china", "@someone", "wrote", "this");

        Assert.Equal((1, ""), (outcome.ExitCode, outcome.Error));
    }

    [Fact]
    public async Task AFileNameCannotControlATerminal()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "good.md"), "# Good\n\nThe council should pay for the ferry to the island in winter.\n");
        await File.WriteAllBytesAsync(Path.Combine(folder, "bad\u001b[2J\u202e\nNot served: invented.pdf"), [1, 2, 3]);

        var check = await BotProcess.RunAsync("check", "--readings", folder);
        var ask = await BotProcess.RunAsync("show", "--readings", folder, "good", "¶1");

        Assert.Contains("bad\\u001b[2J\\u202e Not served: invented.pdf: ", check.Output, StringComparison.Ordinal);
        Assert.All([check.Output, check.Error, ask.Output, ask.Error], text => Assert.DoesNotContain(text, sign => sign is '\u001b' or '\u202e'));
        Assert.Single(check.Output.Split('\n'), line => line.StartsWith("Not served: ", StringComparison.Ordinal));
        Assert.DoesNotContain(ask.Error.Split('\n'), line => line.StartsWith("Not served: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task HelpComesFromTheCatalogueWithExamples()
    {
        var root = await BotProcess.RunAsync("--help");
        var show = await BotProcess.RunAsync("show", "--help");

        Assert.Equal((0, 0), (root.ExitCode, show.ExitCode));
        Assert.Contains("Shows a paragraph of a reading", root.Output, StringComparison.Ordinal);
        Assert.Contains("--reading <NAME>", show.Output, StringComparison.Ordinal);
        Assert.Contains("  bot show 'case-for-pressure ¶2'", show.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckCountsReadingsAndNamesProblems()
    {
        File.WriteAllText(Path.Combine(folder, "good.md"), "---\ntitle: Good\n---\n\nIt rained all day long in the old town.\n");
        File.WriteAllText(Path.Combine(folder, "empty.txt"), "");

        var outcome = await BotProcess.RunAsync("check", "--readings", folder);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Contains("Readings that can be served: 1, with 1 paragraphs.", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Not served: empty.txt: ", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFileThatWouldEndTheProgramIsNamedRememberedAndTriedAgainWhenSomebodySaysSo()
    {
        var (data, kept) = (Path.Combine(folder, "data"), Path.Combine(folder, "data", "readings"));
        Directory.CreateDirectory(Path.Combine(folder, "week"));
        File.WriteAllText(Path.Combine(folder, "week", "good.md"), "It rained all day long in the old town.\n");
        File.WriteAllText(Path.Combine(folder, "week", "deep.md"), $"---\ntitle: {new string('[', 50_000)}\n---\n");
        string[] check = ["check", "--readings", Path.Combine(folder, "week"), "--Storage:Folder", data];

        var first = await BotProcess.RunAsync(check);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("Readings that can be served: 1, with 1 paragraphs.", first.Output, StringComparison.Ordinal);
        Assert.Contains("Not served: deep.md: The file nests its parts too deeply to be read; save it in a simpler form.", first.Output, StringComparison.Ordinal);

        var problem = Assert.Single(Directory.GetFiles(kept, "*.problem.json"));
        File.SetLastWriteTimeUtc(problem, DateTime.UnixEpoch.AddYears(60));
        Assert.Equal(first.Output, (await BotProcess.RunAsync(check)).Output);
        Assert.Equal(2030, File.GetLastWriteTimeUtc(problem).Year);

        Assert.Equal(first.Output, (await BotProcess.RunAsync([.. check, "--again"])).Output);
        Assert.NotEqual(2030, File.GetLastWriteTimeUtc(problem).Year);
    }

    [Fact]
    public async Task AFolderWithoutReadingsSaysWhatToDo()
    {
        var outcome = await BotProcess.RunAsync("readings", "--readings", folder);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--readings", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheBatchReadsStandardInputAndAnswersEachLine()
    {
        var outcome = await BotProcess.RunAsync(
            """
            {"id":"1","command":"show","text":"case-for-pressure ¶2"}
            broken
            {"id":"2","command":"help"}

            """,
            ["batch"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.DoesNotContain("\"id\"", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(
            ["answered", "error", "answered"],
            outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("status").GetString()));
    }

    [Fact]
    public async Task WithoutATerminalTheConsoleAnswersLinesUntilTheyEnd()
    {
        var outcome = await BotProcess.RunAsync("/help show\nshow case-for-pressure 2\n", ["--Http:Enabled", "false"]);

        Assert.Equal(0, outcome.ExitCode);
        Assert.StartsWith("show <anchor> [page:N] [reading:NAME]\n", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("\n\n¶2 of “Pressure First", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AVerbThatAnswersAndEndsMakesNoDatabase()
    {
        var data = Path.Combine(folder, "data");

        Assert.Equal(0, (await BotProcess.RunAsync("show", "case-for-pressure", "¶2", "--Storage:Folder", data)).ExitCode);
        var backup = await BotProcess.RunAsync("backup", Path.Combine(folder, "copy.db"), "--Storage:Folder", data);

        Assert.Equal(2, backup.ExitCode);
        Assert.StartsWith("There is no database at ", backup.Error, StringComparison.Ordinal);
        Assert.Equal(["readings"], Directory.GetFileSystemEntries(data).Select(Path.GetFileName));
    }

    // By default ONNX Runtime stores an identifier and a queue of reports there.
    [Fact]
    public async Task TheNetworksKeepNothingInTheHomeFolder()
    {
        var outcome = await BotProcess.RunAtHomeAsync(folder, "ask", "--json", "Have sanctions worked?");

        Assert.Equal(0, outcome.ExitCode);
        Assert.True(JsonDocument.Parse(outcome.Output).RootElement.TryGetProperty("confidence", out _), "The networks were not used.");
        Assert.DoesNotContain(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories), file => file.Contains("onnx", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task OnlyAFileIsPrintedIfTheOutputIsAPipe()
    {
        var data = Path.Combine(folder, "data");
        await BotProcess.RunAsync("help\n", ["--Http:Enabled", "false", "--Storage:Folder", data]);

        var export = await BotProcess.RunAsync("privacy", "export", "--Storage:Folder", data);
        var asJson = await BotProcess.RunAsync("privacy", "export", "--json", "--Storage:Folder", data);

        Assert.Equal("votes", JsonDocument.Parse(export.Output).RootElement.EnumerateObject().First().Name);
        Assert.StartsWith("This data about you is stored.", export.Error, StringComparison.Ordinal);
        var file = JsonDocument.Parse(asJson.Output).RootElement.GetProperty("files")[0];
        Assert.Equal(("kept-about-you.json", "application/json"), (file.GetProperty("name").GetString(), file.GetProperty("mediaType").GetString()));
        Assert.Equal(export.Output.TrimEnd(), file.GetProperty("text").GetString());
    }

    [Fact]
    public async Task TheDatabaseOfAHostIsBackedUpAndNotOverwritten()
    {
        var (data, copy) = (Path.Combine(folder, "data"), Path.Combine(folder, "copy.db"));
        await BotProcess.RunAsync("help\n", ["--Http:Enabled", "false", "--Storage:Folder", data]);

        var backup = await BotProcess.RunAsync("backup", copy, "--Storage:Folder", data);
        Assert.Equal((0, $"The database was copied to {copy}.\n", true), (backup.ExitCode, backup.Output, File.Exists(copy)));
        Assert.Equal(2, (await BotProcess.RunAsync("backup", copy, "--Storage:Folder", data)).ExitCode);
    }

    [Fact]
    public async Task HealthSaysWhenNobodyAnswers()
    {
        var outcome = await BotProcess.RunAsync("health", "--Http:Url", "http://127.0.0.1:9");

        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("Nothing answers at http://127.0.0.1:9/health/live", outcome.Error, StringComparison.Ordinal);
    }
}
