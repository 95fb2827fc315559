namespace Bot.Hosting;

/// <summary>Decides whether others can send requests to this program.</summary>
internal static class PublicReach
{
    /// <summary>
    /// Whether a chat platform sends requests here, or a public address is set. Then there is a proxy, and everything that it forwards seems to come from
    /// this machine, so nothing must be open just because a request is local.
    /// </summary>
    public static bool IsThere(IConfiguration configuration) =>
        ChatPlatforms.ListRequestSenders(configuration).Count > 0
        || configuration.AsEnumerable()
            .Any(setting => setting.Key.EndsWith(":PublicUrl", StringComparison.OrdinalIgnoreCase) && !string.IsNullOrEmpty(setting.Value));
}
