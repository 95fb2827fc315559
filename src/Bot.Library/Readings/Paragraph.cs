namespace Bot.Library.Readings;

/// <summary>What a paragraph is for. Only <see cref="Body"/> argues.</summary>
public enum ParagraphRole
{
    /// <summary>The text itself.</summary>
    Body,

    /// <summary>A note on who wrote it.</summary>
    AboutAuthor,

    /// <summary>An entry of a list of sources, or a note.</summary>
    Reference,
}

/// <summary>A paragraph of a reading.</summary>
/// <param name="Number">Its number in the reading, from 1.</param>
/// <param name="Text">One line, white space folded, otherwise as the reading has it.</param>
/// <param name="Sentences">At least one; the one at index i has the number i + 1. Together they cover the text but for white space.</param>
public sealed record Paragraph(int Number, string Text, IReadOnlyList<Sentence> Sentences)
{
    /// <summary>The heading above it, if there is one.</summary>
    public string? Section { get; init; }

    /// <summary>What it is for.</summary>
    public ParagraphRole Role { get; init; }

    /// <summary>How it is written.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>Who says it, in a play or a dialogue. The name is in <see cref="Text"/> too where the reading has it there.</summary>
    public string? Speaker { get; init; }

    /// <summary>Where it is in a law or a judgment, as people cite it: <c>Article 5(1)(c)</c>, <c>Recital 12</c>, <c>[38]</c>.</summary>
    public string? Provision { get; init; }

    /// <summary>Above a row of a table, the heads of its columns, separated by <c>|</c> as its cells are.</summary>
    public string? TableHead { get; init; }

    /// <summary>The printed pages that it stands on, in order; empty if the reading has no page numbers. The first begins at offset 0.</summary>
    public IReadOnlyList<PageStart> Pages { get; init; } = [];

    /// <summary>The marks of notes, which do not stand in <see cref="Text"/>, in order.</summary>
    public IReadOnlyList<NoteMark> NoteMarks { get; init; } = [];

    /// <summary>Where the lines of verse begin in <see cref="Text"/>, from the second line on; empty in prose.</summary>
    public IReadOnlyList<int> LineStarts { get; init; } = [];

    /// <summary>The number of the printed page on which it begins, as it is printed there (<c>12</c>, <c>xiv</c>), if it is known.</summary>
    public string? Page => Pages.Count > 0 ? Pages[0].Label : null;

    /// <summary>The number of the printed page that a part of the text stands on, if it is known.</summary>
    /// <param name="offset">Where in <see cref="Text"/>, in UTF-16 code units.</param>
    public string? FindPage(int offset) => Pages.LastOrDefault(page => page.Offset <= offset).Label;

    /// <summary>The text from one sentence to another, verbatim.</summary>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last sentence; at least <paramref name="first"/>.</param>
    public string Quote(int first, int last) => Text[Sentences[first - 1].Start..Sentences[last - 1].End];
}

/// <summary>Where a sentence is in its paragraph, in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first unit.</param>
/// <param name="Length">How many units; at least 1.</param>
public readonly record struct Sentence(int Start, int Length)
{
    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;
}

/// <summary>Where a printed page begins in a paragraph.</summary>
/// <param name="Offset">In UTF-16 code units.</param>
/// <param name="Label">The page's number as it is printed.</param>
public readonly record struct PageStart(int Offset, string Label);

/// <summary>Where the mark of a note is in a paragraph.</summary>
/// <param name="Offset">In UTF-16 code units.</param>
/// <param name="Label">What the note is called: a number or a sign.</param>
public readonly record struct NoteMark(int Offset, string Label);
