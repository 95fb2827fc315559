using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Fake;

/// <summary>
/// Discord on the loopback interface: the REST routes that the bot uses, over real HTTP. It checks what it is sent, keeps messages, can be
/// told to fail, and counts whoever does not obey its limits.
/// </summary>
public sealed class LoopbackDiscord : IAsyncDisposable
{
    /// <summary>The application and its bot.</summary>
    public const string BotId = "400000000000000001";

    /// <summary>The server that the bot is in, and a channel of it.</summary>
    public const string Server = "400000000000000002";

    /// <summary>A channel that the bot may write to.</summary>
    public const string Channel = "400000000000000003";

    /// <summary>A thread of that channel.</summary>
    public const string Thread = "400000000000000004";

    /// <summary>Where Discord's OpenAPI description is among the data that are shared.</summary>
    public const string SpecificationFile = "data/discord-openapi/specs/openapi.json";

    /// <summary>A secret that must never be seen in a log.</summary>
    public const string Token = "bot-token-a1b2c3d4e5";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<FakeMessage> messages = [];
    private readonly List<Fault> faults = [];
    private readonly Dictionary<string, DateTimeOffset> forbiddenUntil = [];
    private readonly Dictionary<string, (int Left, DateTimeOffset Reset)> buckets = [];
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = [];
    private readonly BodyCheck check;

    private LoopbackDiscord(WebApplication app, BodyCheck check) => (this.app, this.check) = (app, check);

    /// <summary>The base of its API.</summary>
    public string ApiBase { get; private set; } = "";

    /// <summary>Its gateway.</summary>
    public LoopbackGateway Gateway { get; private set; } = null!;

    /// <summary>What it signs requests with.</summary>
    public SigningKey Key { get; } = new();

    /// <summary>What members see, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages
    {
        get
        {
            lock (gate)
            {
                return [.. messages.Where(message => !message.IsPending)];
            }
        }
    }

    /// <summary>What was wrong with requests.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>Every request: method and path.</summary>
    public ConcurrentQueue<(string Method, string Path, JsonNode? Body)> Requests { get; } = [];

    /// <summary>Requests that came while a limit forbade them.</summary>
    public int LimitBreaches { get; private set; }

    /// <summary>The commands that are registered, by scope: empty for all servers, else the server.</summary>
    public ConcurrentDictionary<string, JsonArray> Commands { get; } = [];

    /// <summary>How many calls a bucket of messages takes in five seconds; 0 for no limit.</summary>
    public int MessagesPerBucket { get; set; }

    /// <summary>The bot's permissions in its server.</summary>
    public string BotPermissions { get; set; } = "0";

    /// <summary>Whether the bot may have cards shown. Where it may not, they are left off, and a message of nothing else is refused.</summary>
    public bool ShowsCards { get; set; } = true;

    /// <summary>Where it sends interactions, as the developer portal was told; null for nowhere.</summary>
    public string? InteractionsAddress { get; set; }

