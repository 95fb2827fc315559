using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Bot.Library.Embeddings;

/// <summary>The key of a text in the vector store: the first 128 bits of its SHA-256.</summary>
internal readonly record struct TextKey(UInt128 Value)
{
    /// <summary>The size of a key in bytes.</summary>
    public const int Bytes = 16;

    /// <summary>The key of a text.</summary>
    public static TextKey Of(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(text.AsSpan()), hash);
        return Read(hash);
    }

    public static TextKey Read(ReadOnlySpan<byte> bytes) => new(BinaryPrimitives.ReadUInt128LittleEndian(bytes));

    public void Write(Span<byte> bytes) => BinaryPrimitives.WriteUInt128LittleEndian(bytes, Value);
}
