using System.Text;

namespace Bot.Chat;

/// <summary>A part of a reply. The cases are closed: every adapter renders each of them.</summary>
public abstract record ReplyBlock
{
    private protected ReplyBlock()
    {
    }
}

/// <summary>The bot's own words.</summary>
/// <param name="Text">Plain text; line breaks are kept, nothing in it is markup.</param>
public sealed record TextBlock(string Text) : ReplyBlock;

/// <summary>A heading above the blocks that follow.</summary>
/// <param name="Text">One line of plain text.</param>
public sealed record HeadingBlock(string Text) : ReplyBlock;

/// <summary>A list, with one item per line.</summary>
/// <param name="Items">The items, as plain text.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : ReplyBlock;

/// <summary>Points of a discussion, one per line, each with its message and the nearest place in a reading.</summary>
/// <param name="Points">The points; at least one.</param>
public sealed record PointsBlock(IReadOnlyList<Point> Points) : ReplyBlock;

/// <summary>One point that a member made.</summary>
/// <param name="Text">The member's words; plain text.</param>
public sealed record Point(string Text)
{
    /// <summary>The bot's remark after the words, such as a count; plain text, can be empty.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The link to the message; null if the platform has no links to messages.</summary>
    public Uri? Message { get; init; }

    /// <summary>The nearest place in a reading; null if none is near.</summary>
    public Citation? Place { get; init; }
}

/// <summary>Words of a reading, verbatim, with their place.</summary>
/// <param name="Text">A substring of the reading at <paramref name="Citation"/>.</param>
/// <param name="Citation">The place of the quote.</param>
public sealed record QuoteBlock(string Text, Citation Citation) : ReplyBlock
{
    /// <summary>The score of the ranking, from 0 (unrelated) to 1 (best possible). Null if nothing was ranked.</summary>
    public double? Score { get; init; }

    /// <summary>The origin of a counterargument: <c>concession</c>, <c>same-reading</c>, <c>other-reading</c>, <c>curated</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>The bot's note on the quote, in one line: <c>concedes: "while … remain"</c>. Plain text.</summary>
    public string? Note { get; init; }

    /// <summary>What introduces the list that the quote is an item of, verbatim: <c>Prohibited:</c>. Null elsewhere.</summary>
    public string? Lead { get; init; }

    /// <summary>Parts of <see cref="Text"/> to mark as matches, in order and without overlap.</summary>
    public IReadOnlyList<TextSpan> Marks { get; init; } = [];

    /// <summary>The starts of lines of verse in <see cref="Text"/>, in order; empty for prose.</summary>
    public IReadOnlyList<int> LineStarts { get; init; } = [];

    /// <summary>The found sentence in <see cref="Text"/>; the others are its context. Null for a quote of one sentence.</summary>
    public TextSpan? Highlight { get; init; }

    /// <summary>Whether the quote only suggests where to look. It is not an answer and never counts as a citation.</summary>
    public bool IsSuggestion { get; init; }
}

/// <summary>Buttons below a reply. Each runs a command.</summary>
/// <param name="Choices">The buttons; at least one.</param>
public sealed record ChoicesBlock(IReadOnlyList<Choice> Choices) : ReplyBlock
{
    /// <summary>Whether the two choices, yes and no in this order, ask if the reply helped. Some platforms have native buttons for that.</summary>
    public bool AskWhetherItHelped { get; init; }
}

/// <summary>One button.</summary>
/// <param name="Label">Its label; at most 75 characters, the smallest limit of a platform.</param>
/// <param name="Command">The command that it runs.</param>
/// <param name="Text">That command's text.</param>
public sealed record Choice(string Label, string Command, string Text)
{
    /// <summary>
    /// Whether it opens a form before the command runs, on platforms with forms. Options in the text are the form's initial values.
    /// </summary>
    public bool OpensForm { get; init; }

    /// <summary>Whether it only leads further: where it fits no button it is left out, and not written out to be typed.</summary>
    public bool MayBeLeftOut { get; init; }

    /// <summary>
    /// A stamp of the text that the choice refers to, at most eight letters and digits. It is returned as <see cref="ChatCommand.Stamp"/>, so that a
    /// button whose readings have changed says that it is old. Empty if nothing can change; the router fills it in.
    /// </summary>
    public string Stamp { get; init; } = "";

    /// <summary>A line of text with the label and the command to type.</summary>
    /// <param name="prefix">What a command begins with.</param>
    internal string WriteOut(string prefix = "") => $"→ {Label}{(Label.EndsWith('?') ? "" : ":")} {$"{prefix}{Command} {Text}".TrimEnd()}";
}

/// <summary>A question with a few answers to choose from.</summary>
/// <param name="Question">One line of plain text.</param>
/// <param name="Answers">The answers; at least two. Each runs its command.</param>
public sealed record PollBlock(string Question, IReadOnlyList<Choice> Answers) : ReplyBlock
{
    /// <summary>How long it is open.</summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether votes are secret. A secret poll is always shown as choices; only an open one can be the platform's native poll.
    /// </summary>
    public bool IsSecret { get; init; } = true;
}

/// <summary>A file: attached if the platform accepts files, otherwise shown as text.</summary>
/// <param name="Name">Its file name: <c>debates.csv</c>.</param>
/// <param name="MediaType">Its media type: <c>text/csv</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record FileBlock(string Name, string MediaType, string Text) : ReplyBlock
{
    /// <summary>The media type of a table.</summary>
    public const string Table = "text/csv";

    /// <summary>
    /// The file in UTF-8. A table begins with a byte order mark, because spreadsheet programs otherwise assume another encoding.
    /// </summary>
    public byte[] ToBytes() => [.. MediaType == Table ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(Text)];
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first unit.</param>
/// <param name="Length">The number of units; at least 1.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset after the last unit.</summary>
    public int End => Start + Length;
}
