using Bot.Chat;

namespace Bot.Web.Channels;

/// <summary>What was asked in a channel, with the answer; or what was posted there.</summary>
/// <param name="Number">Counts the entries of a channel, from 1.</param>
/// <param name="At">When it was asked or posted.</param>
public sealed record LogEntry(long Number, DateTimeOffset At)
{
    /// <summary>The id of the member who asked; empty for a post.</summary>
    public string Owner { get; init; } = "";

    /// <summary>What others call that member.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>What was asked, as it was typed; the label of a button that was pressed; empty for a post.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Whether the member who asked sees it alone.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The answer, divided into messages; empty while it is worked on.</summary>
    public IReadOnlyList<ChatReply> Messages { get; init; } = [];

    /// <summary>The files that the answer hands over, whole.</summary>
    public IReadOnlyList<FileBlock> Files { get; init; } = [];

    /// <summary>The language of the answer, as browsers call it; null for a post.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the member who asked may show it to the channel.</summary>
    public bool CanBeShared { get; init; }

    /// <summary>Names the sending of the form that it came by, or the post.</summary>
    internal string Key { get; init; } = "";

    /// <summary>The state of the log that it was last changed in.</summary>
    internal long Version { get; init; }

    /// <summary>Whether the answer is still worked on.</summary>
    public bool IsPending => Messages.Count == 0;

    /// <summary>How many characters it shows.</summary>
    internal int Length => Asked.Length + Messages.Sum(message => message.ToPlainText().Length);

    /// <summary>Whether somebody may see it.</summary>
    internal bool IsSeenBy(string member) => !IsPrivate || Owner == member;
}
