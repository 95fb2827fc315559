using System.Globalization;

namespace Bot.Discord.Protocol;

/// <summary>Discord's permissions (topics/permissions), as a set of bits.</summary>
/// <param name="Bits">The bits that are granted.</param>
internal readonly record struct Permissions(ulong Bits)
{
    /// <summary>Grants everything, whatever the other bits say.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>See a channel.</summary>
    public const ulong ViewChannel = 1UL << 10;

    /// <summary>Write in a channel.</summary>
    public const ulong SendMessages = 1UL << 11;

    /// <summary>Delete and pin other members' messages; usual for a channel's moderators.</summary>
    public const ulong ManageMessages = 1UL << 13;

    /// <summary>Show cards.</summary>
    public const ulong EmbedLinks = 1UL << 14;

    /// <summary>Attach files.</summary>
    public const ulong AttachFiles = 1UL << 15;

    /// <summary>Read earlier messages.</summary>
    public const ulong ReadMessageHistory = 1UL << 16;

    /// <summary>Open public threads.</summary>
    public const ulong CreatePublicThreads = 1UL << 35;

    /// <summary>Write in threads.</summary>
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>Post polls.</summary>
    public const ulong SendPolls = 1UL << 49;

    /// <summary>Pin messages.</summary>
    public const ulong PinMessages = 1UL << 51;

    /// <summary>The permissions that the bot's invite link requests; docs/discord.md has the reasons.</summary>
    public const ulong OfTheBot =
        ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads | SendPolls | PinMessages;

    private static readonly (ulong Bit, string Name)[] Names =
    [
        (ViewChannel, "View Channel"), (SendMessages, "Send Messages"), (EmbedLinks, "Embed Links"), (AttachFiles, "Attach Files"),
        (ReadMessageHistory, "Read Message History"), (CreatePublicThreads, "Create Public Threads"),
        (SendMessagesInThreads, "Send Messages in Threads"), (SendPolls, "Create Polls"),
        (PinMessages, "Pin Messages"),
    ];

    /// <summary>The names of the permissions that the bot needs and lacks.</summary>
    public IReadOnlyList<string> Missing
    {
        get
        {
            var granted = this;
            return [.. Names.Where(permission => !granted.Has(permission.Bit)).Select(permission => permission.Name)];
        }
    }

    /// <summary>Whether a member with these permissions in a channel is one of its teachers.</summary>
    public bool MakeTeacher => Has(ManageMessages);

    /// <summary>Reads Discord's format, a number as text; anything else grants nothing.</summary>
    public static Permissions Read(string? text) =>
        new(ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0);

    /// <summary>Whether these bits, or administrator, are granted.</summary>
    public bool Has(ulong wanted) => (Bits & wanted) == wanted || (Bits & Administrator) != 0;
}
