using System.Threading.RateLimiting;

namespace Bot.Slack.WebApi;

/// <summary>
/// Keeps calls within the tiers that Slack publishes for each method and workspace (https://docs.slack.dev/apis/web-api/rate-limits), so that refusals are
/// rare.
/// </summary>
internal sealed class SlackTiers : IDisposable
{
    private const int MaxWaiting = 1000;
    private const int PostBurst = 5;

    private readonly PartitionedRateLimiter<(string Method, string Bucket)> limiter =
        PartitionedRateLimiter.Create<(string Method, string Bucket), string>(call => RateLimitPartition.GetTokenBucketLimiter(
            call.Bucket,
            _ => call.Method == "chat.postMessage" ? CreateOptions(PostBurst, TimeSpan.FromSeconds(1)) : CreateOptions(LimitPerMinute(call.Method))));

    /// <summary>Waits until a call can be made.</summary>
    /// <returns>False if too many are waiting.</returns>
    public async ValueTask<bool> WaitAsync(string method, string bucket, CancellationToken cancellationToken)
    {
        using var lease = await limiter.AcquireAsync((method, bucket), 1, cancellationToken);
        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    // The tiers 2, 3 and 4; an unlisted method gets the lowest.
    private static int LimitPerMinute(string method) => method switch
    {
        "auth.test" or "assistant.threads.setStatus" or "assistant.threads.setSuggestedPrompts" or "assistant.threads.setTitle" => 100,
        "chat.postEphemeral" or "files.getUploadURLExternal" or "files.completeUploadExternal" or "users.info"
            or "views.open" or "views.publish" or "views.update" => 100,
        "chat.update" or "conversations.history" or "conversations.replies" or "chat.getPermalink" or "conversations.open" or "conversations.info"
            or "users.conversations" or "functions.completeSuccess" or "functions.completeError" => 50,
        _ => 20,
    };

    private static TokenBucketRateLimiterOptions CreateOptions(int perMinute) => CreateOptions(perMinute, TimeSpan.FromMinutes(1) / perMinute);

    private static TokenBucketRateLimiterOptions CreateOptions(int burst, TimeSpan each) => new()
    {
        TokenLimit = burst,
        TokensPerPeriod = 1,
        ReplenishmentPeriod = each,
        QueueLimit = MaxWaiting,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    };
}
