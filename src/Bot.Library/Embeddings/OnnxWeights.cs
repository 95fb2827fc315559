using System.Text;

namespace Bot.Library.Embeddings;

/// <summary>
/// Finds weights inside an ONNX file. The file is a protocol-buffers message: the model's field 7 is the graph, the graph's field 5 an initializer, an
/// initializer's field 8 its name and field 9 its numbers (onnx.proto).
/// </summary>
internal static class OnnxWeights
{
    /// <summary>The name of the vectors of the word pieces in MiniLM's file.</summary>
    public const string Words = "embeddings.word_embeddings.weight";

    private const int Graph = 7;
    private const int Initializer = 5;
    private const int Name = 8;
    private const int RawData = 9;
    private const byte AccuracyOfFloats = 1;

    // An attribute's field 3 is its number.
    private static ReadOnlySpan<byte> AccuracyOfBytes => "accuracy_level\x18\x04"u8;

    /// <summary>The bytes of an initializer.</summary>
    /// <param name="network">The file.</param>
    /// <param name="name">The initializer's name.</param>
    /// <exception cref="InvalidOperationException">The file has no such initializer.</exception>
    public static ReadOnlyMemory<byte> Find(ReadOnlyMemory<byte> network, string name) => ReadFields(network)
        .Where(field => field.Number == Graph)
        .SelectMany(graph => ReadFields(graph.Content))
        .Where(field => field.Number == Initializer)
        .Select(initializer => ReadFields(initializer.Content).ToLookup(field => field.Number, field => field.Content))
        .Single(fields => Encoding.UTF8.GetString(fields[Name].Single().Span) == name)[RawData].Single();

    /// <summary>
    /// Makes the matrices of whole numbers (operator MatMulNBits) be multiplied as 32-bit floats instead of 8-bit numbers, by the accuracy level in the
    /// file.
    /// </summary>
    /// <param name="network">The file; it is changed.</param>
    /// <returns>The number of matrices.</returns>
    public static int MultiplyAsFloats(Span<byte> network)
    {
        var count = 0;
        for (var rest = network; rest.IndexOf(AccuracyOfBytes) is >= 0 and var at; rest = rest[(at + AccuracyOfBytes.Length)..])
        {
            rest[at + AccuracyOfBytes.Length - 1] = AccuracyOfFloats;
            count++;
        }

        return count;
    }

    // The fields with a length; other fields are skipped.
    private static IEnumerable<(int Number, ReadOnlyMemory<byte> Content)> ReadFields(ReadOnlyMemory<byte> message)
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

    private static ulong ReadVarint(ReadOnlyMemory<byte> message, ref int position)
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
