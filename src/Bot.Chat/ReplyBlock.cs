using System.Text;

namespace Bot.Chat;

/// <summary>A part of a reply. The cases are closed: every adapter renders each of them.</summary>
public abstract record ReplyBlock
{
    private protected ReplyBlock()
    {
    }
}

/// <summary>Words of the bot itself.</summary>
/// <param name="Text">Plain text; line breaks are kept, nothing in it is markup.</param>
public sealed record TextBlock(string Text) : ReplyBlock;

/// <summary>A heading above the blocks that follow.</summary>
/// <param name="Text">One line of plain text.</param>
public sealed record HeadingBlock(string Text) : ReplyBlock;

/// <summary>Points of a list, each on a line of its own.</summary>
/// <param name="Items">Plain text, one entry an item.</param>
public sealed record ListBlock(IReadOnlyList<string> Items) : ReplyBlock;

/// <summary>What people said, each point on a line of its own with where it was said and the nearest place in a reading.</summary>
/// <param name="Points">At least one.</param>
public sealed record PointsBlock(IReadOnlyList<Point> Points) : ReplyBlock;

/// <summary>One point that a member made.</summary>
/// <param name="Text">Their words; plain text.</param>
public sealed record Point(string Text)
{
    /// <summary>What the bot adds behind the words, such as a count; plain text, empty for nothing.</summary>
    public string Remark { get; init; } = "";

    /// <summary>The message in which it was said; null if the platform gives messages no address.</summary>
    public Uri? Message { get; init; }

    /// <summary>The nearest place in a reading; null if none is near.</summary>
    public Citation? Place { get; init; }
}

/// <summary>Words of a reading, verbatim, with the place where they stand.</summary>
/// <param name="Text">A substring of the reading at <paramref name="Citation"/>.</param>
/// <param name="Citation">Where the quote begins.</param>
public sealed record QuoteBlock(string Text, Citation Citation) : ReplyBlock
{
    /// <summary>How sure the ranking is: 0 is unrelated, 1 is as good as a match can be. Null if nothing was ranked.</summary>
    public double? Score { get; init; }

    /// <summary>Where a counterargument comes from: <c>concession</c>, <c>same-reading</c>, <c>other-reading</c>, <c>curated</c>.</summary>
    public string? Origin { get; init; }

    /// <summary>What the bot says of the quote, in one line: <c>concedes: "while … remain"</c>. Plain text.</summary>
    public string? Note { get; init; }

    /// <summary>Parts of <see cref="Text"/> to mark as matches, in order and without overlap.</summary>
    public IReadOnlyList<TextSpan> Marks { get; init; } = [];

    /// <summary>Where lines of verse begin in <see cref="Text"/>, in order; empty for prose.</summary>
    public IReadOnlyList<int> LineStarts { get; init; } = [];

    /// <summary>The sentence of <see cref="Text"/> that was found, where the others are its context; null for a quote of one sentence.</summary>
    public TextSpan? Highlight { get; init; }

    /// <summary>A quote that only suggests where to look. It is no answer and never counts as a citation.</summary>
    public bool IsSuggestion { get; init; }
}

/// <summary>Buttons under a reply. Each runs a command when it is pressed.</summary>
/// <param name="Choices">At least one.</param>
public sealed record ChoicesBlock(IReadOnlyList<Choice> Choices) : ReplyBlock
{
    /// <summary>Whether the two choices, yes and no in this order, say if the reply helped. Some platforms have buttons of their own for that.</summary>
    public bool AskWhetherItHelped { get; init; }
}

/// <summary>One button.</summary>
/// <param name="Label">What it says; at most 75 characters, the narrowest platform's limit.</param>
/// <param name="Command">The command that it runs.</param>
/// <param name="Text">That command's text.</param>
public sealed record Choice(string Label, string Command, string Text)
{
    /// <summary>
    /// Whether, where there are forms, one asks for what the command takes before it runs. Options in the text are what stands in the form at first.
    /// </summary>
    public bool OpensForm { get; init; }

    /// <summary>
    /// What the choice was made from, in at most eight letters and digits. It comes back as <see cref="ChatCommand.Stamp"/>, so that a
    /// button whose readings have changed says that it is old. Empty if nothing can change; the router fills it in.
    /// </summary>
    public string Stamp { get; init; } = "";
}

/// <summary>A question with a few answers to choose from.</summary>
/// <param name="Question">One line of plain text.</param>
/// <param name="Answers">At least two; each runs its command.</param>
public sealed record PollBlock(string Question, IReadOnlyList<Choice> Answers) : ReplyBlock
{
    /// <summary>For how long it is open.</summary>
    public TimeSpan Open { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Whether nobody may see who voted what. Such a poll is shown as choices everywhere; only an open one may become the platform's own.
    /// </summary>
    public bool IsSecret { get; init; } = true;
}

/// <summary>A file: attached if the platform accepts files, otherwise shown as text.</summary>
/// <param name="Name">What it is saved as: <c>debates.csv</c>.</param>
/// <param name="MediaType">What it holds: <c>text/csv</c>.</param>
/// <param name="Text">All of it.</param>
public sealed record FileBlock(string Name, string MediaType, string Text) : ReplyBlock
{
    /// <summary>The media type of a table.</summary>
    public const string Table = "text/csv";

    /// <summary>
    /// The file in UTF-8. A table begins with a byte order mark: spreadsheet programs take one without it for another encoding.
    /// </summary>
    public byte[] ToBytes() => [.. MediaType == Table ? Encoding.UTF8.GetPreamble() : [], .. Encoding.UTF8.GetBytes(Text)];
}

/// <summary>A part of a text, in UTF-16 code units.</summary>
/// <param name="Start">The offset of the first unit.</param>
/// <param name="Length">How many units; at least 1.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    /// <summary>The offset behind the last unit.</summary>
    public int End => Start + Length;
}
