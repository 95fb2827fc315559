using Bot.Chat;
using Bot.Evaluation.Gold;
using Bot.Evaluation.Reports;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Evaluation.SeminarSet;

/// <summary>Prints the figures of the set.</summary>
internal static class SeminarReport
{
    private const string Total = "all";

    /// <summary>Prints every figure: by text, in total, and how reliable the confidence is.</summary>
    public static void Write(SeminarFolder folder, IReadOnlyList<(Reading Text, SeminarOutcomes Outcomes)> byText, TextWriter output)
    {
        var all = SeminarOutcomes.Of([.. byText.Select(part => part.Outcomes)]);
        WriteTable("each text alone", [.. byText.Select(part => (part.Text.Id.Value, part.Outcomes.Alone)), (Total, all.Alone)], folder, output);
        WriteTable("all on one shelf", [.. byText.Select(part => (part.Text.Id.Value, part.Outcomes.Together)), (Total, all.Together)], folder, output);
        WriteTable("one shelf, text named", [(Total, all.Named)], folder, output);
        WriteElsewhere([.. byText.Select(part => (part.Text.Id.Value, part.Outcomes.Elsewhere)), (Total, all.Elsewhere)], output);
        SeminarTargets.Write(new GoldFigures(all.Alone), [.. byText.Select(part => new GoldFigures(part.Outcomes.Alone))], new GoldFigures(all.Together), IdsOf(folder), output);
        WriteReliability("asked, each text alone", [.. all.Alone.Where(outcome => !outcome.Question.IsClaim)], output);
        WriteReliability("countered, each text alone", [.. all.Alone.Where(outcome => outcome.Question.IsClaim)], output);
        WriteFaults(folder, [.. all.Alone, .. all.Together, .. all.Named], output);
    }

    /// <summary>Compares the total figures of variants of the retrieval.</summary>
    public static void WriteVariants(IReadOnlyList<(string Name, SeminarOutcomes Outcomes)> variants, SeminarFolder folder, TextWriter output)
    {
        WriteTable("each text alone", [.. variants.Select(variant => (variant.Name, variant.Outcomes.Alone))], folder, output);
        WriteTable("all on one shelf", [.. variants.Select(variant => (variant.Name, variant.Outcomes.Together))], folder, output);
    }

    private static void WriteTable(string title, IReadOnlyList<(string Name, List<GoldOutcome> Outcomes)> rows, SeminarFolder folder, TextWriter output)
    {
        var table = new Table(
            title, "ask: first", "in three", "wrongly silent", "unsure", "answered, though not", "AUC",
            "counter: first", "in three", "support", "asserted, though nothing", "AUC", "right text");
        foreach (var (name, outcomes) in rows)
        {
            var figures = new GoldFigures(outcomes);
            table.Add(
                name, $"{figures.AskFirst}", $"{figures.AskThree}", $"{figures.WronglySilent}", $"{figures.Unsure}", $"{figures.WronglyAnswered}", Figure.Share(figures.AskArea),
                $"{figures.CounterFirst}", $"{figures.CounterThree}", $"{figures.Support}", $"{figures.WronglyAsserted}", Figure.Share(figures.CounterArea),
                $"{figures.RightText(IdsOf(folder))}");
        }

        table.Write(output);
    }

    private static void WriteElsewhere(IReadOnlyList<(string Name, List<GoldOutcome> Outcomes)> rows, TextWriter output)
    {
        var table = new Table("asked of other texts", "questions", "silent", "unsure", "answered", "claims", "silent", "may", "asserted");
        foreach (var (name, outcomes) in rows)
        {
            var (claims, questions) = (outcomes.FindAll(outcome => outcome.Question.IsClaim), outcomes.FindAll(outcome => !outcome.Question.IsClaim));
            table.Add([name, .. Count(questions), .. Count(claims)]);
        }

        table.Write(output);

        IEnumerable<string> Count(List<GoldOutcome> kind) =>
        [
            Figure.Whole(kind.Count),
            Figure.Whole(kind.Count(outcome => outcome.IsSilent)),
            Figure.Whole(kind.Count(outcome => outcome.IsUnsure)),
            Figure.Whole(kind.Count(outcome => outcome.IsAsserted)),
        ];
    }

    private static Dictionary<string, string> IdsOf(SeminarFolder folder) => folder.Texts.ToDictionary(text => text.File, text => text.Id.Value);

    private static void WriteReliability(string title, List<GoldOutcome> outcomes, TextWriter output)
    {
        var table = new Table(title, "questions", "mean confidence", "first passage right");
        foreach (var tenth in outcomes.GroupBy(outcome => Math.Min(9, (int)(outcome.Confidence * 10))).OrderBy(group => group.Key))
        {
            table.Add(
                $"confidence .{tenth.Key} to {(tenth.Key == 9 ? "1" : $".{tenth.Key + 1}")}", Figure.Whole(tenth.Count()),
                Figure.Share(tenth.Average(outcome => outcome.Confidence)), Figure.Share(tenth.Average(outcome => outcome.FirstIsRight ? 1.0 : 0.0)));
        }

        table.Write(output);
    }

    private static void WriteFaults(SeminarFolder folder, List<GoldOutcome> outcomes, TextWriter output)
    {
        var textOf = folder.Texts.ToDictionary(text => text.Id.Value);
        var quotes = outcomes.SelectMany(outcome => outcome.Passages).ToList();
        var invented = quotes.Count(passage => !textOf[passage.Reading].Paragraphs.Any(paragraph => paragraph.Text.Contains(passage.Quote, StringComparison.Ordinal)));
        var overlong = quotes.Count(passage => passage.Quote.Length > Passage.MaxLength);
        var errors = outcomes.Count(outcome => outcome.Status == ReplyStatus.Error);
        output.WriteLine($"Of {Figure.Whole(quotes.Count)} quotes, {overlong} are longer than {Passage.MaxLength} characters and {invented} are not verbatim; {errors} errors.\n");
    }
}
