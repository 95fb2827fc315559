using Bot.Library.Embeddings;

namespace Bot.Library.Tests.Embeddings;

public sealed class VectorStoreTests : IDisposable
{
    private static readonly TextKey Key = TextKey.Of("It rained.");
    private static readonly Half[] Vector = [(Half)0.5, (Half)(-1), (Half)0.25];

    private readonly TemporaryFolder files = new();
    private readonly Half[] read = new Half[3];

    public void Dispose() => files.Dispose();

    [Fact]
    public void AVectorIsThereAfterARestart()
    {
        Fill();

        using var again = Open();
        Assert.True(again.TryRead(Key, read));
        Assert.Equal(Vector, read);
        Assert.False(again.TryRead(TextKey.Of("It stopped."), read));
    }

    [Fact]
    public void VectorsOfAnotherModelOrFormAreReplaced()
    {
        Fill();
        File.Copy(files["model.vectors"], files["other.vectors"]);
        using (var other = VectorStore.Open(files.Path, "other", 3))
        {
            Assert.False(other.TryRead(Key, read));
        }

        File.WriteAllText(files["model.vectors"], "no vectors at all, but more than a header is long");
        using var store = Open();
        Assert.False(store.TryRead(Key, read));
        store.Add([(Key, Vector)]);
        Assert.True(store.TryRead(Key, read));
    }

    [Fact]
    public void ARecordThatIsCutOffOrChangedIsNotUsed()
    {
        Fill();
        var bytes = File.ReadAllBytes(files["model.vectors"]);
        bytes[^6] ^= 1;
        File.WriteAllBytes(files["model.vectors"], bytes);
        using (var changed = Open())
        {
            Assert.False(changed.TryRead(Key, read));
            changed.Add([(Key, Vector)]);
        }

        File.WriteAllBytes(files["model.vectors"], File.ReadAllBytes(files["model.vectors"])[..^3]);
        using var cut = Open();
        Assert.False(cut.TryRead(Key, read));
        cut.Add([(Key, Vector)]);
        Assert.True(cut.TryRead(Key, read));
    }

    [Fact]
    public void WhileOneProgramWritesAnotherReads()
    {
        using (var first = Open())
        {
            first.Add([(Key, Vector)]);
            using var second = Open();

            Assert.True(second.TryRead(Key, read));
            second.Add([(TextKey.Of("It stopped."), Vector)]);
            first.Add([(TextKey.Of("It thundered."), Vector)]);
        }

        using var later = Open();
        Assert.False(later.TryRead(TextKey.Of("It stopped."), read));
        Assert.True(later.TryRead(TextKey.Of("It thundered."), read));
        later.Add([(TextKey.Of("It stopped."), Vector)]);
        Assert.True(later.TryRead(TextKey.Of("It stopped."), read));
    }

    [Fact]
    public void AFolderThatCannotBeUsedKeepsNothingAndFailsNothing()
    {
        files.Write("taken", "a file where the folder should be");
        using var store = VectorStore.Open(files["taken"], "model", 3);

        store.Add([(Key, Vector)]);
        Assert.False(store.TryRead(Key, read));
    }

    private void Fill()
    {
        using var store = Open();
        store.Add([(Key, Vector)]);
    }

    private VectorStore Open() => VectorStore.Open(files.Path, "model", 3);
}
