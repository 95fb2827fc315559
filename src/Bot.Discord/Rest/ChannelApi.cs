namespace Bot.Discord.Rest;

/// <summary>The calls that write to channels and read from them.</summary>
internal sealed class ChannelApi(RestClient rest)
{
    private const int ThreeDays = 4320;

    /// <summary>Posts a message. With a nonce, a repeated call soon after returns the existing message.</summary>
    public Task<RestAnswer> PostAsync(string channel, DiscordMessage message, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Post, channel, "messages", "/messages") with { Body = message, IsRepeatable = message.Nonce is not null }, cancellationToken);

    /// <summary>Replaces a message's content.</summary>
    public Task<RestAnswer> EditAsync(string channel, string id, DiscordMessage message, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Patch, channel, "messages/id", $"/messages/{id}") with { Body = message }, cancellationToken);

    /// <summary>Opens a thread on a message. Each message can have one.</summary>
    public Task<RestAnswer> OpenThreadAsync(string channel, string id, string name, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Post, channel, "messages/id/threads", $"/messages/{id}/threads") with { Body = new NewThread(name, ThreeDays) }, cancellationToken);

    /// <summary>
    /// Starts a forum post: a thread and its first message, which have the same id. The answer contains both. Discord accepts no nonce here, so the call is
    /// never repeated.
    /// </summary>
    public Task<RestAnswer> StartPostAsync(
        string forum, string title, IReadOnlyList<string> tags, DiscordMessage message, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Post, forum, "threads", "/threads") with
        {
            Body = new NewForumPost(title, ThreeDays, tags, message with { Nonce = null }),
            IsRepeatable = false,
        },
        cancellationToken);

    /// <summary>The threads of a server that are not archived.</summary>
    public Task<RestAnswer> ListActiveThreadsAsync(string server, CancellationToken cancellationToken) => rest.CallAsync(
        new RestCall(HttpMethod.Get, "GET guilds/threads/active", $"guilds/{server}/threads/active") { Major = server }, cancellationToken);

    /// <summary>The public archived threads of a channel, the most recently archived first.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="before">Only threads archived before this time, in Discord's format; null for the latest.</param>
    /// <param name="most">The maximum number, up to 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RestAnswer> ListArchivedThreadsAsync(string channel, string? before, int most, CancellationToken cancellationToken) => rest.CallAsync(
        Call(
            HttpMethod.Get,
            channel,
            "threads/archived/public",
            $"/threads/archived/public?limit={most}{(before is null ? "" : $"&before={Uri.EscapeDataString(before)}")}"),
        cancellationToken);

    /// <summary>A message.</summary>
    public Task<RestAnswer> GetMessageAsync(string channel, string id, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Get, channel, "messages/id", $"/messages/{id}"), cancellationToken);

    /// <summary>Pins a message.</summary>
    public Task<RestAnswer> PinAsync(string channel, string id, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Put, channel, "messages/pins/id", $"/messages/pins/{id}"), cancellationToken);

    /// <summary>Messages of a channel, the newest first.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="before">Only messages before this id; null for the latest.</param>
    /// <param name="most">The maximum number, up to 100.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RestAnswer> ListAsync(string channel, string? before, int most, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Get, channel, "messages", $"/messages?limit={most}{(before is null ? "" : $"&before={before}")}"), cancellationToken);

    /// <summary>Gets a channel.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="timeout">The total time for rate limits and retries.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<RestAnswer> GetAsync(string channel, TimeSpan timeout, CancellationToken cancellationToken) => rest.CallAsync(
        Call(HttpMethod.Get, channel, "id", "") with { Timeout = timeout }, cancellationToken);

    /// <summary>Opens the direct messages with a member, or returns the open ones.</summary>
    public Task<RestAnswer> OpenDirectAsync(string member, CancellationToken cancellationToken) => rest.CallAsync(
        new RestCall(HttpMethod.Post, "POST users/@me/channels", "users/@me/channels") { Body = new Recipient(member) }, cancellationToken);

    private static RestCall Call(HttpMethod method, string channel, string route, string path) =>
        new(method, $"{method} channels/{route}", $"channels/{channel}{path}") { Major = channel };

    private sealed record NewThread(string Name, int AutoArchiveDuration);

    private sealed record NewForumPost(string Name, int AutoArchiveDuration, IReadOnlyList<string> AppliedTags, DiscordMessage Message);

    private sealed record Recipient(string RecipientId);
}
