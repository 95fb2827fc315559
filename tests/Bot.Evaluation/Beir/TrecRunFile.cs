using System.Globalization;
using Bot.Evaluation.Engines;

namespace Bot.Evaluation.Beir;

/// <summary>Writes rankings in the form that trec_eval reads: <c>query Q0 document rank score tag</c>.</summary>
internal sealed class TrecRunFile(TextWriter writer, string tag)
{
    /// <summary>Writes one ranking.</summary>
    /// <remarks>trec_eval orders by score and breaks ties by name, so scores that tie come out as the engine ordered them only here.</remarks>
    public void Write(BeirQuery query, IReadOnlyList<RankedDocument> ranking)
    {
        for (var i = 0; i < ranking.Count; i++)
        {
            writer.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{query.Id} Q0 {ranking[i].Id} {i + 1} {ranking[i].Score:R} {tag}"));
        }
    }
}
