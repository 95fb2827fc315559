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
/// Discord on the loopback interface: the REST routes that the bot uses, over real HTTP. It checks requests, stores messages, injects faults, and counts
/// requests that ignore its limits.
/// </summary>
public sealed class LoopbackDiscord : IAsyncDisposable
{
    /// <summary>The application and its bot.</summary>
    public const string BotId = "400000000000000001";

    /// <summary>The server that the bot is in, and a channel of it.</summary>
    public const string Server = "400000000000000002";

    /// <summary>A channel that the bot can write to.</summary>
    public const string Channel = "400000000000000003";

    /// <summary>A thread of that channel.</summary>
    public const string Thread = "400000000000000004";

    /// <summary>The channel of the direct messages with a member.</summary>
    public static string DirectOf(string member) => $"9{member}"[..18];

    /// <summary>The path of Discord's OpenAPI description in the shared data.</summary>
    public const string SpecificationFile = "data/discord-openapi/specs/openapi.json";

    /// <summary>A secret that must never be logged.</summary>
    public const string Token = "bot-token-a1b2c3d4e5";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(3);

    private readonly WebApplication app;
    private readonly FakeChannels channels;
    private readonly FakeLimits limits = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> awaited = [];
    private readonly ConcurrentDictionary<string, byte[]> attached = [];
    private readonly BodyCheck check;

    private LoopbackDiscord(WebApplication app, BodyCheck check, TimeProvider time) =>
        (this.app, this.check, channels) = (app, check, new FakeChannels(time));

    /// <summary>The base of its API.</summary>
    public string ApiBase { get; private set; } = "";

    /// <summary>Its gateway.</summary>
    public LoopbackGateway Gateway { get; private set; } = null!;

    /// <summary>The key that signs requests.</summary>
    public SigningKey Key { get; } = new();

    /// <summary>The messages that members see, in order.</summary>
    public IReadOnlyList<FakeMessage> Messages => channels.Messages;

    /// <summary>The number of messages that are only acknowledgements.</summary>
    public int Pending => channels.Pending;

    /// <summary>Whether the answer to an interaction is only an acknowledgement.</summary>
    /// <param name="token">The interaction's token.</param>
    public bool IsPending(string token) => channels.IsPending(token);

    /// <summary>The problems of requests.</summary>
    public ConcurrentQueue<string> Violations { get; } = [];

    /// <summary>Every request: method and path.</summary>
    public ConcurrentQueue<(string Method, string Path, JsonNode? Body)> Requests { get; } = [];

    /// <summary>The number of requests that ignored a limit.</summary>
    public int LimitBreaches => limits.Breaches;

    /// <summary>The registered commands by scope: empty for all servers, otherwise the server.</summary>
    public ConcurrentDictionary<string, JsonArray> Commands { get; } = [];

    /// <summary>The limit of message calls in five seconds; 0 for no limit.</summary>
    public int MessagesPerBucket
    {
        get => limits.MessagesPerBucket;
        set => limits.MessagesPerBucket = value;
    }

    /// <summary>The bot's permissions in its server.</summary>
    public string BotPermissions { get; set; } = "0";

    /// <summary>Whether the bot may show cards. Otherwise they are removed, and a message with only cards is refused.</summary>
    public bool ShowsCards
    {
        get => channels.ShowsCards;
        set => channels.ShowsCards = value;
    }

    /// <summary>Whether the bot may read the message history. Otherwise it gets no messages.</summary>
    public bool ShowsHistory
    {
        get => channels.ShowsHistory;
        set => channels.ShowsHistory = value;
    }

    /// <summary>How long a second message with the same nonce counts as a repetition.</summary>
    public TimeSpan RemembersNonces
    {
        get => channels.RemembersNonces;
        set => channels.RemembersNonces = value;
    }

    /// <summary>When the bot joined its server.</summary>
    public DateTimeOffset JoinedAt { get; set; } = DateTimeOffset.UnixEpoch;

    /// <summary>The server's system channel; null if there is none.</summary>
    public string? SystemChannel { get; set; } = Channel;

    /// <summary>The language of the server.</summary>
    public string PreferredLocale { get; set; } = "en-US";

    /// <summary>Whether members can install the application for themselves.</summary>
    public bool IsForMembers { get; set; } = true;

    /// <summary>The kind of its channels that are not threads: 0 for text, 15 for a forum.</summary>
    public int ChannelType
    {
        get => channels.ChannelType;
        set => channels.ChannelType = value;
    }

    /// <summary>The tags of its forums.</summary>
    public IList<FakeTag> Tags => channels.Forum.Tags;

    /// <summary>Whether a forum post must have a tag.</summary>
    public bool RequiresTag
    {
        get => channels.Forum.RequiresTag;
        set => channels.Forum.RequiresTag = value;
    }

    /// <summary>The posts in its forums, the oldest first.</summary>
    public IReadOnlyList<FakePost> Posts => channels.Forum.Posts;

    /// <summary>The interactions URL in the developer portal; null if there is none.</summary>
    public string? InteractionsAddress { get; set; }

