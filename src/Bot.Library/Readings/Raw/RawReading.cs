namespace Bot.Library.Readings.Raw;

/// <summary>What a file says, before paragraphs are numbered and sentences are cut.</summary>
/// <param name="Blocks">Headings and paragraphs in reading order.</param>
internal sealed record RawReading(IReadOnlyList<RawBlock> Blocks)
{
    /// <summary>The title that the file gives.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, if the file says so.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, if the file says so.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Where it was published, if the file says so.</summary>
    public string? Source { get; init; }

    /// <summary>What of the file is no part of the text, a few words for each part.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Whether the file says that nothing of it is to be left out.</summary>
    public bool KeepsAll { get; init; }

    /// <summary>What the format noticed that a person should look at, a sentence each.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>A heading or a paragraph.</summary>
/// <param name="Text">Its text; white space need not be folded yet.</param>
/// <param name="IsHeading">Whether it names the paragraphs that follow.</param>
internal readonly record struct RawBlock(string Text, bool IsHeading = false)
{
    /// <summary>The kind of a paragraph, if the format shows it.</summary>
    public ParagraphKind Kind { get; init; }

    /// <summary>Who says it.</summary>
    public string? Speaker { get; init; }

    /// <summary>The heads of the columns, above a row of a table.</summary>
    public string? TableHead { get; init; }
}
