namespace Bot.Discord.Rest;

/// <summary>Sends answers after the first response, with the interaction's token while it is valid.</summary>
internal sealed class InteractionWebhook(RestClient rest, string applicationId, string token, DateTimeOffset expires, TimeProvider time)
{
    // Discord can receive an edit or a follow-up before it has processed the first response; it then does not know the webhook.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(750), TimeSpan.FromSeconds(2), TimeSpan.Zero];

    /// <summary>Replaces the first response.</summary>
    public Task<RestAnswer> EditOriginalAsync(DiscordMessage message, TimeSpan timeout, CancellationToken cancellationToken) => CallAsync(
        Call(HttpMethod.Patch, "PATCH webhook/@original", "/messages/@original", message with { Flags = null }, timeout), cancellationToken);

    /// <summary>Sends another message.</summary>
    public Task<RestAnswer> FollowUpAsync(DiscordMessage message, TimeSpan timeout, CancellationToken cancellationToken) => CallAsync(
        Call(HttpMethod.Post, "POST webhook", "", message, timeout) with { IsRepeatable = false }, cancellationToken);

    private async Task<RestAnswer> CallAsync(RestCall call, CancellationToken cancellationToken)
    {
        RestAnswer answer = new RestAnswer.Failed("The time to answer was over.");
        foreach (var pause in Pauses)
        {
            var left = expires - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                return answer;
            }

            answer = await rest.CallAsync(call with { Timeout = left < call.Timeout ? left : call.Timeout }, cancellationToken);
            if (answer is not RestAnswer.Refused { Error.Code: DiscordError.UnknownWebhook or DiscordError.UnknownMessage })
            {
                return answer;
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        return answer;
    }

    private RestCall Call(HttpMethod method, string route, string path, DiscordMessage message, TimeSpan timeout) =>
        new(method, route, $"webhooks/{applicationId}/{token}{path}")
        {
            Major = token,
            Body = message,
            IsAuthorized = false,
            Timeout = timeout,
        };
}
