using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Library.SecondStage;

/// <summary>Reads arrays out of a NumPy archive (<c>.npz</c>): a ZIP file of arrays in the format that numpy.org/doc calls NPY 1.0.</summary>
internal static partial class NumpyArchive
{
    private const int MagicBytes = 8;

    /// <summary>Every array of an archive as 32-bit numbers, by name.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing, or has an array of another type than 16- or 32-bit floats in C order.</exception>
    public static IReadOnlyDictionary<string, float[]> Read(string path)
    {
        try
        {
            using var archive = ZipFile.OpenRead(path);
            return archive.Entries.ToDictionary(entry => entry.FullName[..^".npy".Length], ReadArray, StringComparer.Ordinal);
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
        var match = Header().Match(header);
        if (!match.Success)
        {
            throw new InvalidDataException($"{entry.FullName} is no array of floats in C order: {header.Trim()}");
        }

        var count = match.Groups["shape"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(int.Parse).Aggregate(1, (product, length) => product * length);
        var numbers = new float[count];
        if (match.Groups["bytes"].Value == "2")
        {
            var halves = MemoryMarshal.Cast<byte, Half>(reader.ReadBytes(count * sizeof(ushort)));
            System.Numerics.Tensors.TensorPrimitives.ConvertToSingle(halves, numbers);
        }
        else
        {
            MemoryMarshal.Cast<byte, float>(reader.ReadBytes(count * sizeof(float))).CopyTo(numbers);
        }

        return numbers;
    }

    [GeneratedRegex(@"'descr': '<f(?<bytes>[24])', 'fortran_order': False, 'shape': \((?<shape>[0-9, ]*)\)")]
    private static partial Regex Header();
}
