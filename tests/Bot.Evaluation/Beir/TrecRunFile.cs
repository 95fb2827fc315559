using System.Globalization;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Beir;

/// <summary>Writes rankings in the form that trec_eval reads: <c>query Q0 document rank score tag</c>.</summary>
internal sealed class TrecRunFile(TextWriter writer, string tag)
{
    /// <summary>Writes one ranking.</summary>
    /// <remarks>trec_eval goes by score and then by name, so it may order documents of equal score in another way.</remarks>
    public void Write(BeirQuery query, IReadOnlyList<RankedDocument> ranking)
    {
        for (var i = 0; i < ranking.Count; i++)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{query.Id} Q0 {ranking[i].Id} {i + 1} {ranking[i].Score:R} {tag}"));
        }
    }
}