    /// <summary>The application's flags: whether the message content intent is granted.</summary>
    public int ApplicationFlags { get; set; } = 1 << 19;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="specification">The path of Discord's OpenAPI description; null or a missing file for none.</param>
    /// <param name="time">Its clock; null for the system clock.</param>
    public static async Task<LoopbackDiscord> StartAsync(string? specification = null, TimeProvider? time = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var discord = new LoopbackDiscord(app, new BodyCheck(specification), time ?? TimeProvider.System);
        app.UseWebSockets();
        app.Run(discord.HandleAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First()
            ?? throw new InvalidOperationException("No address.");
        discord.ApiBase = $"{address}/api/v10";
        discord.Gateway = new LoopbackGateway($"{address.Replace("http:", "ws:", StringComparison.Ordinal)}/gateway");
        return discord;
    }

    /// <summary>Injects a fault once.</summary>
    public void Add(Fault fault) => limits.Add(fault);

    /// <summary>
    /// An interaction as a signed request. Calls with its token wait until the response to the request is stored, as with Discord.
    /// </summary>
    public HttpRequestMessage Request(JsonNode interaction, Uri? host = null)
    {
        ArgumentNullException.ThrowIfNull(interaction);
        if ((string?)interaction["token"] is { } token && !channels.IsAnswered(token))
        {
            awaited.TryAdd(token, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        return SignedRequest.Of(Key, interaction, host);
    }

    /// <summary>Stores the application's answer to an interaction, as Discord does.</summary>
    /// <returns>Whether it was the first answer.</returns>
    public bool Take(string token, string channel, JsonNode? response, FakeMessage? pressed = null)
    {
        Note(check.Callback(response));
        try
        {
            return channels.Take(token, channel, response, pressed);
        }
        finally
        {
            if (awaited.TryRemove(token, out var taken))
            {
                taken.SetResult();
            }
        }
    }

    /// <summary>The server of members' attached files.</summary>
    public string FilesBase => new Uri(ApiBase).GetLeftPart(UriPartial.Authority);

    /// <summary>The number of downloaded files.</summary>
    public int FilesFetched { get; private set; }

    /// <summary>A member's attached file in Discord's JSON.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Its content.</param>
    /// <param name="size">The declared size; null for the real size.</param>
    public JsonObject Attach(string name, byte[] content, long? size = null)
    {
        ArgumentNullException.ThrowIfNull(content);
        var id = Snowflakes.Next();
        attached[id] = content;
        return new JsonObject
        {
            ["id"] = id,
            ["filename"] = name,
            ["size"] = size ?? content.Length,
            ["url"] = $"{FilesBase}/attachments/{Channel}/{id}/file?ex=1&is=2&hm=3",
            ["proxy_url"] = "https://media.discordapp.net/attachments/1/2/file",
            ["ephemeral"] = true,
        };
    }

    /// <summary>Posts another author's message in a channel.</summary>
    /// <param name="author">The author.</param>
    /// <param name="content">The text.</param>
    /// <param name="channel">The channel.</param>
    /// <param name="type">Its type: 0 if the author wrote it, another if Discord did.</param>
    public FakeMessage Write(string author, string content, string channel = Channel, int type = 0) => channels.Write(author, content, channel, type);

    /// <summary>Expires the tokens of all interactions.</summary>
    public void ExpireTokens() => channels.ExpireTokens();

    /// <summary>Changes a message as a moderator can, or deletes it if the result is null.</summary>
    public void Change(FakeMessage message, Func<FakeMessage, FakeMessage?> change)
    {
        ArgumentNullException.ThrowIfNull(message);
        channels.Change(message.Id, change);
    }

    /// <summary>Archives a forum post, as Discord does after inactivity.</summary>
    public void Archive(FakePost post)
    {
        ArgumentNullException.ThrowIfNull(post);
        channels.Archive(post.Id);
    }

    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        await app.StopAsync(timeout.Token);
        await app.DisposeAsync();
        Gateway.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        if (context.WebSockets.IsWebSocketRequest)
        {
            await Gateway.ServeAsync(await context.WebSockets.AcceptWebSocketAsync(), context.RequestAborted);
            return;
        }

        var path = context.Request.Path.Value ?? "";
        if (path.Split('/') is ["", "attachments", _, var file, _])
        {
            await HandOverAsync(context, file);
            return;
        }

        path = path.StartsWith("/api/v10/", StringComparison.Ordinal) ? path["/api/v10/".Length..] : path;
        var method = context.Request.Method;
        JsonNode? body = null;
        Action? keepFiles = null;
        if (context.Request.ContentLength > 0 || context.Request.Headers.TransferEncoding.Count > 0)
        {
            if (context.Request.HasFormContentType)
            {
                (body, var wrongs, keepFiles) = await FakeFiles.ReadAsync(context.Request, context.RequestAborted);
                Note(wrongs);
            }
            else
            {
                body = await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
            }
        }

        Requests.Enqueue((method, path, body?.DeepClone()));
        Note(check.Request(method, path, body));
        keepFiles?.Invoke();

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

        if (limits.Refusal(context, method, path) is { } refusal)
        {
            await WriteAsync(context, 429, refusal);
            return;
        }

        var fault = limits.FaultFor(method, path);
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

            if (fault.IsOfProxy)
            {
                context.Response.StatusCode = fault.Status;
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync("<html>You are being rate limited</html>", context.RequestAborted);
                return;
            }

            await WriteAsync(context, fault.Status, fault.Body ?? []);
            return;
        }

        var (status, answer) = Do(context, method, path, body);
        await WriteAsync(context, status, answer);
    }

    // Files have secret URLs, and need no token.
    private async Task HandOverAsync(HttpContext context, string file)
    {
        FilesFetched++;
        if (context.Request.Headers.Authorization.Count > 0)
        {
            Violations.Enqueue("a token was sent to the file server");
        }

        context.Response.StatusCode = attached.ContainsKey(file) ? 200 : 404;
        await context.Response.Body.WriteAsync(attached.GetValueOrDefault(file, []), context.RequestAborted);
    }

    private async Task HearAnswerAsync(string path, CancellationToken cancellationToken)
    {
        if (path.Split('/') is ["webhooks", _, var token, ..] && awaited.TryGetValue(token, out var answer))
        {
            await Task.WhenAny(answer.Task, Task.Delay(Timeout, cancellationToken));
        }
    }

    private (int Status, JsonNode? Body) Do(HttpContext context, string method, string path, JsonNode? body) => (method, path.Split('/')) switch
    {
        ("GET", ["users", "@me"]) => (200, new JsonObject { ["id"] = BotId, ["username"] = "seminar", ["bot"] = true }),
        ("GET", ["channels", var channel]) => (200, channels.Describe(channel)),
        ("GET", ["users", "@me", "guilds"]) => (200, new JsonArray(new JsonObject { ["id"] = Server, ["name"] = "Seminar", ["permissions"] = BotPermissions })),
        ("GET", ["applications", "@me"]) => (200, new JsonObject { ["id"] = BotId, ["flags"] = ApplicationFlags, ["verify_key"] = Key.PublicKey, ["interactions_endpoint_url"] = InteractionsAddress, ["integration_types_config"] = InstallTypes() }),
        ("GET", ["guilds", var guild]) => (200, new JsonObject
        {
            ["id"] = guild,
            ["name"] = "Seminar",
            ["system_channel_id"] = SystemChannel,
            ["preferred_locale"] = PreferredLocale,
        }),
        ("GET", ["guilds", _, "members", BotId]) => (200, new JsonObject { ["joined_at"] = JoinedAt.ToString("O", CultureInfo.InvariantCulture), ["roles"] = new JsonArray() }),
        ("GET", ["gateway", "bot"]) => (200, new JsonObject
        {
            ["url"] = Gateway.Address,
            ["shards"] = 1,
            ["session_start_limit"] = new JsonObject { ["total"] = 1000, ["remaining"] = Gateway.SessionsLeft, ["reset_after"] = 10_800_000, ["max_concurrency"] = 1 },
        }),
        ("POST", ["interactions", _, var token, "callback"]) =>
            Take(token, Channel, body, Messages.FirstOrDefault(message => message.Id == Gateway.PressedBy(token))) ? (204, null) : FakeAnswer.Error(400, 40060, "Interaction has already been acknowledged."),
        ("GET", ["applications", BotId, "commands"]) => (200, CommandsOf("").DeepClone()),
        ("PUT", ["applications", BotId, "commands"]) => Register("", body),
        ("GET", ["applications", BotId, "guilds", var guild, "commands"]) => (200, CommandsOf(guild).DeepClone()),
        ("PUT", ["applications", BotId, "guilds", var guild, "commands"]) => Register(guild, body),
        (_, var parts) => channels.Do(method, parts, context.Request.Query, body) ?? Unknown(method, path),
    };

    private JsonObject InstallTypes()
    {
        var types = new JsonObject { ["0"] = new JsonObject() };
        if (IsForMembers)
        {
            types["1"] = new JsonObject();
        }

        return types;
    }

    private (int, JsonNode?) Unknown(string method, string path)
    {
        Violations.Enqueue($"{method} {path}: unknown route.");
        return FakeAnswer.Error(404, 0, "404: Not Found");
    }

    private JsonArray CommandsOf(string scope) => Commands.GetValueOrDefault(scope) ?? [];

    // Discord adds ids and versions, and leaves out default values.
    private (int, JsonNode?) Register(string scope, JsonNode? body)
    {
        if (!IsForMembers && (body as JsonArray ?? []).Any(command => (command?["integration_types"] as JsonArray ?? []).Any(type => (int?)type == 1)))
        {
            return FakeAnswer.Error(400, 50035, "Invalid Form Body");
        }

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

    private void Note(IEnumerable<string> wrongs)
    {
        foreach (var wrong in wrongs)
        {
            Violations.Enqueue(wrong);
        }
    }

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
