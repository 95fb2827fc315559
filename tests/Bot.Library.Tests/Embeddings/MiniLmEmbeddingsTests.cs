using System.Numerics.Tensors;
using Bot.Library.Embeddings;
using Bot.Testing;
using Microsoft.Extensions.AI;

namespace Bot.Library.Tests.Embeddings;

public sealed class MiniLmEmbeddingsTests
{
    private const string Question = "Have sanctions worked?";
    private const string Answer = "Sanctions have not worked as an instrument of disarmament.";
    private const string Weather = "The weather in Lisbon is fine.";

    private static IEmbeddingGenerator<string, Embedding<float>> Model => LocalModels.Sentences.Generator!;

    // The numbers are from PyTorch with the same weights.
    [Fact]
    public async Task VectorsAreThoseOfAnotherImplementation()
    {
        var vectors = await Model.GenerateAsync([Question, Answer, Weather]);

        Assert.Equal(-0.0306f, vectors[0].Vector.Span[0], 0.001f);
        Assert.Equal(0.0693f, vectors[1].Vector.Span[1], 0.001f);
        Assert.Equal(0.0923f, vectors[2].Vector.Span[2], 0.001f);
        Assert.Equal(0.6482f, TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[1].Vector.Span), 0.001f);
        Assert.Equal(-0.0100f, TensorPrimitives.Dot(vectors[0].Vector.Span, vectors[2].Vector.Span), 0.001f);
    }

    [Fact]
    public async Task AVectorDoesNotDependOnWhatWasComputedBesideIt()
    {
        var alone = (await Model.GenerateAsync([Question]))[0].Vector.ToArray();
        var among = (await Model.GenerateAsync([Weather, Question, string.Join(' ', Enumerable.Repeat(Answer, 40)), Answer]))[1].Vector.ToArray();

        Assert.Equal(alone, among);
    }

    [Theory]
    [InlineData("")]
    [InlineData("¶")]
    [InlineData("🪨🪨🪨")]
    public async Task OddTextsHaveAVectorOfLengthOne(string text) =>
        Assert.Equal(1, TensorPrimitives.Norm((await Model.GenerateAsync([text]))[0].Vector.Span), 0.001f);

    [Fact]
    public async Task ALongTextIsCutAndNotRefused() =>
        Assert.Equal(MiniLmEmbeddings.Width, (await Model.GenerateAsync([new string('a', 100_000), string.Join(' ', Enumerable.Repeat(Answer, 500))]))[1].Vector.Length);
}
