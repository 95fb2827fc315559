using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Discord.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Rest;

/// <summary>
/// Calls Discord's API: waits for rate limits, retries when possible, and stops permanently if the token is refused.
/// </summary>
internal sealed partial class RestClient
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "discord";

    private const int MaxTries = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(300);

    private readonly IHttpClientFactory clients;
    private readonly Uri address;
    private readonly AuthenticationHeaderValue authorization;
    private readonly RateLimits limits;
    private readonly InvalidRequests invalid;
    private readonly TimeProvider time;
    private readonly ILogger<RestClient> logger;

    public RestClient(IHttpClientFactory clients, IOptions<DiscordOptions> options, TimeProvider time, ILogger<RestClient> logger)
    {
        authorization = new AuthenticationHeaderValue("Bot", options.Value.Token);
        limits = new RateLimits(time);
        invalid = new InvalidRequests(time);
        this.time = time;
        this.logger = logger;
        this.clients = clients;
        address = new Uri($"{options.Value.ApiBase.TrimEnd('/')}/");
    }

    /// <summary>Why Discord did not answer the last call; null if it did.</summary>
    public string? HealthProblem { get; private set; }

    /// <summary>Whether Discord refused the token, which is then not used again.</summary>
    public bool IsUnauthorized { get; private set; }

    /// <summary>Makes a call.</summary>
    public async Task<RestAnswer> CallAsync(RestCall call, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        RestAnswer answer = new RestAnswer.Failed("Discord was not called.");
        for (var tried = 0; tried < MaxTries; tried++)
        {
            if (CheckForbidden(call) is { } forbidden)
            {
                return forbidden;
            }

            var wait = limits.Take(call);
            while (wait > TimeSpan.Zero)
            {
                if (time.GetElapsedTime(start) + wait > call.Timeout)
                {
                    return new RestAnswer.Failed("Discord's rate limit does not let this through yet.", wait);
                }

                await Task.Delay(wait, time, cancellationToken);
                wait = limits.Take(call);
            }

            answer = await SendAsync(call, cancellationToken);
            if (answer is RestAnswer.Done or RestAnswer.Refused || (answer is RestAnswer.Unclear && !call.IsRepeatable))
            {
                return answer;
            }

            var pause = answer is RestAnswer.Failed { RetryAfter: { } after } ? after : FirstPause * Math.Pow(2, tried);
            if (time.GetElapsedTime(start) + pause > call.Timeout)
            {
                return answer;
            }

            await Task.Delay(pause, time, cancellationToken);
        }

        return answer;
    }

    private RestAnswer? CheckForbidden(RestCall call) => call switch
    {
        { IsAuthorized: true } when IsUnauthorized => new RestAnswer.Refused(new DiscordError(HttpStatusCode.Unauthorized, 0, "401: Unauthorized")),
        _ when invalid.IsSpent => new RestAnswer.Failed("Discord refused so many calls recently that I pause, before it bans this IP address.", TimeSpan.FromMinutes(10)),
        _ => null,
    };

    private async Task<RestAnswer> SendAsync(RestCall call, CancellationToken cancellationToken)
    {
        using var client = clients.CreateClient(Client);
        using var request = new HttpRequestMessage(call.Method, new Uri(address, call.Path));
        request.Headers.Authorization = call.IsAuthorized ? authorization : null;
        request.Content = call.Body is null ? null : ContentOf(call.Body);
        switch (await OutboundCall.SendAsync(client, request, (response, token) => ReadAsync(call, response, token), cancellationToken))
        {
            case OutboundResult<RestAnswer>.Answered answered:
                return answered.Response;
            case OutboundResult<RestAnswer>.NotReached not:
                HealthProblem = $"Discord {not.Reason}.";
                return new RestAnswer.Failed(HealthProblem);
            case OutboundResult<RestAnswer>.Unclear unclear:
                HealthProblem = $"Discord {unclear.Reason}.";
                return new RestAnswer.Unclear(HealthProblem);
            default:
                throw new InvalidOperationException("The cases are closed.");
        }
    }

    private async Task<RestAnswer> ReadAsync(RestCall call, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(response, cancellationToken);
        HealthProblem = (int)response.StatusCode >= 500 ? $"Discord answers with errors ({(int)response.StatusCode})." : null;
        return Judge(call, response, body);
    }

    // Files are sent next to the JSON (reference, “Uploading Files”).
    private static HttpContent ContentOf(object body)
    {
        var json = new StringContent(JsonSerializer.Serialize(body, body.GetType(), DiscordJson.Options), Encoding.UTF8, "application/json");
        if (body is not DiscordMessage { Files: { Count: > 0 } files })
        {
            return json;
        }

        var form = new MultipartFormDataContent { { json, "payload_json" } };
        for (var i = 0; i < files.Count; i++)
        {
            var file = new ByteArrayContent(files[i].ToBytes());
            file.Headers.ContentType = new MediaTypeHeaderValue(files[i].MediaType, "utf-8");
            form.Add(file, $"files[{i}]", files[i].Name);
        }

        return form;
    }

    private RestAnswer Judge(RestCall call, HttpResponseMessage response, JsonElement body)
    {
        limits.Learn(call, response.Headers);
        if (response.IsSuccessStatusCode)
        {
            return new RestAnswer.Done(body);
        }

        if (response.StatusCode == HttpStatusCode.TooManyRequests)
        {
            return NoteLimit(call, response, body);
        }

        if ((int)response.StatusCode >= 500)
        {
            return new RestAnswer.Unclear($"Discord answered with a server error ({(int)response.StatusCode}).");
        }

        var error = DiscordError.Read(response.StatusCode, body);
        if (response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
        {
            invalid.Note();
        }

        IsUnauthorized |= error.IsUnauthorized && call.IsAuthorized;
        LogRefused(call.Route, (int)error.Status, error.Code, error.Message);
        return new RestAnswer.Refused(error);
    }

    private RestAnswer.Failed NoteLimit(RestCall call, HttpResponseMessage response, JsonElement body)
    {
        // Discord's own errors are JSON; its proxy sends HTML or nothing.
        var scope = body.ValueKind != JsonValueKind.Object ? LimitScope.Address
            : RateLimits.ReadText(response.Headers, "X-RateLimit-Global") is not null || body.At("global").IsTrue() ? LimitScope.Bot
            : LimitScope.Bucket;
        var after = ReadRetryAfter(body) ?? RateLimits.ReadSeconds(response.Headers, "Retry-After") ?? TimeSpan.FromSeconds(1);
        if (RateLimits.ReadText(response.Headers, "X-RateLimit-Scope") != "shared")
        {
            invalid.Note();
        }

        limits.Obey(call, after, scope);
        LogLimited(call.Route, after.TotalSeconds);
        return new RestAnswer.Failed("Discord's rate limit does not let this through yet.", after);
    }

    // The body is more precise than the header, which has whole seconds.
    private static TimeSpan? ReadRetryAfter(JsonElement body) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty("retry_after", out var after) && after.ValueKind == JsonValueKind.Number
        && after.TryGetDouble(out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static async Task<JsonElement> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        try
        {
            return bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes);
        }
        catch (JsonException)
        {
            // A page from a proxy: the status is enough.
            return default;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Discord refused {Route}: status {Status}, code {Code}, {Message}")]
    private partial void LogRefused(string route, int status, int code, string message);

    [LoggerMessage(LogLevel.Information, "Discord limits {Route} for {Seconds} s.")]
    private partial void LogLimited(string route, double seconds);
}
