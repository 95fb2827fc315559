using System.IO.Compression;
using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Library.SecondStage;

/// <summary>
/// Reads arrays from a NumPy archive (<c>.npz</c>): a ZIP file of arrays in the format that numpy.org/doc calls NPY 1.0. An array of 8-bit numbers has a
/// second array, with <c>.scale</c> after its name, which contains the factor of each row.
/// </summary>
internal static partial class NumpyArchive
{
    private const int MagicBytes = 8;
    private const string Extension = ".npy";
    private const string Scale = ".scale";

    /// <summary>Every array of an archive as 32-bit numbers, by name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">
    /// The file is missing, or has an array of another type than 16- or 32-bit floats or scaled 8-bit numbers in C order.
    /// </exception>
    public static IReadOnlyDictionary<string, float[]> Read(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var arrays = archive.Entries.ToDictionary(entry => entry.FullName[..^Extension.Length], ReadArray, StringComparer.Ordinal);
            foreach (var name in arrays.Keys.Where(name => arrays.ContainsKey(name + Scale)).ToList())
            {
                MultiplyRows(arrays[name], arrays[name + Scale]);
                arrays.Remove(name + Scale);
            }

            return arrays;
        }
        catch (IOException unreadable)
        {
            throw new InvalidDataException($"The weights {path} cannot be read: {unreadable.Message}", unreadable);
        }
    }

    private static float[] ReadArray(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var reader = new BinaryReader(stream);
        reader.ReadBytes(MagicBytes);
        var header = Encoding.Latin1.GetString(reader.ReadBytes(reader.ReadUInt16()));
        var match = Header.Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException($"{entry.FullName} is not a supported array of numbers in C order: {header.Trim()}");
        }

        var count = match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(int.Parse).Aggregate(1, (product, length) => product * length);
        var numbers = new float[count];
        switch (match.Groups["type"].Value)
        {
            case "|i1":
                TensorPrimitives.ConvertTruncating<sbyte, float>(MemoryMarshal.Cast<byte, sbyte>(reader.ReadBytes(count)), numbers);
                break;
            case "<f2":
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(reader.ReadBytes(count * sizeof(ushort))), numbers);
                break;
            default:
                MemoryMarshal.Cast<byte, float>(reader.ReadBytes(count * sizeof(float))).CopyTo(numbers);
                break;
        }

        return numbers;
    }

    private static void MultiplyRows(float[] numbers, float[] scales)
    {
        var width = numbers.Length / scales.Length;
        for (var row = 0; row < scales.Length; row++)
        {
            var span = numbers.AsSpan(row * width, width);
            TensorPrimitives.Multiply(span, scales[row], span);
        }
    }

    [GeneratedRegex(@"'descr': '(?<type>\|i1|<f2|<f4)', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\)")]
    private static partial Regex Header { get; }
}
