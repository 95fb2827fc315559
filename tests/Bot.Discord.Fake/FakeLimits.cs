using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Discord.Fake;

/// <summary>The rate limits and the faults to inject. Thread-safe.</summary>
internal sealed class FakeLimits
{
    private readonly Lock gate = new();
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, DateTimeOffset> forbiddenUntil = [];
    private readonly Dictionary<string, (int Left, DateTimeOffset Reset)> buckets = [];

    public int MessagesPerBucket { get; set; }

    /// <summary>The number of requests that ignored a limit.</summary>
    public int Breaches { get; private set; }

    public void Add(Fault fault)
    {
        lock (gate)
        {
            faults.Add(fault);
        }
    }

    /// <summary>Takes the fault for a request; null if there is none.</summary>
    public Fault? FaultFor(string method, string path)
    {
        lock (gate)
        {
            var fault = faults.Find(fault => fault.Fits(method, path));
            if (fault is null)
            {
                return null;
            }

            faults.Remove(fault);
            if (fault.RetryAfter is { } after)
            {
                forbiddenUntil[fault.IsGlobal || fault.IsOfProxy ? "" : RouteOf(path)] = TimeProvider.System.GetUtcNow() + after;
            }

            return fault.RetryAfter is { } wait && fault.Body is null
                ? fault with { Body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = wait.TotalSeconds, ["global"] = fault.IsGlobal } }
                : fault;
        }
    }

    /// <summary>The refusal of a request beyond a limit; null within the limits.</summary>
    public JsonObject? Refusal(HttpContext context, string method, string path)
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            var until = new[] { "", RouteOf(path) }.Select(route => forbiddenUntil.GetValueOrDefault(route)).Max();
            if (until > now)
            {
                Breaches++;
                return new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = (until - now).TotalSeconds, ["global"] = false };
            }

            if (MessagesPerBucket == 0 || method != "POST" || !path.EndsWith("/messages", StringComparison.Ordinal))
            {
                return null;
            }

            var bucket = buckets.GetValueOrDefault(path);
            bucket = bucket.Reset <= now ? (MessagesPerBucket, now + TimeSpan.FromSeconds(1)) : bucket;
            if (bucket.Left == 0)
            {
                Breaches++;
                return new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = (bucket.Reset - now).TotalSeconds, ["global"] = false };
            }

            buckets[path] = (bucket.Left - 1, bucket.Reset);
            context.Response.Headers["X-RateLimit-Bucket"] = "messages-bucket";
            context.Response.Headers["X-RateLimit-Limit"] = MessagesPerBucket.ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-RateLimit-Remaining"] = (bucket.Left - 1).ToString(CultureInfo.InvariantCulture);
            context.Response.Headers["X-RateLimit-Reset-After"] = (bucket.Reset - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
            return null;
        }
    }

    // The part of a path that has its own limit.
    private static string RouteOf(string path) => string.Join('/', path.Split('/').Take(path.StartsWith("webhooks/", StringComparison.Ordinal) ? 3 : 2));
}
