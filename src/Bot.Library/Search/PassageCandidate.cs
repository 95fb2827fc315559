using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>One to three sentences that may be quoted, with what they share with the query.</summary>
public sealed class PassageCandidate
{
    internal PassageCandidate(IndexedParagraph indexed, int first, int last)
    {
        Indexed = indexed;
        First = first;
        Last = last;
    }

    /// <summary>The reading they stand in.</summary>
    public Reading Reading => Indexed.Owner.Reading;

    /// <summary>The paragraph they stand in.</summary>
    public Paragraph Paragraph => Indexed.Paragraph;

    /// <summary>The number of the first sentence, from 1.</summary>
    public int First { get; }

    /// <summary>The number of the last sentence.</summary>
    public int Last { get; }

    /// <summary>The sentences, verbatim.</summary>
    public string Quote => Paragraph.Quote(First, Last);

    /// <summary>How many words they have.</summary>
    public int Words { get; internal init; }

    /// <summary>For each unit of the query how well the sentences say it: 0 not at all, 1 in its own word.</summary>
    public required IReadOnlyList<double> Match { get; init; }

    /// <summary>The same for the sentences with their surroundings: paragraph, heading, title.</summary>
    public required IReadOnlyList<double> ContextMatch { get; init; }

    /// <summary>The share of the query, weighted by rarity, that the sentences say: 0 nothing, 1 all.</summary>
    public required double Coverage { get; init; }

    /// <summary>The same for the sentences with their surroundings.</summary>
    public required double ContextCoverage { get; init; }

    /// <summary>The paragraph's rank score over the best paragraph's: 1 for the best.</summary>
    public required double ParagraphScore { get; init; }

    /// <summary>The number of the sentence among them that says most of the query.</summary>
    public required int Peak { get; init; }

    internal IndexedParagraph Indexed { get; }

    /// <summary>The terms of the first words of a sentence of its paragraph, stop words included.</summary>
    /// <param name="sentence">The sentence's number, from 1.</param>
    public IReadOnlyList<string> Opening(int sentence) => Indexed.Sentences[sentence - 1].Opening;

    /// <summary>Whether the two share a sentence.</summary>
    public bool Overlaps(PassageCandidate other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(Paragraph, other.Paragraph) && First <= other.Last && other.First <= Last;
    }
}
