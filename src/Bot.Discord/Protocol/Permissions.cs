using System.Globalization;

namespace Bot.Discord.Protocol;

/// <summary>Discord's permissions (topics/permissions), as a set of bits.</summary>
/// <param name="Bits">The bits that are granted.</param>
internal readonly record struct Permissions(ulong Bits)
{
    /// <summary>Everything, whatever the other bits say.</summary>
    public const ulong Administrator = 1UL << 3;

    /// <summary>To see a channel.</summary>
    public const ulong ViewChannel = 1UL << 10;

    /// <summary>To write in a channel.</summary>
    public const ulong SendMessages = 1UL << 11;

    /// <summary>To delete and to pin others' messages: what a server lets those do who run a channel.</summary>
    public const ulong ManageMessages = 1UL << 13;

    /// <summary>To have cards shown.</summary>
    public const ulong EmbedLinks = 1UL << 14;

    /// <summary>To attach files.</summary>
    public const ulong AttachFiles = 1UL << 15;

    /// <summary>To read what was written before.</summary>
    public const ulong ReadMessageHistory = 1UL << 16;

    /// <summary>To open threads that everyone sees.</summary>
    public const ulong CreatePublicThreads = 1UL << 35;

    /// <summary>To write in threads.</summary>
    public const ulong SendMessagesInThreads = 1UL << 38;

    /// <summary>To post polls.</summary>
    public const ulong SendPolls = 1UL << 49;

    /// <summary>To pin messages.</summary>
    public const ulong PinMessages = 1UL << 51;

    /// <summary>What the bot asks for when it is invited, with the reason in docs/discord.md.</summary>
    public const ulong OfTheBot =
        ViewChannel | SendMessages | EmbedLinks | AttachFiles | ReadMessageHistory | CreatePublicThreads | SendMessagesInThreads | SendPolls | PinMessages;

    private static readonly (ulong Bit, string Name)[] Names =
    [
        (ViewChannel, "View Channel"), (SendMessages, "Send Messages"), (EmbedLinks, "Embed Links"), (AttachFiles, "Attach Files"),
        (ReadMessageHistory, "Read Message History"), (CreatePublicThreads, "Create Public Threads"),
        (SendMessagesInThreads, "Send Messages in Threads"), (SendPolls, "Create Polls"),
        (PinMessages, "Pin Messages"),
    ];

    /// <summary>The names of those that the bot needs and that are not granted.</summary>
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

    /// <summary>Reads a set as Discord writes it, a number as text; what is none grants nothing.</summary>
    public static Permissions Read(string? text) =>
        new(ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bits) ? bits : 0);

    /// <summary>Whether these bits, or all of them, are granted.</summary>
    public bool Has(ulong wanted) => (Bits & wanted) == wanted || (Bits & Administrator) != 0;
}
