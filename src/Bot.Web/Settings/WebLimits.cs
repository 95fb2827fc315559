using Bot.Chat;

namespace Bot.Web.Settings;

/// <summary>How much a page takes. A browser has no limits of its own; these keep a page small. Lengths are in UTF-16 code units.</summary>
internal static class WebLimits
{
    /// <summary>The most characters of a message.</summary>
    public const int MessageLength = 4_000;

    /// <summary>The most characters of all messages on a page.</summary>
    public const int PageLength = 25_000;

    /// <summary>The most characters of a reading on a page.</summary>
    public const int RoomLength = 60_000;

    /// <summary>The most bytes of a form that is sent.</summary>
    public const int FormBytes = 128 * 1024;

    /// <summary>The most bytes of a list that is imported, such as motions.</summary>
    public const int ListBytes = 2 * 1024 * 1024;

    /// <summary>How many messages a channel keeps, in memory alone; beyond it the oldest go.</summary>
    public const int MaxMessages = 1_000;

    /// <summary>How long a form waits for its answer before the page comes without it.</summary>
    public static readonly TimeSpan Inline = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a page that waits for something new is held open.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(20);

    /// <summary>What the contract of adapters asks for.</summary>
    public static Limits All { get; } = new()
    {
        MessageLength = MessageLength,
        MessagesPerReply = 12,
        Choices = 25,
        ChoiceLabel = 75,
        ChoiceState = 4_000,
        Suggestions = 50,
        Acknowledge = TimeSpan.FromSeconds(5),
        Reply = TimeSpan.FromMinutes(10),
    };
}
