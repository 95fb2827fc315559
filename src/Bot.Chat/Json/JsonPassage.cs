using System.Text.Json.Serialization;

namespace Bot.Chat.Json;

/// <summary>A quote of a reading with its place.</summary>
public sealed record JsonPassage
{
    /// <summary>The name that <c>reading:</c> takes.</summary>
    public required string Reading { get; init; }

    /// <summary>The reading's title.</summary>
    public required string Title { get; init; }

    /// <summary>The heading above the paragraph; absent if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Section { get; init; }

    /// <summary>Its place in a law or a judgment: <c>Article 5(1)(c)</c>, <c>[38]</c>; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Provision { get; init; }

    /// <summary>The speaker, in a play or a dialogue; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Speaker { get; init; }

    /// <summary>The number of the printed page on which it begins; absent if that is not known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Page { get; init; }

    /// <summary>The paragraph's number in the reading, from 1.</summary>
    public required int Paragraph { get; init; }

    /// <summary>The number of the quote's first sentence in its paragraph, from 1.</summary>
    public required int Sentence { get; init; }

    /// <summary>The place as people write it: <c>¶11.2</c>.</summary>
    public required string Anchor { get; init; }

    /// <summary>Whole sentences of the reading, word for word.</summary>
    public required string Quote { get; init; }

    /// <summary>The sentence of the quote that was found; absent if the quote is that one sentence.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Highlight { get; init; }

    /// <summary>
    /// What introduces the list that the quote is an item of, word for word: <c>Prohibited:</c>. Without it the item can mean the opposite. Absent elsewhere.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Lead { get; init; }

    /// <summary>From 0 to 1; null if nothing was ranked.</summary>
    public double? Score { get; init; }

    /// <summary>The origin of a counterargument: <c>concession</c>, <c>same-reading</c>, <c>other-reading</c> or <c>curated</c>; absent elsewhere.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Origin { get; init; }

    /// <summary>Converts a quote of a reply.</summary>
    /// <param name="quote">The quote.</param>
    public static JsonPassage Of(QuoteBlock quote)
    {
        ArgumentNullException.ThrowIfNull(quote);
        return new JsonPassage
        {
            Reading = quote.Citation.Reading,
            Title = quote.Citation.Title,
            Section = quote.Citation.Section,
            Provision = quote.Citation.Provision,
            Speaker = quote.Citation.Speaker,
            Page = quote.Citation.Page,
            Paragraph = quote.Citation.Paragraph,
            Sentence = quote.Citation.Sentence,
            Anchor = quote.Citation.Anchor,
            Quote = quote.Text,
            Highlight = quote.Highlight is { } span ? quote.Text.Substring(span.Start, span.Length) : null,
            Lead = quote.Lead,
            Score = quote.Score is { } score ? Math.Round(score, 4) : null,
            Origin = quote.Origin,
        };
    }
}
