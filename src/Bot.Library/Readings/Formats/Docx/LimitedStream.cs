using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>A stream that throws once it exceeds a limit.</summary>
/// <param name="inner">What is read; closed with this.</param>
/// <param name="left">How many bytes may still be read.</param>
/// <param name="limit">How many there may be in all, for the message.</param>
internal sealed class LimitedStream(Stream inner, long left, long limit) : Stream
{
    /// <summary>How many bytes were read so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => Count;
        set => throw new NotSupportedException();
    }

    /// <inheritdoc />
    /// <exception cref="UnreadableFileException">The limit is exceeded.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Count += read;
        return Count <= left ? read : throw new UnreadableFileException(
            $"the Word document unpacks to more than {limit / (1024 * 1024)} MB of text, which no reading is; split it");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
