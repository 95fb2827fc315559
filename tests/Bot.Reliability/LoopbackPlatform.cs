using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Reliability;

/// <summary>
/// A chat platform on a port of this machine that misbehaves: it takes messages and loses its answers, refuses, dawdles, and on some days a
/// request reaches it twice. It knows repeated keys for a moment only, as platforms do.
/// </summary>
internal sealed class LoopbackPlatform : IAsyncDisposable
{
    private static readonly TimeSpan KnowsKeysFor = TimeSpan.FromSeconds(2);

    private readonly WebApplication app;
    private readonly Random chance;
    private readonly Lock gate = new();
    private readonly List<(string Key, string Channel, DateTimeOffset At)> messages = [];
    private readonly ConcurrentDictionary<string, int> counts = new();
    private volatile int requests;

    private LoopbackPlatform(int seed)
    {
        chance = new Random(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/messages", PostAsync);
        app.MapGet("/messages", FindAsync);
    }

    public string Address => app.Urls.First();

    /// <summary>What stands in the channels.</summary>
    public IReadOnlyList<(string Key, string Channel)> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages.Select(message => (message.Key, message.Channel))];
            }
        }
    }

    /// <summary>How many requests came.</summary>
    public int Requests => requests;

    /// <summary>How often each kind of trouble was made.</summary>
    public IReadOnlyDictionary<string, int> Troubles => counts;

    public static async Task<LoopbackPlatform> StartAsync(int seed)
    {
        var platform = new LoopbackPlatform(seed);
        await platform.app.StartAsync();
        return platform;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task PostAsync(HttpContext context)
    {
        var (key, channel) = (context.Request.Query["key"].ToString(), context.Request.Query["channel"].ToString());
        var luck = Roll();
        if (luck < 10)
        {
            Count("refused with an error");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        if (luck < 30)
        {
            await Task.Delay(luck);
        }

        var id = Accept(key, channel);
        if (luck is >= 30 and < 45)
        {
            // The same request once more, as a proxy does that had no answer.
            Count("request delivered twice");
            Accept(key, channel);
        }

        if (luck is >= 45 and < 65)
        {
            Count("answer lost");
            context.Abort();
            return;
        }

        await context.Response.WriteAsync(id);
        if (luck is >= 65 and < 75)
        {
            Count("answer cut short");
            context.Abort();
        }
    }

    private async Task FindAsync(HttpContext context)
    {
        if (Roll() < 15)
        {
            Count("look-up failed");
            context.Abort();
            return;
        }

        var key = context.Request.Query["key"].ToString();
        string? found;
        lock (gate)
        {
            var at = messages.FindIndex(message => message.Key == key);
            found = at < 0 ? null : at.ToString(CultureInfo.InvariantCulture);
        }

        context.Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await context.Response.WriteAsync(found ?? "");
    }

    private string Accept(string key, string channel)
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            var known = messages.FindLastIndex(message => message.Key == key && now - message.At < KnowsKeysFor);
            if (known < 0)
            {
                messages.Add((key, channel, now));
                known = messages.Count - 1;
            }

            return known.ToString(CultureInfo.InvariantCulture);
        }
    }

    private int Roll()
    {
        Interlocked.Increment(ref requests);
        lock (gate)
        {
            return chance.Next(100);
        }
    }

    private void Count(string trouble) => counts.AddOrUpdate(trouble, 1, (_, count) => count + 1);
}
