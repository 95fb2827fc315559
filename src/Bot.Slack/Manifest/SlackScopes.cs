namespace Bot.Slack.Manifest;

/// <summary>What the app may do, each for one thing: https://docs.slack.dev/reference/scopes.</summary>
internal static class SlackScopes
{
    /// <summary>The scopes of the bot's token.</summary>
    public static IReadOnlyList<string> Bot { get; } =
    [
        "app_mentions:read", // hear “@Seminar Bot …”
        "channels:history", // see whether a post stands in a public channel already
        "channels:read", // tell which channels a member is in, for the motions on App Home
        "chat:write", // answer and post
        "commands", // slash commands and shortcuts
        "files:write", // hand over exports as files
        "groups:history", // the same in a private channel
        "groups:read", // the same in private channels
        "im:history", // hear direct messages
        "im:write", // write to a member alone: files, and what was not posted
        "pins:write", // pin the motion of the day
        "users:read", // tell admins, who are teachers
    ];
}
