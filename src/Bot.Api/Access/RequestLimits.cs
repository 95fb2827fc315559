using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Api.Access;

/// <summary>
/// Limits the requests of each key with a token bucket, and reports it in the headers <c>RateLimit-Policy</c> and <c>RateLimit</c>
/// (draft-ietf-httpapi-ratelimit-headers). Thread-safe.
/// </summary>
internal sealed class RequestLimits : IDisposable
{
    private readonly ApiOptions options;
    private readonly string policy;
    private readonly PartitionedRateLimiter<string> limiter;

    public RequestLimits(IOptions<ApiOptions> options)
    {
        this.options = options.Value;
        policy = string.Create(CultureInfo.InvariantCulture, $"\"requests\";q={this.options.Burst};w={RoundUpToSeconds(this.options.Burst * this.options.Every)}");
        limiter = PartitionedRateLimiter.Create<string, string>(caller =>
            RateLimitPartition.GetTokenBucketLimiter(caller, _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = this.options.Burst,
                TokensPerPeriod = 1,
                ReplenishmentPeriod = this.options.Every,
                QueueLimit = 0,
            }));
    }

    /// <summary>Takes one request from a caller's bucket, and writes the headers of the response.</summary>
    /// <returns>Whether there was one left.</returns>
    public bool Take(string caller, HttpResponse response)
    {
        using var lease = limiter.AttemptAcquire(caller);
        var left = limiter.GetStatistics(caller)?.CurrentAvailablePermits ?? 0;
        response.Headers["RateLimit-Policy"] = policy;
        response.Headers["RateLimit"] = string.Create(
            CultureInfo.InvariantCulture, $"\"requests\";r={left};t={RoundUpToSeconds((options.Burst - left) * options.Every)}");
        if (!lease.IsAcquired)
        {
            response.Headers.RetryAfter = RoundUpToSeconds(options.Every).ToString(CultureInfo.InvariantCulture);
        }

        return lease.IsAcquired;
    }

    public void Dispose() => limiter.Dispose();

    private static long RoundUpToSeconds(TimeSpan span) => Math.Max(1, (long)Math.Ceiling(span.TotalSeconds));
}
