namespace Bot.Web.Settings;

/// <summary>The limits of pages. Browsers have no such limits; these keep a page small. Lengths are in UTF-16 code units.</summary>
internal static class WebLimits
{
    /// <summary>The maximum length of a message.</summary>
    public const int MessageLength = 4_000;

    /// <summary>The maximum length of all messages on a page.</summary>
    public const int PageLength = 25_000;

    /// <summary>The maximum length of a reading's part on a page.</summary>
    public const int RoomLength = 60_000;

    /// <summary>The maximum size of a form in bytes.</summary>
    public const int FormBytes = 128 * 1024;

    /// <summary>The maximum size of an imported list in bytes.</summary>
    public const int ListBytes = 2 * 1024 * 1024;

    /// <summary>How many messages of a channel are kept in memory; older ones are removed.</summary>
    public const int MaxMessages = 1_000;

    /// <summary>How long a form waits for its answer before the page is sent without it.</summary>
    public static readonly TimeSpan Inline = TimeSpan.FromSeconds(1.5);

    /// <summary>How long a request that waits for news is held.</summary>
    public static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(20);

    /// <summary>The limits for the adapter contract.</summary>
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
