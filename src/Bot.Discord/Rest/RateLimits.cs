using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest;

/// <summary>
/// Discord's rate limits, learned from its responses (topics/rate-limits): which routes share a bucket, how many calls are left, and when it is full again.
/// Thread-safe.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    // Above this number the oldest buckets are removed: each interaction has its own webhook.
    private const int MaxBuckets = 5_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private DateTimeOffset botFrom;
    private DateTimeOffset addressFrom;

    /// <summary>The time to wait before a call; if it is zero, the call is counted.</summary>
    public TimeSpan Take(RestCall call)
    {
        lock (gate)
        {
            var now = time.GetUtcNow();
            var allFrom = call.IsAuthorized && botFrom > addressFrom ? botFrom : addressFrom;
            if (allFrom > now)
            {
                return allFrom - now;
            }

            if (!buckets.TryGetValue(KeyOf(call), out var bucket) || bucket.FullAt <= now)
            {
                return TimeSpan.Zero;
            }

            if (bucket.Left == 0)
            {
                return bucket.FullAt - now;
            }

            bucket.Left--;
            return TimeSpan.Zero;
        }
    }

    /// <summary>Reads the limits from a response's headers.</summary>
    public void Learn(RestCall call, HttpResponseHeaders headers)
    {
        if (ReadText(headers, "X-RateLimit-Bucket") is not { } name || ReadSeconds(headers, "X-RateLimit-Reset-After") is not { } until)
        {
            return;
        }

        lock (gate)
        {
            bucketOfRoute[call.Route] = name;
            var left = (int)(ReadSeconds(headers, "X-RateLimit-Remaining") ?? TimeSpan.Zero).TotalSeconds;
            FindBucket(call).Set(left, time.GetUtcNow() + until);
        }
    }

    /// <summary>Blocks calls of the same scope for the time that a refusal names.</summary>
    public void Obey(RestCall call, TimeSpan retryAfter, LimitScope scope)
    {
        lock (gate)
        {
            var until = time.GetUtcNow() + retryAfter;
            switch (scope)
            {
                case LimitScope.Address:
                    addressFrom = until;
                    break;
                case LimitScope.Bot:
                    botFrom = until;
                    break;
                default:
                    FindBucket(call).Set(0, until);
                    break;
            }
        }
    }

    /// <summary>A header's number of seconds; null if it is missing.</summary>
    public static TimeSpan? ReadSeconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(ReadText(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(1).TotalSeconds))
            : null;

    /// <summary>A header's text; null if it is missing.</summary>
    public static string? ReadText(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private string KeyOf(RestCall call) => $"{bucketOfRoute.GetValueOrDefault(call.Route, call.Route)} {call.Major}";

    private Bucket FindBucket(RestCall call)
    {
        var key = KeyOf(call);
        if (buckets.TryGetValue(key, out var known))
        {
            return known;
        }

        if (buckets.Count >= MaxBuckets)
        {
            foreach (var (old, _) in buckets.OrderBy(entry => entry.Value.FullAt).Take(MaxBuckets / 10).ToList())
            {
                buckets.Remove(old);
            }
        }

        return buckets[key] = new Bucket();
    }
}

/// <summary>The calls that a limit covers.</summary>
internal enum LimitScope
{
    /// <summary>The calls that share a bucket.</summary>
    Bucket,

    /// <summary>All calls with the bot's token. It does not cover answers to interactions.</summary>
    Bot,

    /// <summary>All calls from this IP address, blocked by Discord's proxy.</summary>
    Address,
}

/// <summary>Calls that share a limit.</summary>
internal sealed class Bucket
{
    /// <summary>How many calls are left until it is full again.</summary>
    public int Left { get; set; }

    /// <summary>When it is full again.</summary>
    public DateTimeOffset FullAt { get; private set; }

    /// <summary>
    /// Stores a response's values. Responses can arrive out of order, so the smaller number is right within a period.
    /// </summary>
    public void Set(int left, DateTimeOffset fullAt)
    {
        var isSamePeriod = (fullAt - FullAt).Duration() < TimeSpan.FromMilliseconds(500);
        Left = isSamePeriod ? Math.Min(Left, left) : left;
        FullAt = fullAt > FullAt ? fullAt : FullAt;
    }
}
