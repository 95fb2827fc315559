using Bot.Discord.Protocol;

namespace Bot.Discord.Rest;

/// <summary>Answers an interaction after the first response, by the token that came with it, for as long as Discord takes that.</summary>
internal sealed class InteractionWebhook(RestClient rest, string applicationId, string token, DateTimeOffset expires, TimeProvider time)
{
    // Discord may receive an edit or a follow-up before it has processed the first response, and does not know the webhook then.
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(750), TimeSpan.FromSeconds(2), TimeSpan.Zero];

    /// <summary>Puts a message into the place of the first response.</summary>
    public Task<RestAnswer> EditOriginalAsync(DiscordMessage message, TimeSpan timeout, CancellationToken cancellationToken) => CallAsync(
        Call(HttpMethod.Patch, "PATCH webhook/@original", "/messages/@original", message with { Flags = null }, timeout), cancellationToken);

    /// <summary>Sends a further message.</summary>
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
