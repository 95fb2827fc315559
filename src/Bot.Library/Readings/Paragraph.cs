namespace Bot.Library.Readings;

/// <summary>What a paragraph is for. Only <see cref="Body"/> argues.</summary>
public enum ParagraphRole
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A note on who wrote it.</summary>
    AboutAuthor,

    /// <summary>An entry of a list of sources.</summary>
    Reference,
}

/// <summary>A paragraph of a reading.</summary>
/// <param name="Number">Its number in the reading, from 1.</param>
/// <param name="Text">One line, white space folded, otherwise as the reading has it.</param>
/// <param name="Sentences">At least one; the one at index i has the number i + 1. Together they cover the text but for white space.</param>
public sealed record Paragraph(int Number, string Text, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>The heading above it, where there is one.</summary>
    public string? Section { get; init; }

    /// <summary>What it is for.</summary>
    public ParagraphRole Role { get; init; }

    /// <summary>The text from one sentence to another, verbatim.</summary>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last sentence; at least <paramref name="first"/>.</param>
    public string Quote(int first, int last) => Text[Sentences[first - 1].Start..Sentences[last - 1].End];
}

/// <summary>Where a sentence stands in its paragraph, in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first unit.</param>
/// <param name="Length">How many units; at least 1.</param>
public readonly record struct Sentence(int Start, int Length)
{
    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;
}
