using System.CommandLine;
using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Beir;
using Bot.Evaluation.Engines;
using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;
using Bot.Evaluation.Squad;
using Bot.Testing;

namespace Bot.Evaluation.Verbs;

/// <summary><c>all</c>: every set there is, as the tables of docs/evaluation.md, in one run.</summary>
internal static class AllVerb
{
    private delegate Task Report(string data, TextWriter output, CancellationToken cancellationToken);

    private static readonly IReadOnlyList<Section> Sections =
    [
        new("Seed questions, development half", (data, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Path.Combine(data, "..", "eval", "seed-dev.jsonl"), Path.Combine(data, "..", "seeds"), output, cancellationToken)),
        new("Own questions on the readings that ship", (_, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Own("shipped-readings.jsonl"), Path.Combine(Repository.Root, "seeds"), output, cancellationToken)),
        new("Own questions on other subjects", (_, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Own("other-subjects.jsonl"), Own("other-subjects"), output, cancellationToken)),
        new("Own claims on the readings that ship", (_, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Claims("korea.jsonl"), Path.Combine(Repository.Root, "seeds"), output, cancellationToken)),
        new("Own claims on other subjects", (_, output, cancellationToken) => SeedsVerb.WriteFiguresAsync(
            Claims("town.jsonl"), Claims("town"), output, cancellationToken)),
        Beir("SciFact, train", "scifact", "train", SearchMode.Find),
        Beir("Cranfield", "cranfield", "test", SearchMode.Find),
        Beir("CISI", "cisi", "test", SearchMode.Find),
        Beir("ArguAna, validation", "arguana-validation", "validation", SearchMode.Counter),
        Beir("ArguAna, training", "arguana-training", "training", SearchMode.Counter),
        Beir("Perspectrum, dev", "perspectrum", "dev", SearchMode.Counter),
        Beir("Perspectrum, train", "perspectrum", "train", SearchMode.Counter),
        ArgKp("ArgKP, dev", "dev"),
        ArgKp("ArgKP, train", "train"),
        new("SQuAD 2.0, half of dev", (data, output, cancellationToken) => SquadReport.RunAsync(
            SquadFile.Read(Path.Combine(data, "squad2", "half.json")), Engines(SearchMode.Find), output, cancellationToken)),
        Immediate("Golden rules of sentence splitting", (data, output, _) =>
            ReadingReports.Sentences(Path.Combine(data, "sentences", "golden-rules.json"), output)),
        Immediate("Sentences of UD English EWT, dev", (data, output, _) =>
            ReadingReports.Sentences(Path.Combine(data, "sentences", "ewt-dev.json"), output)),
        Immediate("Main text of saved pages", (data, output, _) =>
            ReadingReports.Pages(Path.Combine(data, "readability"), output)),
    ];

    public static Command Create()
    {
        var data = new Option<string>("--data")
        {
            Description = $"The folder of test sets; its default follows the environment variable {SharedData.Variable}.",
            DefaultValueFactory = _ => SharedData.PathOf("data"),
        };
        var into = new Option<string?>("--into")
        {
            Description = "A Markdown page, such as docs/evaluation.md, whose tables of the last run are replaced by those of this one.",
        };
        var command = new Command("all", "Every test set, as the tables of docs/evaluation.md.") { data, into };
        command.SetAction((parsed, cancellationToken) => parsed.GetValue(into) is { } page
            ? RunIntoAsync(new FiguresPage(page), parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, cancellationToken)
            : RunAsync(parsed.GetRequiredValue(data), parsed.InvocationConfiguration.Output, cancellationToken));
        return command;
    }

    private static async Task<int> RunIntoAsync(FiguresPage page, string data, TextWriter output, CancellationToken cancellationToken)
    {
        page.Require();
        await using var tables = new StringWriter();
        var exitCode = await RunAsync(data, tables, cancellationToken);
        await output.WriteAsync(tables.ToString());
        page.Replace(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().Date), tables.ToString());
        return exitCode;
    }

    // A set that is missing is said in its place, and the others are measured all the same.
    private static async Task<int> RunAsync(string data, TextWriter output, CancellationToken cancellationToken)
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
        }

        return exitCode;
    }

    private static string Own(string name) => Path.Combine(Repository.Root, "tests", "Bot.Evaluation", "Questions", name);

    private static string Claims(string name) => Path.Combine(Repository.Root, "tests", "Bot.Evaluation", "Claims", name);

    private static Section Beir(string title, string folder, string split, SearchMode mode) =>
        Immediate(title, (data, output, cancellationToken) => BeirReport.Run(
            BeirFolder.Open(Path.Combine(data, folder), split), Engines(mode), runFile: null, output, cancellationToken));

    private static Section ArgKp(string title, string split) =>
        Immediate(title, (data, output, cancellationToken) => ArgKpReport.Run(
            ArgKpFolder.Open(Path.Combine(data, "argkp"), split), Engines(SearchMode.Find), output, cancellationToken));

    private static IReadOnlyList<EngineChoice> Engines(SearchMode mode) =>
        EngineCatalog.Choose(EngineCatalog.All, new EngineSettings { Mode = mode });

    private static Section Immediate(string title, Action<string, TextWriter, CancellationToken> report) =>
        new(title, (data, output, cancellationToken) =>
        {
            report(data, output, cancellationToken);
            return Task.CompletedTask;
        });

    private sealed record Section(string Title, Report Report);
}
