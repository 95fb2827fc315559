using Bot.Web.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Web.Channels;

/// <summary>The configured channels, each with its log.</summary>
internal sealed class ChannelLogs(IOptions<WebOptions> options, TimeProvider time)
{
    private readonly Dictionary<string, ChannelLog> logs = options.Value.ChannelNames.ToDictionary(
        name => name, _ => new ChannelLog(time), StringComparer.Ordinal);

    /// <summary>The name of the first channel.</summary>
    public string First { get; } = options.Value.ChannelNames[0];

    /// <summary>The names, in order.</summary>
    public IReadOnlyList<string> Names { get; } = options.Value.ChannelNames;

    /// <summary>The log of a channel; null if there is none of that name.</summary>
    public ChannelLog? Find(string name) => logs.GetValueOrDefault(name);
}
