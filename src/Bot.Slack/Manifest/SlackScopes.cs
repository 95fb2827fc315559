using Bot.Slack.WebApi;

namespace Bot.Slack.Manifest;

/// <summary>Something that the app may do: https://docs.slack.dev/reference/scopes.</summary>
/// <param name="Name">Slack's word for it.</param>
internal sealed record SlackScope(string Name)
{
    /// <summary>What does not work without it, in a sentence; null where the bot does not work without it.</summary>
    public string? Without { get; init; }

    /// <summary>Whether a workspace may leave it out when it installs the app.</summary>
    public bool MayBeDeclined { get; init; }
}

/// <summary>What the app may do, each for one thing.</summary>
internal static class SlackScopes
{
    /// <summary>The scopes of the bot's token.</summary>
    public static IReadOnlyList<SlackScope> All { get; } =
    [
        new("app_mentions:read"), // hear “@Seminar Bot …”
        new("assistant:write") { Without = "Direct messages have no prompts to begin with, no word on what the bot is doing, and no titles." },
        new("channels:history"), // see whether a post stands in a public channel already
        Optional("channels:read", "App Home shows no motions of public channels, and the teacher’s desk no names of them."),
        new("chat:write"), // answer and post
        new("commands"), // slash commands and shortcuts
        Optional(TokenScopes.FilesRead, "Files cannot be sent to the bot: neither essays to be checked nor readings."),
        Optional("files:write", "Exports come as text and not as files."),
        new("groups:history"), // see whether a post stands in a private channel already
        Optional("groups:read", "App Home shows no motions of private channels, and the teacher’s desk no names of them."),
        new("im:history"), // hear direct messages
        Optional("im:write", "Exports come as text, and debate notify cannot tell teachers what was not posted."),
        Optional("pins:write", "The motion of the day is not pinned."),
        Optional("usergroups:read", "User groups in Slack:Teachers are not looked up, so that their members are no teachers."),
        new("users:read"), // tell admins, who are teachers
    ];

    private static SlackScope Optional(string name, string without) => new(name) { Without = without, MayBeDeclined = true };
}
