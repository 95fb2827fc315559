using System.Text.Json;
using Bot.Discord.Rest;

namespace Bot.Discord.Interactions;

/// <summary>The kind of a member's action (interactions/receiving-and-responding, “Interaction Type”).</summary>
internal enum InteractionKind
{
    /// <summary>A kind that this program does not know.</summary>
    Unknown = 0,

    /// <summary>Discord checks that the endpoint is up.</summary>
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

/// <summary>An interaction, from HTTP or the gateway.</summary>
internal sealed record Interaction
{
    /// <summary>Discord's unique id.</summary>
    public required string Id { get; init; }

    /// <summary>The secret token for its answers, valid for fifteen minutes.</summary>
    public required string Token { get; init; }

    /// <summary>The kind of action.</summary>
    public required InteractionKind Kind { get; init; }

    /// <summary>The channel where it happened.</summary>
    public ChannelAddress Channel { get; init; }

    /// <summary>The member.</summary>
    public ChatUser User { get; init; }

    /// <summary>The language of the member's Discord client: <c>pt-BR</c>; null if Discord does not send it.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether it happened in direct messages with the bot.</summary>
    public bool IsDirect { get; init; }

    /// <summary>Whether the bot is installed only for the member and not in the server or conversation, so that it can only answer there.</summary>
    public bool IsGuest { get; init; }

    /// <summary>Whether it happened in a channel of a server that the bot is in.</summary>
    public bool IsInServer => !IsDirect && !IsGuest && Channel.Space.Length > 0;

    /// <summary>The channel, if its kind can be chosen in a form; otherwise null.</summary>
    public string? PickableChannel { get; init; }

    /// <summary>Whether cards are shown there.</summary>
    public bool ShowsCards { get; init; } = true;

    /// <summary>Whether files can be attached there.</summary>
    public bool TakesFiles { get; init; } = true;

    /// <summary>The command's name with its group: <c>debate schedule</c>.</summary>
    public string Command { get; init; } = "";

    /// <summary>The command's options, in the order in which they were given.</summary>
    public IReadOnlyList<GivenOption> Options { get; init; } = [];

    /// <summary>The files of the command or form, or of the message that the command was used on.</summary>
    public IReadOnlyList<GivenFile> Files { get; init; } = [];

    /// <summary>The text of the message that the command was used on; null for a slash command.</summary>
    public string? Target { get; init; }

    /// <summary>The custom id of the pressed button or the form.</summary>
    public string CustomId { get; init; } = "";

    /// <summary>The form's values by field: one value, or the chosen ones.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Fields { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The member's permissions in the channels that were chosen in the form, by channel id.</summary>
    public IReadOnlyDictionary<string, Permissions> ChosenChannels { get; init; } = new Dictionary<string, Permissions>();

    /// <summary>The message of the pressed button; undefined for other kinds.</summary>
    public JsonElement Message { get; init; }

    /// <summary>When it happened, read from its id.</summary>
    public DateTimeOffset At => Snowflake.TimeOf(Id);
}

/// <summary>A given option of a command.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="IsBeingTyped">Whether the member is typing it.</param>
internal readonly record struct GivenOption(string Name, string Value, bool IsBeingTyped);
