using Bot.Chat.Delivery;
using Microsoft.AspNetCore.Http;

namespace Bot.Slack.Requests;

/// <summary>Reads the bodies of requests: never more than a limit, and without an exception where one ends too early.</summary>
internal sealed partial class RequestBody(TimeProvider time, ILogger<RequestBody> logger)
{
    // A form of many fields, encoded for a URL, is the largest thing that Slack sends; a view has at most 250 kB.
    private const int MaxBytes = 1024 * 1024;

    private readonly NowAndThen unfinished = new(time, TimeSpan.FromMinutes(1));

    /// <summary>Reads a body.</summary>
    /// <returns>Null where there is none to look at; the response's status says why.</returns>
    public async Task<byte[]?> ReadAsync(HttpContext context)
    {
        try
        {
            if (await ReadAsync(context.Request, context.RequestAborted) is { } body)
            {
                return body;
            }

            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        }
        catch (Exception ended) when (ended is IOException or OperationCanceledException)
        {
            context.Response.StatusCode = (ended as BadHttpRequestException)?.StatusCode ?? StatusCodes.Status400BadRequest;
            if (unfinished.IsDue())
            {
                LogUnfinished();
            }
        }

        return null;
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > MaxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    [LoggerMessage(LogLevel.Warning, "The connection of a request ended before its body did, and the request was left.")]
    private partial void LogUnfinished();
}
