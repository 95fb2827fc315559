using System.Globalization;
using Bot.Evaluation.Product;
using Bot.Evaluation.Reports;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;
using Bot.Seminar.Debate;

namespace Bot.Evaluation.Motions;

/// <summary>Lists the product's motions for a person to grade.</summary>
internal static class MotionsReport
{
    /// <summary>Writes the motions of some shelves, the most likely first.</summary>
    /// <param name="shelves">The readings of each shelf.</param>
    /// <param name="most">The maximum number.</param>
    /// <param name="output">Receives the report.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task WriteAsync(IReadOnlyList<IReadOnlyList<Reading>> shelves, int most, TextWriter output, CancellationToken cancellationToken)
    {
        using var finder = new MotionFinder(new MotionJudge(MotionModel.Load(MotionModel.ShippedFile), ProductModels.Sentences), ProductModels.Motions);
        var retriever = new PassageRetriever(ProductModels.Queries, ProductModels.KeptSecondStage, ProductModels.Ranking);
        var sides = new SideSearch(retriever, new CounterSearch(retriever), ProductModels.KeptSecondStage);
        var candidates = new List<(ShelfSnapshot Shelf, Motion Motion)>();
        foreach (var readings in shelves)
        {
            var shelf = new ShelfSnapshot(readings, [], await EmbeddedIndex.BuildAsync(readings, cancellationToken));
            candidates.AddRange((await finder.FindAsync(shelf, readings, cancellationToken)).Select(motion => (shelf, motion)));
        }

        var table = new Table("p", "text", "place", "motion");
        var (tried, proposed) = (0, 0);
        foreach (var (shelf, motion) in candidates.OrderByDescending(candidate => candidate.Motion.Probability))
        {
            if (proposed == most)
            {
                break;
            }

            tried++;
            if ((await sides.OfAsync(shelf, motion, cancellationToken)).AreBoth)
            {
                proposed++;
                table.Add(Figure.Share(motion.Probability), motion.Reading.Id.Value, $"{new Anchor(motion.Paragraph.Number, motion.Number)}", motion.Text);
            }
        }

        table.Write(output);
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{candidates.Count} sentences reach the threshold. Of the likeliest {tried}, {proposed} have both sides.\n"));
    }
}
