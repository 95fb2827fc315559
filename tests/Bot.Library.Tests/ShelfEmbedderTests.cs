using Bot.Library.Embeddings;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;

namespace Bot.Library.Tests;

public sealed class ShelfEmbedderTests : IDisposable
{
    private readonly TemporaryFolder files = new();
    private readonly CountingModel model = new();
    private readonly Shelf shelf = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public async Task OnlyTextsThatAreNewAreComputed()
    {
        Put("It rained.\n\nIt stopped.");
        await EmbedAsync();
        Assert.Equal(["It rained.", "It stopped.", "Rain"], model.Texts.Order(StringComparer.Ordinal));

        // The same after a restart, with one more sentence.
        model.Texts.Clear();
        Put("It rained.\n\nIt snowed.\n\nIt stopped.");
        await EmbedAsync();

        Assert.Equal(["It snowed."], model.Texts);
        Assert.True(shelf.Current.Index.HasVectors);
    }

    [Fact]
    public async Task AnAnswerByWordsIsThereBeforeTheVectorsAre()
    {
        Put("It rained.");

        Assert.False(shelf.Current.Index.HasVectors);
        await EmbedAsync();
        Assert.True(shelf.Current.Index.HasVectors);
    }

    [Fact]
    public async Task ReadingsThatChangeMeanwhileAreEmbeddedTooAndNoneIsShownHalf()
    {
        Put("It rained.");
        model.BeforeAnswer = () =>
        {
            model.BeforeAnswer = null;
            Put("It snowed.");
        };

        await EmbedAsync();

        Assert.Equal("It snowed.", shelf.Current.Readings[0].Paragraphs[0].Text);
        Assert.True(shelf.Current.Index.HasVectors);
    }

    [Fact]
    public async Task AReadingInAnotherLanguageIsLeftToWords()
    {
        shelf.Replace(Snapshot(ReadingFactory.Default.CreateFromText("regen", "Regen", "Es regnete.") with { Language = ReadingLanguage.German }));

        await EmbedAsync();

        Assert.Empty(model.Texts);
        Assert.True(shelf.Current.Index.IsEmbedded);
        Assert.False(shelf.Current.Index.HasVectors);
    }

    private static ShelfSnapshot Snapshot(Reading reading) => new([reading], [], RetrievalIndex.Build([reading]));

    private void Put(string text) => shelf.Replace(Snapshot(ReadingFactory.Default.CreateFromText("rain", "Rain", text)));

    private async Task EmbedAsync()
    {
        using var embedder = new ShelfEmbedder(shelf, new SentenceModel(model), Options.Create(new EmbeddingOptions { Folder = files.Path }));
        await embedder.EmbedAsync(null, CancellationToken.None);
    }

    private sealed class CountingModel : IEmbeddingGenerator<string, Embedding<float>>
    {
        public List<string> Texts { get; } = [];

        public Action? BeforeAnswer { get; set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Texts.AddRange(values);
            BeforeAnswer?.Invoke();
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text => new Embedding<float>(new float[] { text.Length, 1 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", defaultModelId: "lengths", defaultModelDimensions: 2) : null;

        public void Dispose()
        {
        }
    }
}
