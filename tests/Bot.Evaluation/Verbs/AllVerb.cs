using System.CommandLine;
using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Files;
using Bot.Evaluation.Gold;
using Bot.Evaluation.Reports;
using Bot.Evaluation.Squad;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>all</c>: measures every set in one run, for the tables of docs/evaluation.md.</summary>
internal static class AllVerb
{
    private delegate Task Report(string data, TextWriter output, CancellationToken cancellationToken);

    // The second stage is slow, and a sample of the questions gives similar figures.
    private const int SquadEvery = 16;

    private static readonly IReadOnlyList<Section> Sections =
    [
        new("Nine texts, with everything fitted on the other eight", (data, output, cancellationToken) =>
            FitVerb.WriteLeaveOneOutAsync(Path.Combine(data, "..", "eval", "seminar-dev"), output, cancellationToken)),
        new("Questions on the article, never fitted on", (data, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Path.Combine(data, "..", "eval", "seed-dev.jsonl"), Path.Combine(data, "..", "seeds"), GoldTargets.SeedQuestions, output, cancellationToken)),
        new("Questions on real files, all on one shelf, never fitted on", (data, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Path.Combine(data, "..", "eval", "documents.jsonl"), Path.Combine(data, "documents"), targets: null, output, cancellationToken)),
        Own("Own questions on the readings that ship", "Questions/shipped-readings.jsonl", "seeds"),
        Own("Own questions on other subjects", "Questions/other-subjects.jsonl", "tests/Bot.Evaluation/Questions/other-subjects"),
        Own("Own claims on the readings that ship", "Claims/korea.jsonl", "seeds"),
        Own("Own claims on other subjects", "Claims/town.jsonl", "tests/Bot.Evaluation/Claims/town"),
        Beir("SciFact, train", "scifact", "train"),
        Beir("Cranfield", "cranfield", "test"),
        Beir("CISI", "cisi", "test"),
        Beir("ArguAna, validation", "arguana-validation", "validation"),
        Beir("Perspectrum, dev", "perspectrum", "dev"),
        ArgKp("ArgKP, dev", "dev"),
        new("Which side a text takes", StancesVerb.WriteAsync),
        new($"SQuAD 2.0, half of dev, one question in {SquadEvery}", (data, output, cancellationToken) => SquadReport.RunAsync(
            SquadFile.Read(Path.Combine(data, "squad2", "half.json")), Engines, SquadEvery, output, cancellationToken)),
        Immediate("Golden rules of sentence splitting", (data, output) =>
            ReadingReports.Sentences(Path.Combine(data, "sentences", "golden-rules.json"), output)),
        Immediate("Sentences of UD English EWT, dev", (data, output) =>
            ReadingReports.Sentences(Path.Combine(data, "sentences", "ewt-dev.json"), output)),
        Immediate("Main text of saved pages", (data, output) =>
            ReadingReports.Pages(Path.Combine(data, "readability"), output)),
    ];

    private static IReadOnlyList<EngineChoice> Engines => EngineCatalog.Choose(EngineCatalog.All, new EngineSettings());

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = $"The folder of test sets; its default follows the environment variable {SharedData.Variable}.",
            DefaultValueFactory = _ => SharedData.PathOf("data"),
        };
        var into = new Option<string?>("--into")
        {
            Description = "A Markdown page, such as docs/evaluation.md, whose tables are replaced by those of this run.",
        };
        var command = new Command("all", "Measures every test set and prints the tables of docs/evaluation.md.") { data, into };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(into) is { } page
            ? RunIntoAsync(new FiguresPage(page), parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, cancellationToken)
            : RunAsync(parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, onSection: null, cancellationToken));
        return command;
    }

    private static async Task<int> RunIntoAsync(FiguresPage page, string data, TextWriter output, CancellationToken cancellationToken)
    {
        page.Require();
        await using var tables = new StringWriter();
        var day = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date);
        var exitCode = await RunAsync(data, tables, () => page.Replace(day, tables.ToString()), cancellationToken);
        await output.WriteAsync(tables.ToString());
        return exitCode;
    }

    // A missing set is reported in its place, and the others are still measured.
    private static async Task<int> RunAsync(string data, TextWriter output, Action? onSection, CancellationToken cancellationToken)
    {
        InputFile.RequireFolder(data);
        var exitCode = 0;
        foreach (var section in Sections)
        {
            await output.WriteLineAsync($"### {section.Title}\n");
            try
            {
                await section.Report(data, output, cancellationToken);
            }
            catch (EvaluationException mendable)
            {
                await output.WriteLineAsync($"Not measured: {mendable.Message}\n");
                exitCode = EvaluationProgram.WrongUse;
            }

            // The run takes long, so the figures are saved after each section.
            onSection?.Invoke();
        }

        return exitCode;
    }

    private static Section Own(string title, string questions, string readings) =>
        new(title, (_, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Path.Combine(Repository.Root, "tests", "Bot.Evaluation", questions), Path.Combine(Repository.Root, readings), targets: null, output, cancellationToken));

    private static Section Beir(string title, string folder, string split) =>
        new(title, (data, output, cancellationToken) =>
        {
            var set = BeirFolder.Open(Path.Combine(data, folder), split);
            var engines = EngineCatalog.Choose(EngineCatalog.All, new EngineSettings { AreClaims = set.HasSides });
            return BeirReport.RunAsync(set, engines, runFile: null, output, cancellationToken);
        });

    private static Section ArgKp(string title, string split) =>
        new(title, (data, output, cancellationToken) => ArgKpReport.RunAsync(
            ArgKpFolder.Open(Path.Combine(data, "argkp"), split), Engines, output, cancellationToken));

    private static Section Immediate(string title, Action<string, TextWriter> report) =>
        new(title, (data, output, _) =>
        {
            report(data, output);
            return Task.CompletedTask;
        });

    private sealed record Section(string Title, Report Report);
}
