using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>Gets the names of channels and servers from Discord.</summary>
internal sealed class DiscordChannelNames(RestClient rest) : IChannelNames
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(5);

    private readonly ChannelApi channels = new(rest);

    /// <inheritdoc />
    public string Platform => DiscordChannels.Platform;

    /// <inheritdoc />
    public async Task<string?> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        ReadName(await channels.GetAsync(channel.Channel, Timeout, cancellationToken));

    /// <inheritdoc />
    public async Task<string?> OfSpaceAsync(string space, CancellationToken cancellationToken) =>
        space.Length == 0 ? null : ReadName(await rest.CallAsync(ReadServer(space), cancellationToken));

    private static RestCall ReadServer(string id) => new(HttpMethod.Get, "GET guilds/id", $"guilds/{id}") { Major = id, Timeout = Timeout };

    private static string? ReadName(RestAnswer answer) => answer is RestAnswer.Done { Body: var body } ? body.At("name").Text() : null;
}
