using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Fake;

/// <summary>The faults to inject. Thread-safe.</summary>
public sealed class Faults
{
    /// <summary>The name for response URLs instead of a method's name.</summary>
    public const string Response = "response";

    private static readonly string[] Messages = [Response, "chat.postMessage", "chat.postEphemeral", "chat.update"];

    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, Queue<Fault>> next = new(StringComparer.Ordinal);
    private TimeSpan? limitNext;
    private DateTimeOffset limitedUntil;
    private bool refusesPrivate;

    /// <summary>The number of messages that ignored the rate limit.</summary>
    public int LimitBreaches { get; private set; }

    /// <summary>Injects a fault into the next call of a method.</summary>
    public void Add(string method, Fault fault)
    {
        lock (gate)
        {
            next.GetOrAdd(method, _ => new Queue<Fault>()).Enqueue(fault);
        }
    }

    /// <summary>Refuses the next message, and all others for a time.</summary>
    public void LimitNext(TimeSpan retryAfter)
    {
        lock (gate)
        {
            limitNext = retryAfter;
        }
    }

    /// <summary>Refuses the next private message.</summary>
    public void RefuseNextPrivate() => refusesPrivate = true;

    internal bool RefusesPrivate()
    {
        lock (gate)
        {
            (var refuses, refusesPrivate) = (refusesPrivate, false);
            return refuses;
        }
    }

    internal async Task<bool> FailAsync(HttpContext context, string method)
    {
        if (Limited(method) is { } retryAfter)
        {
            await LimitAsync(context, retryAfter);
            return true;
        }

        switch (Next(method, fault => fault is not Fault.LoseAnswer))
        {
            case Fault.Refusal error:
                context.Response.ContentType = "application/json";
                await context.Response.WriteAsync(new JsonObject
                {
                    ["ok"] = false,
                    ["error"] = error.Code,
                    ["needed"] = error.Needed,
                    ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. error.Details.Select(detail => JsonValue.Create(detail))]) },
                }.ToJsonString());
                return true;
            case Fault.Status status:
                context.Response.StatusCode = status.Code;
                return true;
            case Fault.Limit limit:
                await LimitAsync(context, limit.RetryAfter);
                return true;
            case Fault.Hang:
                await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return true;
            default:
                return false;
        }
    }

    internal bool LosesAnswer(HttpContext context, string method)
    {
        if (Next(method, fault => fault is Fault.LoseAnswer) is null)
        {
            return false;
        }

        context.Abort();
        return true;
    }

    private static Task LimitAsync(HttpContext context, TimeSpan retryAfter)
    {
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(retryAfter.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return context.Response.WriteAsync("""{"ok":false,"error":"ratelimited"}""");
    }

    private TimeSpan? Limited(string method)
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            if (!Messages.Contains(method))
            {
                return null;
            }

            if (now < limitedUntil)
            {
                LimitBreaches++;
                return limitedUntil - now;
            }

            if (limitNext is not { } retryAfter)
            {
                return null;
            }

            (limitNext, limitedUntil) = (null, now + retryAfter);
            return retryAfter;
        }
    }

    private Fault? Next(string method, Func<Fault, bool> isMeant)
    {
        lock (gate)
        {
            return next.TryGetValue(method, out var queue) && queue.TryPeek(out var fault) && isMeant(fault) ? queue.Dequeue() : null;
        }
    }
}

/// <summary>A fault of a call.</summary>
public abstract record Fault
{
    private Fault()
    {
    }

    /// <summary>Slack refuses.</summary>
    /// <param name="Code">Slack's error code.</param>
    /// <param name="Needed">The missing scope.</param>
    public sealed record Refusal(string Code, string Needed = "") : Fault
    {
        /// <summary>Slack's details, if any.</summary>
        public IReadOnlyList<string> Details { get; init; } = [];
    }

    /// <summary>Slack has a server error.</summary>
    public sealed record Status(int Code) : Fault;

    /// <summary>Slack accepts no calls for a while.</summary>
    public sealed record Limit(TimeSpan RetryAfter) : Fault;

    /// <summary>Slack does nothing and never answers.</summary>
    public sealed record Hang : Fault;

    /// <summary>Slack does it, but the answer is lost.</summary>
    public sealed record LoseAnswer : Fault;
}
