namespace Bot.Chat;

/// <summary>A file that a member sent with a command. Its content is downloaded only when a command asks for it.</summary>
/// <param name="Name">Its name on the member's machine; do not trust it as a path.</param>
/// <param name="Bytes">Its size as reported by the platform; 0 if unknown.</param>
/// <param name="Fetch">Gets the content, up to a number of bytes; throws <see cref="AttachmentException"/> if it is larger or cannot be fetched.</param>
public sealed record AttachedFile(string Name, long Bytes, Func<int, CancellationToken, Task<byte[]>> Fetch)
{
    private const int BytesPerMegabyte = 1024 * 1024;

    /// <summary>A file whose content is already in memory.</summary>
    public static AttachedFile Of(string name, byte[] content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return new AttachedFile(name, content.Length, (_, _) => Task.FromResult(content));
    }

    /// <summary>A file that is read from a stream; reading stops when it exceeds the limit.</summary>
    public static AttachedFile Of(string name, long bytes, Func<Stream> open) => new(name, bytes, async (atMost, cancellationToken) =>
    {
        await using var stream = open();
        return await ReadAsync(stream, atMost, cancellationToken);
    });

    /// <summary>Gets the content.</summary>
    /// <param name="maxMegabytes">The size limit, in units of 1,048,576 bytes.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="AttachmentException">It is larger, or cannot be fetched.</exception>
    public Task<byte[]> ReadAsync(int maxMegabytes, CancellationToken cancellationToken)
    {
        var atMost = maxMegabytes * BytesPerMegabyte;
        return Bytes > atMost ? throw RefuseSize(atMost) : Fetch(atMost, cancellationToken);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="AttachmentException">It is longer than <paramref name="atMost"/> bytes; no more than that is read.</exception>
    public static async Task<byte[]> ReadAsync(Stream stream, int atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await stream.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (content.Length + read > atMost)
            {
                throw RefuseSize(atMost);
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    private static AttachmentException RefuseSize(int atMost) =>
        new(ReplyTexts.FormatFileTooLarge(atMost / BytesPerMegabyte));
}

/// <summary>An attached file cannot be fetched; the message is a sentence for the member.</summary>
public sealed class AttachmentException(string message) : Exception(message);
