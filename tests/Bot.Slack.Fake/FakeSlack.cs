using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Slack.Fake;

/// <summary>
/// Slack on the loopback address: the Web API methods that the bot uses, response URLs, and its screens. It refuses what Slack refuses, and injects faults.
/// </summary>
public sealed class FakeSlack : IAsyncDisposable
{
    /// <summary>The workspace.</summary>
    public const string Team = "T0SEMINAR";

    /// <summary>The bot's member id.</summary>
    public const string BotUser = "U0BOT";

    /// <summary>A channel that the bot is in.</summary>
    public const string Channel = "C0GENERAL";

    /// <summary>The bot's token.</summary>
    public const string Token = "xoxb-loopback-token";

    /// <summary>The secret that signs requests.</summary>
    public const string SigningSecret = "loopback-signing-secret";

    /// <summary>The app-level token, which opens sockets.</summary>
    public const string AppToken = "xapp-loopback-token";

    private readonly WebApplication app;
    private readonly ConcurrentQueue<ApiCall> calls = new();
    private readonly ConcurrentDictionary<string, int> written = new(StringComparer.Ordinal);
    private int count;

    private FakeSlack(WebApplication app, TimeProvider time)
    {
        this.app = app;
        Screen = new Screen(time);
        Methods = new WebApiMethods(this);
        OAuth = new FakeOAuth(Tokens);
    }

    /// <summary>The URL of the Web API.</summary>
    public Uri ApiBase => new(new Uri(app.Urls.First()), "/api");

    /// <summary>The screens.</summary>
    public Screen Screen { get; }

    /// <summary>The faults to inject.</summary>
    public Faults Faults { get; } = new();

    /// <summary>Installing in other workspaces.</summary>
    public FakeOAuth OAuth { get; }

    /// <summary>Socket Mode.</summary>
    public FakeSockets Sockets { get; } = new();

    /// <summary>Files.</summary>
    public FakeFiles Files { get; } = new();

    /// <summary>The agent view.</summary>
    public FakeAgent Agent { get; } = new();

    /// <summary>Workflow steps.</summary>
    public FakeWorkflows Workflows { get; } = new();

    /// <summary>The members of user groups, by the groups' ids.</summary>
    public ConcurrentDictionary<string, string[]> Groups { get; } = new(StringComparer.Ordinal);

    /// <summary>The response URLs.</summary>
    public ResponseAddresses Responses { get; } = new();

    /// <summary>The valid tokens with their workspaces.</summary>
    public ConcurrentDictionary<string, string> Tokens { get; } = new(StringComparer.Ordinal) { [Token] = Team };

    /// <summary>The members who are admins of the workspace.</summary>
    public ConcurrentDictionary<string, bool> Admins { get; } = new(StringComparer.Ordinal);

    /// <summary>The members of another workspace in a shared channel.</summary>
    public ConcurrentDictionary<string, bool> Foreign { get; } = new(StringComparer.Ordinal);

    /// <summary>The scopes of the bot's token.</summary>
    public string Scopes { get; set; } =
        "app_mentions:read,assistant:write,channels:history,channels:read,chat:write,commands,files:write,groups:history,groups:read,im:history,im:write,"
        + "pins:write,usergroups:read,users:read,files:read";

    /// <summary>The channels that the bot is in.</summary>
    public ConcurrentDictionary<string, bool> Joined { get; } = new(StringComparer.Ordinal) { [Channel] = true };

    /// <summary>The number of channels on a page.</summary>
    public int MostChannelsAPage { get; set; } = 100;

    /// <summary>The calls, in order.</summary>
    public IReadOnlyList<ApiCall> Calls => [.. calls];

    /// <summary>The server of files.</summary>
    public Uri FilesBase => new(app.Urls.First());

    internal WebApiMethods Methods { get; }

    internal string UploadAddress(string id) => new Uri(new Uri(app.Urls.First()), $"/upload/{id}").AbsoluteUri;

    internal bool Allows(string scope) => Scopes.Split(',').Contains(scope);

    /// <summary>The timestamp of a member's message; the same for the same delivery.</summary>
    internal string Written(string delivery) => string.Create(
        CultureInfo.InvariantCulture, $"{1_750_000_000 + written.GetOrAdd(delivery, _ => Interlocked.Increment(ref count))}.000200");

    internal string NewSocket() => new UriBuilder(app.Urls.First()) { Scheme = "ws", Path = $"/socket/{Guid.NewGuid():N}" }.Uri.AbsoluteUri;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="time">Its clock; null for the system clock.</param>
    public static async Task<FakeSlack> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var slack = new FakeSlack(builder.Build(), time ?? TimeProvider.System);
        slack.app.MapPost("/api/{method}", slack.CallAsync);
        slack.app.MapPost("/response/{id}", slack.RespondAsync);
        slack.app.MapPost("/upload/{id}", slack.Files.TakeAsync);
        slack.app.MapGet("/files-pri/{id}/download", slack.HandOverAsync);
        slack.app.UseWebSockets();
        slack.app.Map("/socket/{ticket}", slack.Sockets.ServeAsync);
        await slack.app.StartAsync();
        return slack;
    }

    /// <summary>The response URL of a request; the same for the same request.</summary>
    public Uri ResponseUrl(string request, string channel, string user, string? original = null) =>
        new(new Uri(app.Urls.First()), $"/response/{Responses.Add(request, channel, user, original)}");

    /// <inheritdoc />
    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task CallAsync(HttpContext context, string method)
    {
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync() : FormCollection.Empty;
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var call = new ApiCall(method, token, form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        calls.Enqueue(call);
        if (await Faults.FailAsync(context, method))
        {
            return;
        }

        context.Response.Headers["X-OAuth-Scopes"] = Scopes;
        var answer = Methods.Answer(call);
        if (!Faults.LosesAnswer(context, method))
        {
            await WriteAsync(context, answer);
        }
    }

    private async Task RespondAsync(HttpContext context, string id)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body) as JsonObject ?? [];
        var isPrivate = body["response_type"]?.GetValue<string>() != "in_channel";
        if (await Faults.FailAsync(context, Faults.Response))
        {
            return;
        }

        var problem = isPrivate && body["delete_original"] is null && Faults.RefusesPrivate() ? "expired_url" : Responses.Use(id, body, Screen);
        context.Response.StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
        await WriteAsync(context, problem is null ? new JsonObject { ["ok"] = true } : new JsonObject { ["ok"] = false, ["error"] = problem });
    }

    private Task HandOverAsync(HttpContext context, string id) => Files.HandOverAsync(
        context, id, Allows("files:read") && Tokens.Keys.Any(token => context.Request.Headers.Authorization == $"Bearer {token}"));

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(answer.ToJsonString());
    }
}

/// <summary>A call to the Web API.</summary>
/// <param name="Method">The method.</param>
/// <param name="Token">The token of the call.</param>
/// <param name="Fields">Its arguments.</param>
public sealed record ApiCall(string Method, string Token, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>An argument; empty if missing.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");

    /// <summary>An argument as JSON; null if missing.</summary>
    public JsonNode? Json(string name) => this[name] is { Length: > 0 } text ? JsonNode.Parse(text) : null;

    internal static string Timestamp(decimal seconds) => seconds.ToString("0.000000", CultureInfo.InvariantCulture);
}
