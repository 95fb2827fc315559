using Bot.Evaluation.Gold;
using Bot.Evaluation.Reports;

namespace Bot.Evaluation.SeminarSet;

/// <summary>The product's targets on the set, and whether it meets them.</summary>
internal static class SeminarTargets
{
    /// <summary>Prints the targets.</summary>
    /// <param name="alone">The total with each text alone on the shelf.</param>
    /// <param name="texts">The same by text.</param>
    /// <param name="together">All on one shelf.</param>
    /// <param name="idOf">The id of a file's reading.</param>
    /// <param name="output">Receives the table.</param>
    public static void Write(GoldFigures alone, IReadOnlyList<GoldFigures> texts, GoldFigures together, IReadOnlyDictionary<string, string> idOf, TextWriter output)
    {
        var table = new Table("", "ours", "target", "");
        AtLeast("ask: first passage right", alone.AskFirst.Share, 0.66);
        AtLeast("ask: one of three right", alone.AskThree.Share, 0.86);
        AtLeast("ask: one of three right, worst text", texts.Min(text => text.AskThree.Share), 0.70);
        AtMost("ask: wrongly silent", alone.WronglySilent.Share, 0.05);
        AtMost("ask: unsure, though answerable", alone.Unsure.Share, 0.25);
        AtMost("ask: answered, though unanswerable", alone.WronglyAnswered.Share, 0.50);
        AtLeast("ask: AUC of the confidence", alone.AskArea, 0.82);
        AtLeast("counter: first passage right", alone.CounterFirst.Share, 0.58);
        AtLeast("counter: one of three right", alone.CounterThree.Share, 0.84);
        AtMost("counter: support offered", alone.Support.Share, 0.20);
        AtMost("counter: asserted, though nothing speaks against it", alone.WronglyAsserted.Share, 0.40);
        AtLeast("one shelf, ask: one of three right", together.AskThree.Share, 0.78);
        AtLeast("one shelf, counter: one of three right", together.CounterThree.Share, 0.74);
        AtLeast("one shelf: first passage from the right text", together.RightText(idOf).Share, 0.88);
        table.Write(output);

        void AtLeast(string name, double value, double target) =>
            table.Add(name, Figure.Share(value), $"at least {Figure.Share(target)}", Verdict(value >= target));

        void AtMost(string name, double value, double target) =>
            table.Add(name, Figure.Share(value), $"at most {Figure.Share(target)}", Verdict(value <= target));
    }

    private static string Verdict(bool isMet) => isMet ? "met" : "missed";
}
