namespace Bot.Hosting;

/// <summary>Decides whether others can send requests to this program.</summary>
internal static class PublicReach
{
    /// <summary>
    /// Whether they can: a chat platform sends requests here, or the settings name a public address, at which a proxy stands. What a proxy passes
    /// on comes from this machine, so that nothing may be open to this machine alone.
    /// </summary>
    public static bool IsThere(IConfiguration configuration) =>
        ChatPlatforms.ThatSendRequests(configuration).Count > 0
        || configuration.AsEnumerable()
            .Any(setting => setting.Key.EndsWith(":PublicUrl", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(setting.Value));
}
