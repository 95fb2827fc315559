using System.IO.Compression;
using Bot.Library.Embeddings;
using Bot.Library.SecondStage;
using Microsoft.ML.OnnxRuntime;

namespace Bot.Library.Tests.Embeddings;

public sealed class OnnxSessionsTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    [Fact]
    public void AMissingNetworkIsNamed()
    {
        var failure = Assert.Throws<InvalidDataException>(() => OnnxSessions.Open("no-network.onnx.gz"));

        Assert.Contains("no-network.onnx.gz", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(1_000_000)]
    public void ANetworkThatIsCutOffIsNamed(int bytes)
    {
        File.WriteAllBytes(path, File.ReadAllBytes(SecondStageReader.StanceFile)[..bytes]);

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => OnnxSessions.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsNotPackedIsNamed()
    {
        File.WriteAllText(path, "This is no network.");

        Assert.Contains(path, Assert.Throws<InvalidDataException>(() => OnnxSessions.Open(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void NetworksShareTheWordEmbeddings()
    {
        var (stances, words) = OnnxSessions.Open(SecondStageReader.StanceFile);
        var (answers, same) = OnnxSessions.Open(SecondStageReader.AnswerFile);
        using (stances)
        using (answers)
        {
            Assert.Same(words, same);
        }
    }

    [Theory]
    [InlineData("answers")]
    [InlineData("stance")]
    [InlineData("motions")]
    public void EveryMatrixCanBeMultipliedAsFloats(string name)
    {
        using var unpacked = new MemoryStream();
        using (var packed = new GZipStream(File.OpenRead(Path.Combine(CrossEncoder.Folder, $"{name}.onnx.gz")), CompressionMode.Decompress))
        {
            packed.CopyTo(unpacked);
        }

        var network = unpacked.ToArray();

        // Six layers with six matrices each.
        Assert.Equal(36, OnnxWeights.MultiplyAsFloats(network));
        Assert.Equal(0, OnnxWeights.MultiplyAsFloats(network));
        using var session = new InferenceSession(network);
    }

    public void Dispose() => File.Delete(path);
}
