namespace Bot.Chat.Delivery;

/// <summary>Downloads a member's file from the platform's own servers.</summary>
public static class FileDownload
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    /// <summary>Whether an address belongs to the platform's file server; nothing is downloaded from other servers.</summary>
    public static bool IsAt(Uri address, Uri server)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(server);
        return address.IsAbsoluteUri
            && address.GetLeftPart(UriPartial.Authority).Equals(server.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The exception for a file on another server.</summary>
    /// <param name="platform">The platform, as people write its name.</param>
    public static AttachmentException RefuseElsewhere(string platform) => new(FileTexts.FormatElsewhere(platform));

    /// <summary>Fetches a file.</summary>
    /// <param name="client">A client that follows no redirections.</param>
    /// <param name="request">The request for it.</param>
    /// <param name="platform">The platform, as people write its name.</param>
    /// <param name="atMost">The maximum number of bytes to read.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="AttachmentException">It is larger, or cannot be downloaded.</exception>
    public static async Task<byte[]> FetchAsync(
        HttpClient client, HttpRequestMessage request, string platform, int atMost, CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(Timeout, TimeProvider.System);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            var result = await OutboundCall.StreamAsync(client, request, (response, token) => ReadAsync(response, platform, atMost, token), end.Token);
            return result switch
            {
                OutboundResult<byte[]>.Answered answered => answered.Response,
                OutboundResult<byte[]>.NotReached => throw new AttachmentException(FileTexts.FormatNotReached(platform)),
                OutboundResult<byte[]>.Unclear => throw new AttachmentException(FileTexts.FormatBrokenOff(platform)),
                _ => throw new InvalidOperationException($"A download ended as {result.GetType().Name}."),
            };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new AttachmentException(FileTexts.FormatTooSlow(platform));
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, string platform, int atMost, CancellationToken cancellationToken)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new AttachmentException(FileTexts.FormatNotHandedOver(platform, (int)response.StatusCode));
        }

        await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
        return await AttachedFile.ReadAsync(stream, atMost, cancellationToken);
    }
}
