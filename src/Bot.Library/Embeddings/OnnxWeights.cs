using System.Runtime.InteropServices;
using System.Text;

namespace Bot.Library.Embeddings;

/// <summary>
/// Finds the weights inside an ONNX file, so that they can be replaced in place. The file is a protocol-buffers message: the model's
/// field 7 is the graph, the graph's field 5 an initializer, an initializer's field 8 its name and field 9 its numbers (onnx.proto).
/// </summary>
internal static class OnnxWeights
{
    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Name = 8;
    private const int RawData = 9;

    /// <summary>The bytes of each initializer, by its name.</summary>
    /// <param name="network">The file.</param>
    /// <exception cref="InvalidDataException">The bytes are not an ONNX file.</exception>
    public static IReadOnlyDictionary<string, Memory<byte>> Find(Memory<byte> network) => ReadFields(network)
        .Where(field => field.Number == Graph)
        .SelectMany(graph => ReadFields(graph.Content))
        .Where(field => field.Number == Initializer)
        .Select(initializer => ReadFields(initializer.Content).ToLookup(field => field.Number, field => field.Content))
        .ToDictionary(fields => Encoding.UTF8.GetString(fields[Name].Single().Span), fields => fields[RawData].SingleOrDefault(), StringComparer.Ordinal);

    /// <summary>Replaces the numbers of an initializer.</summary>
    /// <exception cref="InvalidDataException">There are more or fewer of them.</exception>
    public static void Replace(Memory<byte> initializer, ReadOnlySpan<float> numbers)
    {
        var bytes = MemoryMarshal.AsBytes(numbers);
        if (bytes.Length != initializer.Length)
        {
            throw new InvalidDataException($"The weights have {bytes.Length} bytes where the network has {initializer.Length}.");
        }

        bytes.CopyTo(initializer.Span);
    }

    // The fields with a length; other fields are skipped.
    private static IEnumerable<(int Number, Memory<byte> Content)> ReadFields(Memory<byte> message)
    {
        for (var position = 0; position < message.Length;)
        {
            var tag = ReadVarint(message, ref position);
            switch (tag & 7)
            {
                case 0:
                    ReadVarint(message, ref position);
                    break;
                case 1:
                    position += sizeof(ulong);
                    break;
                case 2:
                    var length = (int)ReadVarint(message, ref position);
                    yield return ((int)(tag >> 3), message.Slice(position, length));
                    position += length;
                    break;
                case 5:
                    position += sizeof(uint);
                    break;
                default:
                    throw new InvalidDataException("The network is not an ONNX file.");
            }
        }
    }

    private static ulong ReadVarint(Memory<byte> message, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = message.Span[position++];
            value |= (ulong)(next & 0x7f) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
