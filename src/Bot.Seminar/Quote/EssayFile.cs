using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Quote;

/// <summary>Reads a file to check its quotes. Neither the file nor its text is stored.</summary>
internal sealed class EssayFile(SentFileReader reader, IOptions<ReadingsOptions> options, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    // One at a time, so that teachers' uploads and members' questions do not wait for essays.
    private readonly SemaphoreSlim free = new(1);

    /// <summary>Reads a file.</summary>
    /// <returns>Its text, or why it was not read.</returns>
    public async Task<(Reading? Essay, string Problem)> ReadAsync(AttachedFile file, CancellationToken cancellationToken)
    {
        if (SentFileName.Refuse(file.Name) is { } wrongName)
        {
            return (null, wrongName);
        }

        if (!await TryEnterAsync(cancellationToken))
        {
            return (null, QuoteTexts.ReadingOtherFiles);
        }

        try
        {
            var content = await file.ReadAsync(options.Value.MaxFileMegabytes, cancellationToken);
            var read = await reader.ReadOnceAsync(file.Name, content, cancellationToken);
            return read.Reading is null ? (null, QuoteTexts.FormatCannotBeRead(file.Name, FileReasons.Translate(read.Problem ?? ""))) : (read.Reading, "");
        }
        catch (AttachmentException unavailable)
        {
            return (null, unavailable.Message);
        }
        finally
        {
            free.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose() => free.Dispose();

    private async Task<bool> TryEnterAsync(CancellationToken cancellationToken)
    {
        using var tooLong = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            await free.WaitAsync(either.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
