namespace Bot.Web.Channels;

/// <summary>A question in a channel with its answer, or a post.</summary>
/// <param name="Number">The number of the entry in its channel, from 1.</param>
/// <param name="At">When it was asked or posted.</param>
public sealed record LogEntry(long Number, DateTimeOffset At)
{
    /// <summary>The id of the member who asked; empty for a post.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The name of that member.</summary>
    public string OwnerName { get; init; } = "";

    /// <summary>The question as typed, or the label of the pressed button; empty for a post.</summary>
    public string Asked { get; init; } = "";

    /// <summary>Whether only the member who asked can see it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>The answer, divided into messages; empty until it is ready.</summary>
    public IReadOnlyList<ChatReply> Messages { get; init; } = [];

    /// <summary>The complete files of the answer.</summary>
    public IReadOnlyList<FileBlock> Files { get; init; } = [];

    /// <summary>The language tag of the answer; null for a post.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the member who asked can share it with the channel.</summary>
    public bool CanBeShared { get; init; }

    /// <summary>The id of its form submission, or the key of the post.</summary>
    internal string Key { get; init; } = "";

    /// <summary>The version of the log at its last change.</summary>
    internal long Version { get; init; }

    /// <summary>Whether the answer is not ready yet.</summary>
    public bool IsPending => Messages.Count == 0;

    /// <summary>The number of characters that it shows.</summary>
    internal int Length => Asked.Length + Messages.Sum(message => message.ToPlainText().Length);

    /// <summary>Whether a member can see it.</summary>
    internal bool IsSeenBy(string member) => !IsPrivate || Owner == member;
}
