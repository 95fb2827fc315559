namespace Bot.Chat.Delivery;

/// <summary>
/// Sends one HTTP request to a platform and reports whether it can have had an effect. It never retries: whether that is safe depends on the call, and the
/// time of a retry on the platform's rate limits.
/// </summary>
public static class OutboundCall
{
    /// <summary>Sends a request and reads the response.</summary>
    /// <param name="client">The client; its timeout limits the call.</param>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads a response of any status.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public static Task<OutboundResult<T>> SendAsync<T>(
        HttpClient client, HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(client, request, HttpCompletionOption.ResponseContentRead, read, cancellationToken);

    /// <summary>The same for a response that may be large: it is read as a stream. The client's timeout ends with the headers.</summary>
    /// <inheritdoc cref="SendAsync{T}(HttpClient, HttpRequestMessage, Func{HttpResponseMessage, CancellationToken, Task{T}}, CancellationToken)"/>
    public static Task<OutboundResult<T>> StreamAsync<T>(
        HttpClient client, HttpRequestMessage request, Func<HttpResponseMessage, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(client, request, HttpCompletionOption.ResponseHeadersRead, read, cancellationToken);

    private static async Task<OutboundResult<T>> SendAsync<T>(
        HttpClient client,
        HttpRequestMessage request,
        HttpCompletionOption completion,
        Func<HttpResponseMessage, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            using var response = await client.SendAsync(request, completion, cancellationToken);
            return new OutboundResult<T>.Answered(await read(response, cancellationToken));
        }
        catch (HttpRequestException unreached) when (unreached.HttpRequestError
            is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)
        {
            return new OutboundResult<T>.NotReached($"cannot be reached ({unreached.HttpRequestError})");
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException)
        {
            // The exception's own message contains the address, which for some calls is a secret.
            return new OutboundResult<T>.Unclear("drops the connection");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new OutboundResult<T>.Unclear("does not answer in time");
        }
    }
}

/// <summary>How an HTTP request ended. The cases are closed.</summary>
public abstract record OutboundResult<T>
{
    private OutboundResult()
    {
    }

    /// <summary>The platform answered, with any status.</summary>
    /// <param name="Response">The response.</param>
    public sealed record Answered(T Response) : OutboundResult<T>;

    /// <summary>The request was not sent, so it certainly had no effect.</summary>
    /// <param name="Reason">The reason, as the end of a sentence that begins with the platform's name.</param>
    public sealed record NotReached(string Reason) : OutboundResult<T>;

    /// <summary>It is unknown whether the request had an effect.</summary>
    /// <param name="Reason">The reason, as the end of a sentence that begins with the platform's name.</param>
    public sealed record Unclear(string Reason) : OutboundResult<T>;
}
