using System.Numerics.Tensors;

namespace Bot.Library.Retrieval;

/// <summary>What a query says that is nowhere on the shelf, as it was typed.</summary>
/// <param name="All">Names and numbers first, then the words that the query is most about.</param>
/// <param name="Subjects">Those of them that the query is about, names or not.</param>
internal sealed record UnknownWords(IReadOnlyList<string> All, IReadOnlyList<string> Subjects)
{
    // Without “jailbreak”, “Who paid for the jailbreak?” has a distance of 0.29 to itself; without “exactly” or “manage” a question has less than 0.1.
    private const double MinDistance = 0.2;

    /// <summary>Without vectors, in the order of <see cref="QueryTerms.Unknown"/>.</summary>
    public static UnknownWords Unweighed(QueryTerms terms) => new(terms.Unknown, []);

    /// <summary>Weighs each word by the cosine distance between the query and the query without the word.</summary>
    /// <param name="terms">The query's terms.</param>
    /// <param name="vectors">The query's vector, and those of the query without each of the first unknown words, in order.</param>
    public static UnknownWords Weigh(QueryTerms terms, IReadOnlyList<ReadOnlyMemory<float>> vectors)
    {
        if (vectors.Count == 1)
        {
            return Unweighed(terms);
        }

        var weighed = terms.Unknown.Take(vectors.Count - 1)
            .Select((word, i) => (Word: word, Distance: 1 - TensorPrimitives.Dot(vectors[0].Span, vectors[i + 1].Span)))
            .ToList();
        return new UnknownWords(
            [
                .. weighed.OrderByDescending(item => terms.UnknownNames.Contains(item.Word)).ThenByDescending(item => item.Distance).Select(item => item.Word),
            ],
            [.. weighed.Where(item => item.Distance >= MinDistance).OrderByDescending(item => item.Distance).Select(item => item.Word)]);
    }
}
