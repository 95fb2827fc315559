namespace Bot.Slack.WebApi;

/// <summary>A workspace that the app is installed in.</summary>
/// <param name="Team">Its id.</param>
/// <param name="Enterprise">The id of its organization; null if there is none.</param>
internal readonly record struct Workspace(string Team, string? Enterprise = null);
