namespace Bot.Slack.Workspaces;

/// <summary>What is kept of a workspace, encrypted.</summary>
/// <param name="Token">The bot's token there.</param>
/// <param name="RefreshToken">Gets the next token, once; null where tokens do not expire.</param>
/// <param name="ExpiresAt">When the token ends; null where it does not.</param>
internal sealed record Installation(string Token, string? RefreshToken, DateTimeOffset? ExpiresAt);
