using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Seeds;

/// <summary>How the commands do on questions about given readings, beside the targets and plain BM25.</summary>
internal static class SeedReport
{
    // Relative to 18 answerable and 8 unanswerable questions and 6 claims; files of other sizes are held to the same shares.
    private static readonly Target First = new(15, 18);
    private static readonly Target Three = new(16, 18);
    private static readonly Target Silent = new(7, 8);
    private static readonly Target Refusals = new(1, 18, AtMost: true);
    private static readonly Target CounterFirst = new(5, 6);
    private static readonly Target CounterThree = new(6, 6);
    private static readonly Target Supports = new(0, 1, AtMost: true);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Prints the figures.</summary>
    /// <param name="outcomes">Of the product.</param>
    /// <param name="baseline">Of plain BM25 over sentences, for the same questions.</param>
    /// <param name="output">Where the report goes.</param>
    public static void Write(IReadOnlyList<SeedOutcome> outcomes, IReadOnlyList<SeedOutcome> baseline, TextWriter output)
    {
        var (ours, plain) = (SeedFigures.Count(outcomes), SeedFigures.Count(baseline));
        var table = new Table("", "ours", "target", "", "BM25 over sentences");
        AddRow("ask: first passage right", First, ours.Answerable, figures => figures.AskFirst);
        AddRow("ask: one of three right", Three, ours.Answerable, figures => figures.AskThree);
        AddRow("ask: silent on unanswerable", Silent, ours.Unanswerable, figures => figures.Abstained);
        AddRow("ask: silent on answerable", Refusals, ours.Answerable, figures => figures.FalseRefusals);
        AddRow("counter: first passage right", CounterFirst, ours.Claims, figures => figures.CounterFirst);
        AddRow("counter: one of three right", CounterThree, ours.Claims, figures => figures.CounterThree);
        AddRow("counter: silent where nothing is said", Silent, ours.Unanswered, figures => figures.CounterSilent);
        AddRow("counter: offers what supports the claim", Supports, ours.Guarded, figures => figures.Forbidden);
        table.Write(output);

        void AddRow(string name, Target target, int whole, Func<SeedFigures, int> count)
        {
            if (whole > 0)
            {
                var verdict = target.IsMetBy(count(ours), whole) ? "met" : "missed";
                table.Add(name, Figure.Of(count(ours), whole), target.Describe(whole), verdict, Figure.Of(count(plain), whole));
            }
        }
    }

    /// <summary>Prints each question that did not go as well as it could, with the passages that came back.</summary>
    public static void WriteMisses(IReadOnlyList<SeedOutcome> outcomes, TextWriter output)
    {
        foreach (var miss in outcomes.Where(outcome => !outcome.IsPerfect))
        {
            output.WriteLine($"{miss.Question.Id} ({Describe(miss)}): {miss.Question.Text}");
            foreach (var passage in miss.Passages.Count > 0 ? miss.Passages : [miss.Message.ReplaceLineEndings(" ")])
            {
                output.WriteLine($"    {passage}");
            }
        }
    }

    /// <summary>Writes the same as JSON: both sets of figures, and every outcome.</summary>
    /// <exception cref="EvaluationException">The file cannot be written.</exception>
    public static void WriteJson(IReadOnlyList<SeedOutcome> outcomes, IReadOnlyList<SeedOutcome> baseline, string path)
    {
        using var writer = OutputFile.Create(path);
        var report = new { Ours = SeedFigures.Count(outcomes), Baseline = SeedFigures.Count(baseline), Outcomes = outcomes };
        writer.WriteLine(JsonSerializer.Serialize(report, Json));
    }

    private static string Describe(SeedOutcome miss) => miss switch
    {
        { Status: ReplyStatus.Error } => "error",
        { IsSilent: true } => "silent, but the readings say",
        { Question.IsAnswerable: false } => "answered, but the readings do not say",
        { OffersForbidden: true } => "offers what supports the claim",
        { OneOfThreeIsRight: true } => "right, but not first",
        _ => "wrong",
    };

    /// <summary>A share of questions to reach, or not to exceed.</summary>
    private sealed record Target(int Count, int Whole, bool AtMost = false)
    {
        public bool IsMetBy(int count, int whole) => AtMost ? count <= For(whole) : count >= For(whole);

        public string Describe(int whole) =>
            string.Create(CultureInfo.InvariantCulture, $"{(AtMost ? "at most" : "at least")} {For(whole)}");

        // Rounded against the product in both directions.
        private int For(int whole) => AtMost ? Count * whole / Whole : ((Count * whole) + Whole - 1) / Whole;
    }
}
