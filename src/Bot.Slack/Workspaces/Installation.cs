namespace Bot.Slack.Workspaces;

/// <summary>The stored data of a workspace, encrypted.</summary>
/// <param name="Token">The bot's token there.</param>
/// <param name="RefreshToken">Gets the next token, once; null if tokens do not expire.</param>
/// <param name="ExpiresAt">When the token expires; null for never.</param>
internal sealed record Installation(string Token, string? RefreshToken, DateTimeOffset? ExpiresAt);
