using System.Buffers.Binary;
using System.Text;

namespace Bot.Library.Readings.Parsing;

/// <summary>
/// The protocol between the program and its reader process: blocks of bytes, each with its length before it. The reader opens with
/// its version; then each request is a name and a content, and each reply one block.
/// </summary>
internal static class ReaderFrames
{
    public static void Write(Stream stream, ReadOnlySpan<byte> block)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, block.Length);
        stream.Write(length);
        stream.Write(block);
        stream.Flush();
    }

    public static void Write(Stream stream, string text) => Write(stream, Encoding.UTF8.GetBytes(text));

    /// <summary>Reads a block.</summary>
    /// <returns>Null if the other side has ended.</returns>
    /// <exception cref="InvalidDataException">A length is negative, or longer than allowed.</exception>
    public static byte[]? Read(Stream stream, int longest)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        if (stream.ReadAtLeast(length, length.Length, throwOnEndOfStream: false) < length.Length)
        {
            return null;
        }

        var bytes = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (bytes < 0 || bytes > longest)
        {
            throw new InvalidDataException($"A block of {bytes} bytes came from the other process.");
        }

        var block = new byte[bytes];
        return stream.ReadAtLeast(block, bytes, throwOnEndOfStream: false) == bytes ? block : null;
    }

    public static string? ReadText(Stream stream, int longest) => Read(stream, longest) is { } block ? Encoding.UTF8.GetString(block) : null;
}
