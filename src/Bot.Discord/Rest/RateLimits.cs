using System.Globalization;
using System.Net.Http.Headers;

namespace Bot.Discord.Rest;

/// <summary>
/// Discord's rate limits as its answers teach them (topics/rate-limits): which routes share a bucket, how many calls it still takes, and
/// when it is full again. Safe for many threads.
/// </summary>
internal sealed class RateLimits(TimeProvider time)
{
    // Beyond this the oldest buckets are forgotten: each interaction has a webhook of its own.
    private const int MaxBuckets = 5_000;

    private readonly Lock gate = new();
    private readonly Dictionary<string, string> bucketOfRoute = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Bucket> buckets = new(StringComparer.Ordinal);
    private DateTimeOffset botFrom;
    private DateTimeOffset addressFrom;

    /// <summary>How long to wait before a call may be made; zero takes one of the calls that are left.</summary>
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

    /// <summary>Learns from an answer's headers.</summary>
    public void Learn(RestCall call, HttpResponseHeaders headers)
    {
        if (Text(headers, "X-RateLimit-Bucket") is not { } name || Seconds(headers, "X-RateLimit-Reset-After") is not { } until)
        {
            return;
        }

        lock (gate)
        {
            bucketOfRoute[call.Route] = name;
            var left = (int)(Seconds(headers, "X-RateLimit-Remaining") ?? TimeSpan.Zero).TotalSeconds;
            Bucket(call).Set(left, time.GetUtcNow() + until);
        }
    }

    /// <summary>Obeys a refusal: nothing more of its kind for the time that it names.</summary>
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
                    Bucket(call).Set(0, until);
                    break;
            }
        }
    }

    /// <summary>A number of seconds in a header; null where there is none.</summary>
    public static TimeSpan? Seconds(HttpResponseHeaders headers, string name) =>
        double.TryParse(Text(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? TimeSpan.FromSeconds(Math.Clamp(seconds, 0, TimeSpan.FromDays(1).TotalSeconds))
            : null;

    /// <summary>What a header says; null where it is missing.</summary>
    public static string? Text(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private string KeyOf(RestCall call) => $"{bucketOfRoute.GetValueOrDefault(call.Route, call.Route)} {call.Major}";

    private Bucket Bucket(RestCall call)
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

/// <summary>What a limit is for.</summary>
internal enum LimitScope
{
    /// <summary>The calls that share a bucket.</summary>
    Bucket,

    /// <summary>All calls with the bot's token. Answers to interactions are not bound by it.</summary>
    Bot,

    /// <summary>All calls from this address: the proxy before Discord lets none through.</summary>
    Address,
}

/// <summary>Calls that share a limit.</summary>
internal sealed class Bucket
{
    /// <summary>How many calls it takes until it is full again.</summary>
    public int Left { get; set; }

    /// <summary>When it is full again.</summary>
    public DateTimeOffset FullAt { get; private set; }

    /// <summary>
    /// Notes what an answer said. Answers overtake each other, so within the same period the smaller number is the truth.
    /// </summary>
    public void Set(int left, DateTimeOffset fullAt)
    {
        var isSamePeriod = (fullAt - FullAt).Duration() < TimeSpan.FromMilliseconds(500);
        Left = isSamePeriod ? Math.Min(Left, left) : left;
        FullAt = fullAt > FullAt ? fullAt : FullAt;
    }
}
