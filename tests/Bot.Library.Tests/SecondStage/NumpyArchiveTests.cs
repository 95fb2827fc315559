using System.IO.Compression;
using System.Text;
using Bot.Library.SecondStage;

namespace Bot.Library.Tests.SecondStage;

public sealed class NumpyArchiveTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void WholeNumbersAreMultipliedRowByRow()
    {
        Write(("weight", "|i1", "(2, 3)", [1, 2, 3, 0xFF, 0, 2]), ("weight.scale", "<f4", "(2,)", [.. Bytes(0.5f), .. Bytes(2)]));

        var arrays = NumpyArchive.Read(path);

        Assert.Equal([0.5f, 1, 1.5f, -2, 0, 4], arrays["weight"]);
        Assert.Single(arrays);
    }

    [Theory]
    [InlineData("<i8", "(1,)")]
    [InlineData("|O", "(1,)")]
    public void AnArrayOfAnotherTypeIsNamed(string type, string shape)
    {
        Write(("weight", type, shape, new byte[8]));

        Assert.Contains("weight", Assert.Throws<InvalidDataException>(() => NumpyArchive.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() =>
        Assert.Contains("no-weights.npz", Assert.Throws<InvalidDataException>(() => NumpyArchive.Read("no-weights.npz")).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(path);

    private static byte[] Bytes(float number) => BitConverter.GetBytes(number);

    private void Write(params (string Name, string Type, string Shape, byte[] Data)[] arrays)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        foreach (var (name, type, shape, data) in arrays)
        {
            using var writer = new BinaryWriter(archive.CreateEntry($"{name}.npy").Open());
            var header = Encoding.Latin1.GetBytes($"{{'descr': '{type}', 'fortran_order': False, 'shape': {shape}, }}\n");
            writer.Write([0x93, .. "NUMPY"u8, 1, 0]);
            writer.Write((ushort)header.Length);
            writer.Write(header);
            writer.Write(data);
        }
    }
}
