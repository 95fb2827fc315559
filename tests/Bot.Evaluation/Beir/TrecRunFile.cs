using System.Globalization;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Beir;

/// <summary>Writes rankings in trec_eval's format: <c>query Q0 document rank score tag</c>.</summary>
internal sealed class TrecRunFile(TextWriter writer, string tag)
{
    /// <summary>Writes one ranking.</summary>
    /// <remarks>trec_eval sorts by score and then by name, so it can order documents with equal scores differently.</remarks>
    public void Write(BeirQuery query, IReadOnlyList<RankedDocument> ranking)
    {
        for (var i = 0; i < ranking.Count; i++)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{query.Id} Q0 {ranking[i].Id} {i + 1} {ranking[i].Score:R} {tag}"));
        }
    }
}
