using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Reliability;

/// <summary>
/// A chat platform on a port of this machine that misbehaves: it takes messages and loses its answers, refuses, dawdles, and gets requests
/// twice. It knows a key again in such a repeated request alone; what the program sends anew stands there anew.
/// </summary>
internal sealed class LoopbackPlatform : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Random chance;
    private readonly Lock gate = new();
    private readonly List<(string Key, string Channel)> messages = [];
    private readonly Dictionary<string, int> firstOfKey = [];
    private readonly ConcurrentDictionary<string, int> counts = new();
    private volatile int requests;
    private volatile int underWay;

    private LoopbackPlatform(int seed)
    {
        chance = new Random(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Use(async (context, next) =>
        {
            Interlocked.Increment(ref underWay);
            try
            {
                await next(context);
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
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
                return [.. messages];
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

    /// <summary>Waits until what a program sent before it died has been seen to.</summary>
    public async Task UntilQuietAsync()
    {
        while (underWay > 0)
        {
            await Task.Delay(1);
        }
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

        var id = Accept(key, channel, isRepeated: false);
        if (luck is >= 30 and < 45)
        {
            // The same request once more, as a proxy sends it that had no answer; the program gets the answer to this one.
            Count("request delivered twice");
            id = Accept(key, channel, isRepeated: true);
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
            found = firstOfKey.TryGetValue(key, out var at) ? at.ToString(CultureInfo.InvariantCulture) : null;
        }

        context.Response.StatusCode = found is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await context.Response.WriteAsync(found ?? "");
    }

    private string Accept(string key, string channel, bool isRepeated)
    {
        lock (gate)
        {
            if (!isRepeated || !firstOfKey.TryGetValue(key, out var at))
            {
                at = messages.Count;
                messages.Add((key, channel));
                firstOfKey.TryAdd(key, at);
            }

            return at.ToString(CultureInfo.InvariantCulture);
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
