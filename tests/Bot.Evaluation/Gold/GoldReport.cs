using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bot.Chat;
using Bot.Evaluation.Files;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Gold;

/// <summary>Reports the commands' results on questions about given readings, compared with plain BM25.</summary>
internal static class GoldReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Prints the figures.</summary>
    /// <param name="outcomes">The outcomes of the product.</param>
    /// <param name="baseline">The outcomes of plain BM25 over sentences, for the same questions.</param>
    /// <param name="targets">The targets; null if the set has none.</param>
    /// <param name="output">Receives the report.</param>
    public static void Write(IReadOnlyList<GoldOutcome> outcomes, IReadOnlyList<GoldOutcome> baseline, GoldTargets? targets, TextWriter output)
    {
        var (ours, plain) = (new GoldFigures(outcomes), new GoldFigures(baseline));
        var table = new Table(["", "ours", .. targets is null ? Array.Empty<string>() : ["target", ""], "BM25 over sentences"]);
        Add("ask: first passage right", figures => figures.AskFirst, targets?.AskFirst);
        Add("ask: one of three right", figures => figures.AskThree, targets?.AskThree);
        Add("ask: no passage, though answerable", figures => figures.WronglySilent, target: null);
        Add("ask: unsure, though answerable", figures => figures.Unsure, target: null);
        Add("ask: answered, though unanswerable", figures => figures.WronglyAnswered, targets?.WronglyAnswered);
        Add("counter: first passage right", figures => figures.CounterFirst, targets?.CounterFirst);
        Add("counter: one of three right", figures => figures.CounterThree, target: null);
        Add("counter: offers what supports the claim", figures => figures.Support, target: null);
        Add("counter: asserted, though nothing speaks against it", figures => figures.WronglyAsserted, target: null);
        table.Write(output);

        void Add(string name, Func<GoldFigures, Ratio> figure, Target? target)
        {
            if (figure(ours).Whole > 0)
            {
                table.Add([name, $"{figure(ours)}", .. targets is null ? Array.Empty<string>() : [$"{target}", target?.Verdict(figure(ours).Count) ?? ""], $"{figure(plain)}"]);
            }
        }
    }

    /// <summary>Prints each question without a perfect reply, with the offered passages.</summary>
    public static void WriteMisses(IReadOnlyList<GoldOutcome> outcomes, TextWriter output)
    {
        foreach (var miss in outcomes.Where(outcome => !outcome.IsPerfect))
        {
            output.WriteLine($"{miss.Question.Id} ({Describe(miss)}, confidence {Figure.Share(miss.Confidence)}): {miss.Question.Text}");
            foreach (var passage in miss.Passages.Count > 0 ? miss.Passages.Select(passage => passage.Quote) : [miss.Message.ReplaceLineEndings(" ")])
            {
                output.WriteLine($"    {passage}");
            }
        }
    }

    /// <summary>Writes every outcome as JSON.</summary>
    /// <exception cref="EvaluationException">The file cannot be written.</exception>
    public static void WriteJson(IReadOnlyList<GoldOutcome> outcomes, string path)
    {
        using var writer = OutputFile.Create(path);
        writer.WriteLine(JsonSerializer.Serialize(outcomes, Json));
    }

    private static string Describe(GoldOutcome miss) => miss switch
    {
        { Status: ReplyStatus.Error } => "error",
        { IsSilent: true } => "silent, but the readings say",
        { Question.IsAnswerable: false } => "asserted, but the readings do not say",
        { OffersSupport: true } => "offers what supports the claim",
        { FirstIsRight: true } => "right, but unsure",
        { OneOfThreeIsRight: true } => "right, but not first",
        _ => "wrong",
    };
}

/// <summary>The targets of a set.</summary>
internal sealed record GoldTargets(Target AskFirst, Target AskThree, Target WronglyAnswered, Target CounterFirst)
{
    /// <summary>On 18 questions that the article answers, 8 on other subjects, and 6 claims.</summary>
    public static GoldTargets SeedQuestions { get; } = new(new Target(13), new Target(17), new Target(0, AtMost: true), new Target(5));
}

/// <summary>A count to reach, or not to exceed.</summary>
internal sealed record Target(int Count, bool AtMost = false)
{
    public string Verdict(int count) => (AtMost ? count <= Count : count >= Count) ? "met" : "missed";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(AtMost ? "at most" : "at least")} {Count}");
}
