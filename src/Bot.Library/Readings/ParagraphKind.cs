namespace Bot.Library.Readings;

/// <summary>How a paragraph is written. What it is for says <see cref="ParagraphRole"/>.</summary>
public enum ParagraphKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A stanza: its lines are lines.</summary>
    Verse,

    /// <summary>What somebody says in a play or a dialogue.</summary>
    Speech,

    /// <summary>An item of a list.</summary>
    ListItem,

    /// <summary>A row of a table, its cells separated by <c>|</c>.</summary>
    Table,

    /// <summary>What a picture or a table shows.</summary>
    Caption,

    /// <summary>A footnote or endnote.</summary>
    Note,

    /// <summary>An entry of a list of sources.</summary>
    Reference,

    /// <summary>An entry of a table of contents.</summary>
    Contents,

    /// <summary>Code, as a computer reads it.</summary>
    Code,

    /// <summary>A line below the title that names the author.</summary>
    Byline,
}
