using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>One to three whole sentences of a paragraph.</summary>
/// <param name="Reading">The reading they stand in.</param>
/// <param name="Paragraph">The paragraph they stand in.</param>
/// <param name="First">The number of the first sentence, from 1.</param>
/// <param name="Last">The number of the last sentence.</param>
/// <param name="Score">How well it matches: 0 is unrelated, 1 is as good as a match can be.</param>
public sealed record Passage(Reading Reading, Paragraph Paragraph, int First, int Last, double Score)
{
    /// <summary>The longest quote in UTF-16 code units; a single longer sentence is still quoted whole.</summary>
    public const int MaxLength = 600;

    /// <summary>The sentences, verbatim.</summary>
    public string Quote => Paragraph.Quote(First, Last);

    /// <summary>The place of the first sentence.</summary>
    public Anchor Anchor => new(Paragraph.Number, First);
}