    /// <summary>The application's flags: whether the message content intent is granted.</summary>
    public int ApplicationFlags { get; set; } = 1 << 19;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="specification">The path of Discord's OpenAPI description; null, or a path where nothing is, where there is none.</param>
    public static async Task<LoopbackDiscord> StartAsync(string? specification = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new LoopbackDiscord(app, new BodyCheck(specification));
        app.UseWebSockets();
        app.Run(discord.HandleAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("No address.");
        discord.ApiBase = $"{address}/api/v10";
        discord.Gateway = new LoopbackGateway($"{address.Replace("http:", "ws:", StringComparison.Ordinal)}/gateway");
        return discord;
    }

    /// <summary>Has something go wrong once.</summary>
    public void Add(Fault fault)
    {
        lock (gate)
        {
            faults.Add(fault);
        }
    }

    /// <summary>
    /// An interaction as a signed request. What the application says by its token meanwhile waits until the answer to the request was
    /// taken, for Discord hears that first.
    /// </summary>
    public HttpRequestMessage Request(JsonNode interaction, Uri? host = null)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        lock (gate)
        {
            if ((string?)interaction["token"] is { } token && !answered.Contains(token))
            {
                awaited.TryAdd(token, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            }
        }

        return SignedRequest.Of(Key, interaction, host);
    }

    /// <summary>Takes what an application answered to an interaction, as Discord does.</summary>
    /// <returns>Whether it was the first answer.</returns>
    public bool Take(string token, string channel, JsonNode? response, FakeMessage? pressed = null)
    {
        try
        {
            return TakeFirst(token, channel, response, pressed);
        }
        finally
        {
            if (awaited.TryRemove(token, out var taken))
            {
                taken.SetResult();
            }
        }
    }

    private bool TakeFirst(string token, string channel, JsonNode? response, FakeMessage? pressed)
    {
        foreach (var wrong in check.Callback(response))
        {
            Violations.Enqueue(wrong);
        }

        lock (gate)
        {
            if (!answered.Add(token))
            {
                return false;
            }

            var data = response?["data"] as JsonObject ?? [];
            switch ((int?)response?["type"])
            {
                case 4:
                    Put(channel, data, token, isPending: false);
                    break;
                case 5:
                    Put(channel, data, token, isPending: true);
                    break;
                case 7 when pressed is not null:
                    var at = messages.FindIndex(message => message.Id == pressed.Id);
                    var sent = (JsonObject)messages[at].Sent.DeepClone();
                    foreach (var (name, value) in data)
                    {
                        sent[name] = value?.DeepClone();
                    }

                    messages[at] = messages[at] with { Sent = sent };
                    break;
                default:
                    break;
            }

            return true;
        }
    }

    /// <summary>Puts a message of somebody else into a channel.</summary>
    public FakeMessage Write(string author, string content, string channel = Channel)
    {
        lock (gate)
        {
            var message = new FakeMessage(Snowflakes.Next(), channel, new JsonObject { ["content"] = content }) { Author = author };
            messages.Add(message);
            return message;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(patience.Token);
        await app.DisposeAsync();
        Gateway.Dispose();
    }

    private readonly HashSet<string> answered = [];
    private readonly Dictionary<string, string> originals = [];

    private FakeMessage Put(string channel, JsonObject data, string? interaction, bool isPending)
    {
        var message = new FakeMessage(Snowflakes.Next(), channel, (JsonObject)data.DeepClone())
        {
            Author = BotId,
            IsPending = isPending,
            IsPrivate = FakeMessage.SaysPrivate(data),
            AnswersInteraction = interaction is not null,
        };
        messages.Add(message);
        if (interaction is not null)
        {
            originals.TryAdd(interaction, message.Id);
        }

        return message;
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(await context.WebSockets.AcceptWebSocketAsync(), context.RequestAborted);
            return;
        }

        var path = context.Request.Path.Value ?? "";
        path = path.StartsWith("/api/v10/", StringComparison.Ordinal) ? path["/api/v10/".Length..] : path;
        var method = context.Request.Method;
        JsonNode? body = null;
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }

        Requests.Enqueue((method, path, body?.DeepClone()));
        foreach (var wrong in check.Request(method, path, body))
        {
            Violations.Enqueue(wrong);
        }

        if (!(context.Request.Headers.UserAgent.ToString().StartsWith("DiscordBot (", StringComparison.Ordinal)))
        {
            Violations.Enqueue($"{method} {path}: the user agent is {context.Request.Headers.UserAgent}");
        }

        await HearAnswerAsync(path, context.RequestAborted);
        var carriesToken = path.StartsWith("webhooks/", StringComparison.Ordinal) || path.StartsWith("interactions/", StringComparison.Ordinal);
        if (!carriesToken && context.Request.Headers.Authorization.ToString() != $"Bot {Token}")
        {
            await WriteAsync(context, 401, new JsonObject { ["message"] = "401: Unauthorized", ["code"] = 0 });
            return;
        }

        if (Refusal(context, method, path) is { } refusal)
        {
            await WriteAsync(context, 429, refusal);
            return;
        }

        var fault = FaultFor(method, path);
        if (fault is not null)
        {
            await Task.Delay(fault.Delay, context.RequestAborted);
            if (fault.TakesEffect || fault.Status == 200)
            {
                var done = Do(context, method, path, body);
                if (fault.Status == 200)
                {
                    await WriteAsync(context, done.Status, done.Body);
                    return;
                }
            }

            if (fault.Status == 0)
            {
                context.Abort();
                return;
            }

            if (fault.RetryAfter is { } after)
            {
                context.Response.Headers.RetryAfter = Math.Ceiling(after.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                context.Response.Headers["X-RateLimit-Scope"] = fault.IsGlobal ? "global" : "user";
            }

            await WriteAsync(context, fault.Status, fault.Body ?? []);
            return;
        }

        var (status, answer) = Do(context, method, path, body);
        await WriteAsync(context, status, answer);
    }

    private async Task HearAnswerAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Split('/') is ["webhooks", _, var token, ..] && awaited.TryGetValue(token, out var answer))
        {
            await Task.WhenAny(answer.Task, Task.Delay(Patience, cancellationToken));
        }
    }

    private Fault? FaultFor(string method, string path)
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
                forbiddenUntil[fault.IsGlobal ? "" : RouteOf(path)] = TimeProvider.System.GetUtcNow() + after;
            }

            return fault.RetryAfter is { } wait && fault.Body is null
                ? fault with { Body = new JsonObject { ["message"] = "You are being rate limited.", ["retry_after"] = wait.TotalSeconds, ["global"] = fault.IsGlobal } }
                : fault;
        }
    }

    private JsonObject? Refusal(HttpContext context, string method, string path)
    {
        lock (gate)
        {
            var now = TimeProvider.System.GetUtcNow();
            var until = new[] { "", RouteOf(path) }.Select(route => forbiddenUntil.GetValueOrDefault(route)).Max();
            if (until > now)
            {
                LimitBreaches++;
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
                LimitBreaches++;
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

    // The part of a path that has a limit of its own.
    private static string RouteOf(string path) => string.Join('/', path.Split('/').Take(path.StartsWith("webhooks/", StringComparison.Ordinal) ? 3 : 2));

    private (int Status, JsonNode? Body) Do(HttpContext context, string method, string path, JsonNode? body)
    {
        lock (gate)
        {
            return (method, path.Split('/')) switch
            {
                ("GET", ["users", "@me"]) => (200, new JsonObject { ["id"] = BotId, ["username"] = "seminar", ["bot"] = true }),
                ("GET", ["channels", var channel]) => (200, new JsonObject { ["id"] = channel, ["type"] = channel == Thread ? 11 : 0, ["parent_id"] = channel == Thread ? Channel : null }),
                ("GET", ["users", "@me", "guilds"]) => (200, new JsonArray(new JsonObject { ["id"] = Server, ["name"] = "Seminar", ["permissions"] = BotPermissions })),
                ("GET", ["applications", "@me"]) => (200, new JsonObject { ["id"] = BotId, ["flags"] = ApplicationFlags, ["verify_key"] = Key.PublicKey, ["interactions_endpoint_url"] = InteractionsAddress }),
                ("POST", ["interactions", _, var token, "callback"]) => Take(token, Channel, body) ? (204, null) : Error(400, 40060, "Interaction has already been acknowledged."),
                ("PATCH", ["webhooks", BotId, var token, "messages", "@original"]) => EditOriginal(token, body),
                ("POST", ["webhooks", BotId, var token]) => FollowUp(token, body),
                ("POST", ["channels", var channel, "messages"]) => Post(channel, body),
                ("PATCH", ["channels", _, "messages", var id]) => Edit(id, body),
                ("GET", ["channels", var channel, "messages"]) => List(channel, context.Request.Query),
                ("POST", ["channels", var channel, "messages", var id, "threads"]) => OpenThread(channel, id, body),
                ("PUT", ["channels", _, "messages", "pins", var id]) => Pin(id),
                ("GET", ["applications", BotId, "commands"]) => (200, CommandsOf("").DeepClone()),
                ("PUT", ["applications", BotId, "commands"]) => Register("", body),
                ("GET", ["applications", BotId, "guilds", var guild, "commands"]) => (200, CommandsOf(guild).DeepClone()),
                ("PUT", ["applications", BotId, "guilds", var guild, "commands"]) => Register(guild, body),
                _ => Unknown(method, path),
            };
        }
    }

    private (int, JsonNode?) Unknown(string method, string path)
    {
        Violations.Enqueue($"{method} {path}: there is no such route.");
        return Error(404, 0, "404: Not Found");
    }

    private (int, JsonNode?) EditOriginal(string token, JsonNode? body)
    {
        if (!originals.TryGetValue(token, out var id))
        {
            return Error(404, 10015, "Unknown Webhook");
        }

        var at = messages.FindIndex(message => message.Id == id);
        messages[at] = messages[at] with { Sent = Merged(messages[at].Sent, body), IsPending = false };
        return (200, messages[at].ToJson());
    }

    private (int, JsonNode?) FollowUp(string token, JsonNode? body)
    {
        if (!answered.Contains(token))
        {
            return Error(404, 10015, "Unknown Webhook");
        }

        // A follow-up right after the sign that the bot works edits that sign, and stays as visible as it is.
        if (originals.TryGetValue(token, out var id) && messages.Find(message => message.Id == id) is { IsPending: true })
        {
            return EditOriginal(token, body);
        }

        return (200, Put(Channel, body as JsonObject ?? [], token, isPending: false).ToJson());
    }

    private (int, JsonNode?) Post(string channel, JsonNode? body)
    {
        if (body is JsonObject { } sent && sent["nonce"] is { } nonce && (bool?)sent["enforce_nonce"] == true
            && messages.Find(message => message.Nonce == (string?)nonce && message.Channel == channel) is { } there)
        {
            return (200, there.ToJson());
        }

        if (!ShowsCards && FakeMessage.Objects(body?["embeds"]).Any())
        {
            if ((string?)body?["content"] is not { Length: > 0 })
            {
                return Error(403, 50013, "Missing Permissions");
            }

            body["embeds"] = new JsonArray();
        }

        return (200, Put(channel, body as JsonObject ?? [], null, isPending: false).ToJson());
    }

    private (int, JsonNode?) Edit(string id, JsonNode? body)
    {
        var at = messages.FindIndex(message => message.Id == id);
        if (at < 0)
        {
            return Error(404, 10008, "Unknown Message");
        }

        messages[at] = messages[at] with { Sent = Merged(messages[at].Sent, body) };
        return (200, messages[at].ToJson());
    }

    private (int, JsonNode?) List(string channel, IQueryCollection query)
    {
        var limit = int.TryParse(query["limit"], CultureInfo.InvariantCulture, out var given) ? given : 50;
        var all = messages.Where(message => message.Channel == channel && !message.IsPrivate && !message.IsPending);
        var chosen = ulong.TryParse(query["after"], CultureInfo.InvariantCulture, out var after)
            ? all.Where(message => ulong.Parse(message.Id, CultureInfo.InvariantCulture) > after).Take(limit)
            : all.Where(message => !ulong.TryParse(query["before"], CultureInfo.InvariantCulture, out var before) || ulong.Parse(message.Id, CultureInfo.InvariantCulture) < before).TakeLast(limit);
        return (200, new JsonArray([.. chosen.Reverse().Select(message => (JsonNode)message.ToJson())]));
    }

    private (int, JsonNode?) OpenThread(string channel, string id, JsonNode? body)
    {
        var at = messages.FindIndex(message => message.Id == id && message.Channel == channel);
        if (at < 0)
        {
            return Error(404, 10008, "Unknown Message");
        }

        if (messages[at].Thread is not null)
        {
            return Error(400, 160004, "A thread has already been created for this message");
        }

        messages[at] = messages[at] with { Thread = (string?)body?["name"] };
        return (201, new JsonObject { ["id"] = id, ["type"] = 11, ["parent_id"] = channel, ["name"] = messages[at].Thread });
    }

    private (int, JsonNode?) Pin(string id)
    {
        var at = messages.FindIndex(message => message.Id == id);
        messages[at] = messages[at] with { IsPinned = true };
        return (204, null);
    }

    private JsonArray CommandsOf(string scope) => Commands.GetValueOrDefault(scope) ?? [];

    // Discord adds ids and versions, and leaves out what is at its default.
    private (int, JsonNode?) Register(string scope, JsonNode? body)
    {
        var commands = (JsonArray)(body?.DeepClone() ?? new JsonArray());
        foreach (var command in commands.OfType<JsonObject>())
        {
            command["id"] = Snowflakes.Next();
            command["application_id"] = BotId;
            command["version"] = Snowflakes.Next();
            command["nsfw"] = false;
        }

        Commands[scope] = commands;
        return (200, commands.DeepClone());
    }

    private static JsonObject Merged(JsonObject before, JsonNode? change)
    {
        var merged = (JsonObject)before.DeepClone();
        foreach (var (name, value) in change as JsonObject ?? [])
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }

    private static (int, JsonNode?) Error(int status, int code, string message) =>
        (status, new JsonObject { ["code"] = code, ["message"] = message });

    private static async Task WriteAsync(HttpContext context, int status, JsonNode? body)
    {
        context.Response.StatusCode = status;
        if (body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
        }
    }
}
