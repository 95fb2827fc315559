using System.Net.Mime;
using System.Text;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Http;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Slack.Requests;

/// <summary>The endpoints for Slack's requests. Unsigned requests are refused before they are parsed.</summary>
internal sealed partial class SlackEndpoints(
    RequestBody bodies, RequestSignature signature, SlackInbox inbox, TimeProvider time, ILogger<SlackEndpoints> logger)
{
    // A certificate check is a form of two or three short fields; nothing larger is parsed without a valid signature.
    private const int MaxCheck = 1024;

    private readonly NowAndThen unsigned = new(time, TimeSpan.FromMinutes(1));

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
        if (await bodies.ReadAsync(context) is not { } body)
        {
            return;
        }

        var headers = context.Request.Headers;
        if (!signature.Accepts(headers[RequestSignature.TimestampHeader], headers[RequestSignature.Header], body))
        {
            // Slack's certificate check is not signed and has no effect.
            var isCheck = kind == IncomingKind.Command && IsCertificateCheck(body);
            context.Response.StatusCode = isCheck ? StatusCodes.Status200OK : StatusCodes.Status401Unauthorized;
            if (!isCheck && unsigned.IsDue())
            {
                LogUnsigned();
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

    private static bool IsCertificateCheck(byte[] body) =>
        body.Length <= MaxCheck && Incoming.Read(IncomingKind.Command, body)?.Payload.Text("ssl_check") == "1";

    private static Task WriteAsync(HttpResponse response, JsonObject answer)
    {
        response.ContentType = MediaTypeNames.Application.Json;
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(answer.ToJsonString()), response.HttpContext.RequestAborted).AsTask();
    }

    [LoggerMessage(
        LogLevel.Warning,
        "A request was refused, because it was not signed with Slack:SigningSecret within the last five minutes. If Slack sent it: copy “Signing "
        + "Secret” of “Basic Information” again, check that this machine's clock is right, and that no proxy changes requests.")]
    private partial void LogUnsigned();
}
