using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace Bot.Reliability;

/// <summary>
/// An unreliable proxy from the program to a platform: it refuses or delays requests, loses or truncates answers, and duplicates requests if the platform
/// detects duplicates.
/// </summary>
internal sealed class FaultyProxy : IAsyncDisposable
{
    // The headers of the connection, which are not forwarded.
    private static readonly string[] OfConnection = ["Host", "Connection", "Content-Length", "Transfer-Encoding", "Date", "Server"];

    private readonly WebApplication app;
    private readonly HttpClient platform;
    private readonly Random chance;
    private readonly Lock gate = new();
    private readonly ConcurrentDictionary<string, int> counts = new();
    private volatile int requests;
    private volatile int underWay;

    public FaultyProxy(Uri platform, int seed)
    {
        this.platform = new HttpClient { BaseAddress = new Uri(platform.GetLeftPart(UriPartial.Authority)) };
        chance = new Random(seed);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.Run(async context =>
        {
            Interlocked.Increment(ref underWay);
            Interlocked.Increment(ref requests);
            try
            {
                await CarryAsync(context);
            }
            finally
            {
                Interlocked.Decrement(ref underWay);
            }
        });
    }

    /// <summary>The proxy's address.</summary>
    public string Address => app.Urls.First();

    /// <summary>The body of the occasional rate limit.</summary>
    public required string Limit { get; init; }

    /// <summary>Whether it delivers some requests twice.</summary>
    public bool DeliversTwice { get; init; }

    /// <summary>The number of lots from which each request draws one; the first 60 mean a fault.</summary>
    public required int Lots { get; init; }

    /// <summary>The number of requests.</summary>
    public int Requests => requests;

    /// <summary>The number of injected faults of each kind.</summary>
    public IReadOnlyDictionary<string, int> Faults => counts;

    public Task StartAsync() => app.StartAsync();

    /// <summary>Waits until the dead program's requests are handled.</summary>
    public async Task UntilQuietAsync()
    {
        while (underWay > 0)
        {
            await Task.Delay(1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        platform.Dispose();
    }

    private async Task CarryAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body);
        }
        catch (IOException)
        {
            // A process that dies while it writes has sent no request.
            return;
        }

        var isLook = context.Request.Method == "GET" || context.Request.Path.Value!.Contains("/conversations.", StringComparison.Ordinal);
        switch (Draw())
        {
            case < 1:
                Count("limited");
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.Headers.RetryAfter = "1";
                await AnswerAsync(context, Limit);
                break;
            case < 6:
                Count("refused with an error");
                context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                await AnswerAsync(context, "");
                break;
            case < 12:
                Count("done and answered with an error");
                await AskAsync(context, body);
                context.Response.StatusCode = StatusCodes.Status502BadGateway;
                await AnswerAsync(context, "");
                break;
            case < 24:
                Count(isLook ? "look-up without an answer" : "answer lost");
                await AskAsync(context, body);
                context.Abort();
                break;
            case < 30:
                Count("answer cut short");
                await GiveAsync(context, await AskAsync(context, body), isWhole: false);
                break;
            case < 40 when DeliversTwice && !isLook:
                Count("request delivered twice");
                await AskAsync(context, body);
                await GiveAsync(context, await AskAsync(context, body), isWhole: true);
                break;
            case < 60 and var lot:
                await Task.Delay(lot - 30);
                await GiveAsync(context, await AskAsync(context, body), isWhole: true);
                break;
            default:
                await GiveAsync(context, await AskAsync(context, body), isWhole: true);
                break;
        }
    }

    // Forwards a received request even if its sender is dead by then.
    private async Task<HttpResponseMessage> AskAsync(HttpContext context, MemoryStream body)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), $"{context.Request.Path}{context.Request.QueryString}");
        request.Content = body.Length > 0 ? new ByteArrayContent(body.ToArray()) : null;
        foreach (var (name, values) in context.Request.Headers.Where(header => !OfConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return await platform.SendAsync(request);
    }

    private static async Task GiveAsync(HttpContext context, HttpResponseMessage answer, bool isWhole)
    {
        using (answer)
        {
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !OfConnection.Contains(header.Key)))
            {
                context.Response.Headers[name] = new StringValues([.. values]);
            }

            context.Response.ContentLength = bytes.Length;
            if (isWhole)
            {
                await WriteAsync(context, bytes);
                return;
            }

            await WriteAsync(context, bytes.AsMemory(0, bytes.Length / 2));
            context.Abort();
        }
    }

    private static Task AnswerAsync(HttpContext context, string text)
    {
        context.Response.ContentType = "application/json";
        return WriteAsync(context, System.Text.Encoding.UTF8.GetBytes(text));
    }

    private static async Task WriteAsync(HttpContext context, ReadOnlyMemory<byte> bytes)
    {
        await context.Response.Body.WriteAsync(bytes);
        await context.Response.Body.FlushAsync();
    }

    private int Draw()
    {
        lock (gate)
        {
            return chance.Next(Lots);
        }
    }

    private void Count(string trouble) => counts.AddOrUpdate(trouble, 1, (_, count) => count + 1);
}
