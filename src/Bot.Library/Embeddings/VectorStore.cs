using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Library.Embeddings;

/// <summary>
/// Stores the vectors of one model in a file by their text, so that no text is computed twice. The file has a header and one record per text: key, numbers
/// in half precision, checksum. A vector that cannot be read is computed again; a file of another model or format is replaced. One program at a time holds
/// the lock beside the file and writes; others read, and do not store what they compute.
/// </summary>
internal sealed class VectorStore : IDisposable
{
    private const int CheckBytes = 4;
    private const int HeaderBytes = 32;
    private const string Form = "seminar-bot vectors 1";

    private readonly Dictionary<TextKey, long> offsets = [];
    private readonly int width;
    private readonly FileStream? file;
    private readonly FileStream? writeLock;
    private readonly System.Threading.Lock gate = new();
    private bool canWrite;
    private long end;

    private VectorStore(int width, FileStream? file, FileStream? writeLock)
    {
        this.width = width;
        this.file = file;
        this.writeLock = writeLock;
        canWrite = writeLock is not null;
    }

    private int RecordBytes => TextKey.Bytes + (width * sizeof(ushort)) + CheckBytes;

    /// <summary>Opens the file of a model, or creates it.</summary>
    /// <param name="folder">The folder of the files; created if it is missing.</param>
    /// <param name="model">The name and version of the model; vectors of another model are never mixed with these.</param>
    /// <param name="width">The number of numbers in a vector.</param>
    public static VectorStore Open(string folder, string model, int width)
    {
        var header = SHA256.HashData(Encoding.UTF8.GetBytes($"{Form}\n{model}\n{width}"));
        try
        {
            Directory.CreateDirectory(folder);
            var path = Path.Combine(folder, $"{NameFile(model)}.vectors");
            var writeLock = TryLock($"{path}.lock");
            try
            {
                var store = new VectorStore(width, OpenFile(path, isWriter: writeLock is not null), writeLock);
                store.Read(header);
                return store;
            }
            catch
            {
                writeLock?.Dispose();
                throw;
            }
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            // If the folder cannot be used, each start computes the vectors again.
            return new VectorStore(width, file: null, writeLock: null);
        }
    }

    /// <summary>Reads the vector of a text into a span.</summary>
    /// <returns>False if it is not stored, or cannot be read.</returns>
    public bool TryRead(TextKey key, Span<Half> vector)
    {
        lock (gate)
        {
            try
            {
                return file is not null && offsets.TryGetValue(key, out var offset) && TryReadRecord(file, offset, key, vector);
            }
            catch (IOException)
            {
                return false;
            }
        }
    }

    /// <summary>Stores vectors. Does nothing if another program writes, or after the disk was full: then the next start computes them again.</summary>
    public void Add(IReadOnlyList<(TextKey Key, Half[] Vector)> vectors)
    {
        lock (gate)
        {
            if (file is null || !canWrite)
            {
                return;
            }

            var bytes = new byte[RecordBytes * vectors.Count];
            for (var i = 0; i < vectors.Count; i++)
            {
                WriteRecord(bytes.AsSpan(i * RecordBytes, RecordBytes), vectors[i].Key, vectors[i].Vector);
            }

            try
            {
                RandomAccess.Write(file.SafeFileHandle, bytes, end);
            }
            catch (IOException)
            {
                canWrite = false;
                return;
            }

            foreach (var (key, _) in vectors)
            {
                offsets[key] = end;
                end += RecordBytes;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        file?.Dispose();
        writeLock?.Dispose();
    }

    // Only an unshared stream excludes other programs on every system. The lock is not on the file itself, because others read it.
    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static FileStream OpenFile(string path, bool isWriter) => isWriter
        ? new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);

    private static string NameFile(string model) =>
        string.Concat(model.Select(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' ? sign : '_'));

    // Reads only the keys; the numbers are checked when they are read.
    private void Read(byte[] header)
    {
        var found = new byte[HeaderBytes];
        var handle = file!.SafeFileHandle;
        if (RandomAccess.Read(handle, found, 0) != HeaderBytes || !found.AsSpan().SequenceEqual(header))
        {
            if (canWrite)
            {
                RandomAccess.SetLength(handle, 0);
                RandomAccess.Write(handle, header, 0);
            }

            end = HeaderBytes;
            return;
        }

        Span<byte> key = stackalloc byte[TextKey.Bytes];
        var length = RandomAccess.GetLength(handle);
        for (end = HeaderBytes; end + RecordBytes <= length; end += RecordBytes)
        {
            RandomAccess.Read(handle, key, end);
            offsets[TextKey.Read(key)] = end;
        }
    }

    private bool TryReadRecord(FileStream stream, long offset, TextKey key, Span<Half> vector)
    {
        var record = new byte[RecordBytes];
        if (RandomAccess.Read(stream.SafeFileHandle, record, offset) != RecordBytes
            || TextKey.Read(record) != key
            || Check(record.AsSpan(..^CheckBytes)) != BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan(^CheckBytes..)))
        {
            offsets.Remove(key);
            return false;
        }

        MemoryMarshal.Cast<byte, Half>(record.AsSpan(TextKey.Bytes, width * sizeof(ushort))).CopyTo(vector);
        return true;
    }

    private static void WriteRecord(Span<byte> record, TextKey key, Half[] vector)
    {
        key.Write(record);
        MemoryMarshal.AsBytes(vector.AsSpan()).CopyTo(record[TextKey.Bytes..]);
        BinaryPrimitives.WriteUInt32LittleEndian(record[^CheckBytes..], Check(record[..^CheckBytes]));
    }

    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return BinaryPrimitives.ReadUInt32LittleEndian(hash);
    }
}
