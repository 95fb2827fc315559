using Bot.Evaluation.ArgKp;
using Bot.Evaluation.Beir;
using Bot.Evaluation.Product;
using Bot.Evaluation.Reports;
using Bot.Library.SecondStage;

namespace Bot.Evaluation.Stances;

/// <summary>Reports how often the second stage decides a text's side on a claim, and how often it is right.</summary>
internal static class StanceReport
{
    /// <summary>The pairs of a collection with both sides of its claims.</summary>
    public static IEnumerable<StancePair> PairsOf(BeirFolder folder)
    {
        var corpus = folder.ReadCorpus(new HashSet<string>(StringComparer.Ordinal)).ToDictionary(document => document.Id, document => document.Text, StringComparer.Ordinal);
        return folder.Queries.SelectMany(query => query.Grades.Where(grade => grade.Value > 0)
            .Select(grade => new StancePair(query.Text, corpus[grade.Key], Opposes: true))
            .Concat(query.Supporters.Where(corpus.ContainsKey).Select(id => new StancePair(query.Text, corpus[id], Opposes: false))));
    }

    /// <summary>The arguments for and against the motions of ArgKP.</summary>
    public static IEnumerable<StancePair> PairsOf(ArgKpFolder folder) =>
        folder.Arguments.Select(argument => new StancePair(argument.Side.Topic, argument.Text, argument.Side.Stance < 0));

    /// <summary>Judges the pairs of each set and writes a table.</summary>
    public static async Task RunAsync(IEnumerable<(string Title, IEnumerable<StancePair> Pairs)> sets, TextWriter output, CancellationToken cancellationToken)
    {
        var table = new Table(["", "pairs", "right side likelier", "told", "right of those told"]);
        foreach (var (title, pairs) in sets)
        {
            var judged = await JudgeAsync(pairs, cancellationToken);
            var told = judged.FindAll(pair => pair.Stance.Side != StanceSide.Unclear);
            table.Add(
            [
                title,
                Figure.Whole(judged.Count),
                Figure.Share(Share(judged, pair => pair.Stance.Opposition > 0 == pair.Opposes)),
                Figure.Share((double)told.Count / judged.Count),
                Figure.Share(Share(told, pair => (pair.Stance.Side == StanceSide.Opposes) == pair.Opposes)),
            ]);
        }

        table.Write(output);
    }

    private static async Task<List<(Stance Stance, bool Opposes)>> JudgeAsync(IEnumerable<StancePair> pairs, CancellationToken cancellationToken)
    {
        var judged = new List<(Stance, bool)>();
        foreach (var claim in pairs.GroupBy(pair => pair.Claim))
        {
            var stances = await ProductModels.KeptSecondStage.JudgeStancesAsync(claim.Key, [.. claim.Select(pair => pair.Text)], cancellationToken) ?? [];
            judged.AddRange(stances.Zip(claim, (stance, pair) => (stance, pair.Opposes)));
        }

        return judged;
    }

    private static double Share<T>(List<T> items, Func<T, bool> isRight) => (double)items.Count(isRight) / items.Count;
}

/// <summary>A claim and a text that takes a side.</summary>
internal sealed record StancePair(string Claim, string Text, bool Opposes);
