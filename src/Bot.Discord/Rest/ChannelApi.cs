using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>The calls that write to channels and read from them.</summary>
internal sealed class ChannelApi(RestClient rest)
{
    private const int ThreeDays = 4320;

    /// <summary>Posts a message. With a nonce a repeated call soon after gives the message that is there.</summary>
    public Task<RestAnswer> PostAsync(string channel, DiscordMessage message, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Post, channel, "messages", "/messages") with { Body = message, IsRepeatable = message.Nonce is not null }, cancellationToken);

    /// <summary>Puts other content into the place of a message's.</summary>
    public Task<RestAnswer> EditAsync(string channel, string id, DiscordMessage message, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Patch, channel, "messages/id", $"/messages/{id}") with { Body = message }, cancellationToken);

    /// <summary>Opens a thread on a message. There can be one for each.</summary>
    public Task<RestAnswer> OpenThreadAsync(string channel, string id, string name, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Post, channel, "messages/id/threads", $"/messages/{id}/threads") with { Body = new NewThread(name, ThreeDays) }, cancellationToken);

    /// <summary>Pins a message.</summary>
    public Task<RestAnswer> PinAsync(string channel, string id, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Put, channel, "messages/pins/id", $"/messages/pins/{id}"), cancellationToken);

    /// <summary>Messages of a channel, the newest first.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="before">An id that all of them are before; null for the latest.</param>
    /// <param name="most">How many, up to 100.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<RestAnswer> ListAsync(string channel, string? before, int most, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Get, channel, "messages", $"/messages?limit={most}{(before is null ? "" : $"&before={before}")}"), cancellationToken);

    /// <summary>What Discord says of a channel.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="timeout">For how long limits are waited for and faults are overcome.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<RestAnswer> GetAsync(string channel, TimeSpan timeout, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Get, channel, "id", "") with { Timeout = timeout }, cancellationToken);

    /// <summary>Opens the direct messages with a member; those that are open already are given again.</summary>
    public Task<RestAnswer> OpenDirectAsync(string member, CancellationToken cancellationToken) => rest.CallAsync(
        new RestCall(HttpMethod.Post, "POST users/@me/channels", "users/@me/channels") { Body = new Recipient(member) }, cancellationToken);

    private static RestCall Call(HttpMethod method, string channel, string route, string path) =>
        new(method, $"{method} channels/{route}", $"channels/{channel}{path}") { Major = channel };

    private sealed record NewThread(string Name, int AutoArchiveDuration);

    private sealed record Recipient(string RecipientId);
}
