namespace Bot.Slack.Manifest;

/// <summary>A permission of the app: https://docs.slack.dev/reference/scopes.</summary>
/// <param name="Name">Slack's name of it.</param>
internal sealed record SlackScope(string Name)
{
    /// <summary>The effect of its absence, in a sentence; null if the bot needs it.</summary>
    public string? Without { get; init; }

    /// <summary>Whether a workspace can decline it when it installs the app.</summary>
    public bool MayBeDeclined { get; init; }
}

/// <summary>The app's permissions and their purposes.</summary>
internal static class SlackScopes
{
    /// <summary>The scopes of the bot's token.</summary>
    public static IReadOnlyList<SlackScope> All { get; } =
    [
        new("app_mentions:read"), // receive “@Seminar Bot …”
        new("assistant:write") { Without = "Direct messages have no suggested prompts, no status and no titles." },
        new("channels:history"), // check whether a post already exists in a public channel
        CreateOptional("channels:read", "App Home shows no motions of public channels, and the teacher’s desk does not show their names."),
        new("chat:write"), // answer and post
        new("commands"), // slash commands and shortcuts
        CreateOptional(TokenScopes.FilesRead, "Members cannot send files to the bot, neither essays nor readings."),
        CreateOptional("files:write", "Exports are sent as text instead of files."),
        new("groups:history"), // check whether a post already exists in a private channel
        CreateOptional("groups:read", "App Home shows no motions of private channels, and the teacher’s desk does not show their names."),
        new("im:history"), // receive direct messages
        CreateOptional("im:write", "Exports are sent as text, and debate notify cannot tell teachers about failed posts."),
        CreateOptional("pins:write", "The motion of the day is not pinned."),
        CreateOptional("usergroups:read", "Members of the user groups in Slack:Teachers are not recognised as teachers."),
        new("users:read"), // recognise admins, who are teachers
    ];

    private static SlackScope CreateOptional(string name, string without) => new(name) { Without = without, MayBeDeclined = true };
}
