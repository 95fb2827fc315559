namespace Bot.Seminar.Channels;

/// <summary>The database key of a channel: <c>discord/1234/5678</c>. A thread has the key of its channel.</summary>
internal static class ChannelKey
{
    public static string Of(ChannelAddress address) =>
        string.Join('/', new[] { address.Platform, address.Space, address.Channel }.Select(Uri.EscapeDataString));

    /// <summary>The server or workspace that a channel belongs to: <c>discord/1234</c>.</summary>
    public static string WorkspaceOf(string key) => key[..key.LastIndexOf('/')];

    public static ChannelAddress Parse(string key)
    {
        var parts = key.Split('/').Select(Uri.UnescapeDataString).ToArray();
        return parts.Length == 3
            ? new ChannelAddress(parts[0], parts[1], parts[2])
            : throw new FormatException($"“{key}” is not the key of a channel.");
    }
}
