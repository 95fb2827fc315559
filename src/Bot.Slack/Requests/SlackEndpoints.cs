using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Slack.WebApi;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Slack.Requests;

/// <summary>The addresses that Slack sends requests to. What is not signed is turned away before anybody looks at it.</summary>
internal sealed partial class SlackEndpoints(RequestSignature signature, SlackInbox inbox, TimeProvider time, ILogger<SlackEndpoints> logger)
{
    // A form of many fields, encoded for a URL, is the largest thing that Slack sends; a view has at most 250 kB.
    private const int MostBytes = 1024 * 1024;

    // Whoever knocks at the door must not fill the log.
    private static readonly TimeSpan BetweenWarnings = TimeSpan.FromMinutes(1);

    private long? warnedAt;

    public void Map(IEndpointRouteBuilder routes)
    {
        MapOne("/slack/commands", IncomingKind.Command);
        MapOne("/slack/interactivity", IncomingKind.Interaction);
        MapOne("/slack/options", IncomingKind.Interaction);
        MapOne("/slack/events", IncomingKind.Event);

        void MapOne(string path, IncomingKind kind) => routes.MapPost(path, context => ReceiveAsync(context, kind));
    }

    private async Task ReceiveAsync(HttpContext context, IncomingKind kind)
    {
        if (await ReadAsync(context.Request) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var headers = context.Request.Headers;
        if (!signature.Accepts(headers[RequestSignature.TimestampHeader], headers[RequestSignature.Header], body))
        {
            // Slack's look at the certificate is not signed, and asks for nothing.
            var isCheck = kind == IncomingKind.Command && IsCertificateCheck(body);
            context.Response.StatusCode = isCheck ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            if (!isCheck)
            {
                WarnNowAndThen();
            }

            return;
        }

        if (Incoming.Read(kind, body) is not { } incoming)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await AnswerAsync(context, incoming);
    }

    // Two at once may both warn, which does no harm.
    private void WarnNowAndThen()
    {
        if (warnedAt is not { } before || time.GetElapsedTime(before) > BetweenWarnings)
        {
            warnedAt = time.GetTimestamp();
            LogUnsigned();
        }
    }

    private async Task AnswerAsync(HttpContext context, Incoming incoming)
    {
        if (!inbox.IsOpen)
        {
            Postpone(context.Response);
            return;
        }

        try
        {
            if (await inbox.TakeAsync(incoming, context.RequestAborted) is { } answer)
            {
                await WriteAsync(context.Response, answer);
            }
        }
        catch (DatabaseUnavailableException)
        {
            Postpone(context.Response);
        }
    }

    private static void Postpone(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = "1";
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted) is > 0 and var read)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private static bool IsCertificateCheck(byte[] body) =>
        Incoming.Read(IncomingKind.Command, body)?.Payload.Text("ssl_check") == "1";

    private static Task WriteAsync(HttpResponse response, JsonObject answer)
    {
        response.ContentType = MediaTypeNames.Application.Json;
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), response.HttpContext.RequestAborted).AsTask();
    }

    [LoggerMessage(
        LogLevel.Warning,
        "A request was turned away, for it was not signed with Slack:SigningSecret within the last five minutes. If Slack sent it: copy “Signing "
        + "Secret” of “Basic Information” anew, see that this machine's clock is right, and that nothing in front of the program changes requests.")]
    private partial void LogUnsigned();
}
