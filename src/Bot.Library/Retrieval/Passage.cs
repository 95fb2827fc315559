using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>One to three whole sentences of a paragraph.</summary>
/// <param name="Reading">Their reading.</param>
/// <param name="Paragraph">Their paragraph.</param>
/// <param name="First">The number of the first sentence, from 1.</param>
/// <param name="Last">The number of the last sentence.</param>
public sealed record Passage(Reading Reading, Paragraph Paragraph, int First, int Last)
{
    /// <summary>The longest quote in UTF-16 code units; a single longer sentence is still quoted whole.</summary>
    public const int MaxLength = 600;

    /// <summary>The maximum number of sentences in a quote.</summary>
    public const int MaxSentences = 3;

    /// <summary>The number of the sentence that was found; the others are its context.</summary>
    public int Core { get; init; } = First;

    /// <summary>The probability that it is right, from 0 to 1; for a search without the second stage, a number that only orders the passages.</summary>
    public double Score { get; init; }

    /// <summary>How sure the result would be if this were its first passage.</summary>
    public Certainty Certainty { get; init; }

    /// <summary>The share of the query's words, weighted by rarity, that are in the core sentence and its neighbours, from 0 to 1.</summary>
    public double WordShare { get; init; }

    /// <summary>The sentences, verbatim.</summary>
    public string Quote => Paragraph.Quote(First, Last);

    /// <summary>Whether two passages share a sentence.</summary>
    public bool Overlaps(Passage other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return ReferenceEquals(Paragraph, other.Paragraph) && First <= other.Last && other.First <= Last;
    }
}
