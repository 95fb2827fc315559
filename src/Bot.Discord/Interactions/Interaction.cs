using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>What a member did (interactions/receiving-and-responding, “Interaction Type”).</summary>
internal enum InteractionKind
{
    /// <summary>A kind that this program does not know.</summary>
    Unknown = 0,

    /// <summary>Discord asks whether anybody listens.</summary>
    Ping = 1,

    /// <summary>A slash command, or a command on a message.</summary>
    Command = 2,

    /// <summary>A button was pressed.</summary>
    Press = 3,

    /// <summary>A value is being typed.</summary>
    Typing = 4,

    /// <summary>A form was sent.</summary>
    Form = 5,
}

/// <summary>An interaction, whichever way it came.</summary>
internal sealed record Interaction
{
    /// <summary>Discord's id of it; unique.</summary>
    public required string Id { get; init; }

    /// <summary>The secret by which it is answered, for fifteen minutes.</summary>
    public required string Token { get; init; }

    /// <summary>What the member did.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>Where.</summary>
    public ChannelAddress Channel { get; init; }

    /// <summary>Who.</summary>
    public ChatUser User { get; init; }

    /// <summary>The language in which the member uses Discord: <c>pt-BR</c>; null where Discord does not say.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether it happened between the member and the bot alone.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether a member alone brought the bot along: nothing is installed where it happened, so the bot can only answer there.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Whether it happened in a channel of a server that the bot is in.</summary>
    public bool IsInServer => !IsDirect && !IsGuest && Channel.Space.Length > 0;

    /// <summary>The channel, where it is of a kind that can be chosen in a form; null for another.</summary>
    public string? PickableChannel { get; init; }

    /// <summary>Whether cards are shown there.</summary>
    public bool ShowsCards { get; init; } = true;

    /// <summary>Whether files can be attached there.</summary>
    public bool TakesFiles { get; init; } = true;

    /// <summary>The command's name, with that of the command in its group: <c>debate schedule</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>The command's options, in the order in which they were given.</summary>
    public IReadOnlyList<GivenOption> Options { get; init; } = [];

    /// <summary>The files that came with the command or the form, or stand on the message that the command was used on.</summary>
    public IReadOnlyList<GivenFile> Files { get; init; } = [];

    /// <summary>The words of the message that the command was used on; null for a slash command.</summary>
    public string? Target { get; init; }

    /// <summary>What the pressed button, or the form, carries unseen.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>What stands in the form, by field: one value, or those that were chosen.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What the member may do in the channels that were chosen in the form, by their ids.</summary>
    public IReadOnlyDictionary<string, Permissions> ChosenChannels { get; init; } = new Dictionary<string, Permissions>();

    /// <summary>The message that the pressed button stands on; undefined for the rest.</summary>
    public JsonElement Message { get; init; }

    /// <summary>When it happened, which its id tells.</summary>
    public DateTimeOffset At => Snowflake.TimeOf(Id);
}

/// <summary>An option of a command as it was given.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="IsBeingTyped">Whether the member is at it.</param>
internal readonly record struct GivenOption(string Name, string Value, bool IsBeingTyped);
