namespace Bot.Chat;

/// <summary>The capabilities of an adapter's live connection. The contract tests check each capability that an adapter declares.</summary>
[Flags]
public enum Capabilities
{
    /// <summary>Text in, text out.</summary>
    None = 0,

    /// <summary>A reply can be shown only to the member who asked.</summary>
    PrivateReplies = 1 << 0,

    /// <summary>Choices are buttons that run their commands.</summary>
    Buttons = 1 << 1,

    /// <summary>Values are suggested while they are typed.</summary>
    Suggestions = 1 << 2,

    /// <summary>A long text can be asked for in a form.</summary>
    Forms = 1 << 3,

    /// <summary>Messages can be posted to a channel without a command.</summary>
    Posts = 1 << 4,

    /// <summary>A posted message can be changed.</summary>
    Edits = 1 << 5,

    /// <summary>A posted message can open a thread.</summary>
    Threads = 1 << 6,

    /// <summary>A posted message can be pinned.</summary>
    Pins = 1 << 7,

    /// <summary>The platform has polls of its own.</summary>
    NativePolls = 1 << 8,

    /// <summary>Messages that mention the bot arrive.</summary>
    Mentions = 1 << 9,

    /// <summary>The messages of a thread can be read.</summary>
    History = 1 << 10,
}
