using Bot.Chat.Delivery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Bot.Http;

/// <summary>Reads the bodies of requests: never more than a limit, and without an exception if one ends too early.</summary>
/// <param name="maxBytes">The limit.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs, at most once a minute, that a body ended too early.</param>
public sealed partial class RequestBody(int maxBytes, TimeProvider time, ILogger<RequestBody> logger)
{
    private readonly NowAndThen unfinished = new(time, TimeSpan.FromMinutes(1));

    /// <summary>Reads a body.</summary>
    /// <returns>Null if there is none; the response's status says why.</returns>
    public async Task<byte[]?> ReadAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
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

    private async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > maxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await request.Body.ReadAsync(buffer, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > maxBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    [LoggerMessage(LogLevel.Warning, "A request was dropped, because its connection ended before its body did.")]
    private partial void LogUnfinished();
}
