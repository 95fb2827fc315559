using Bot.Library.Embeddings;
using Bot.Library.SecondStage;

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

    public void Dispose() => File.Delete(path);
}
