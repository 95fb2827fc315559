using Bot.Library.Embeddings;
using Bot.Seminar.Debate;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Seminar.Tests.Debate;

public sealed class MotionJudgeTests
{
    private static readonly string[] Claims =
    [
        "Voting should be compulsory for every citizen.",
        "Public libraries do more for a town than its museums.",
        "Zoos are cruel to the animals they claim to protect.",
        "A tax on sugar would hurt the poor most.",
    ];

    private static readonly string[] Facts =
    [
        "The library was opened in 1954 by the mayor of the town.",
        "She walked to the harbour and looked for the old captain.",
        "The zoo houses 320 animals of 45 species.",
        "Sugar is produced from cane and from beet.",
    ];

    private static readonly MotionModel Model = MotionModel.Load(MotionModel.ShippedFile);

    [Fact]
    public async Task EveryClaimIsMoreDebatableThanEveryFact()
    {
        var vectors = await new QueryVectors(LocalModels.Sentences, NullLogger<QueryVectors>.Instance).EmbedAllAsync([.. Claims, .. Facts], CancellationToken.None);
        var judge = new MotionJudge(Model, LocalModels.Sentences);
        var judged = Claims.Concat(Facts).Select((sentence, i) => judge.Judge(sentence, vectors![i])).ToList();

        Assert.True(judged.Take(Claims.Length).Min() > judged.Skip(Claims.Length).Max(), string.Join(' ', judged));
    }

    [Fact]
    public void WithoutVectorsClaimsAreMoreDebatableOnTheWhole()
    {
        var judge = new MotionJudge(Model, SentenceModel.None);

        Assert.True(Claims.Average(sentence => judge.Judge(sentence, null)) > 0.25 + Facts.Average(sentence => judge.Judge(sentence, null)));
    }

    [Fact]
    public void VectorsOfAnotherModelAreNotRead()
    {
        var judge = new MotionJudge(Model, SentenceModel.None);

        Assert.Equal(judge.Judge(Claims[0], null), judge.Judge(Claims[0], new float[7]));
    }

    [Fact]
    public void TheNetworkMovesTheProbability()
    {
        var judge = new MotionJudge(Model, LocalModels.Sentences);

        Assert.True(judge.Combine(0.3, networkOdds: 4, hasVector: true) > 0.5);
        Assert.True(judge.Combine(0.3, networkOdds: -4, hasVector: true) < 0.1);
        Assert.Equal(0.3, judge.Combine(0.3, networkOdds: null, hasVector: true));
    }

    [Fact]
    public void AMissingFileIsNamed() =>
        Assert.Contains("nowhere.json", Assert.Throws<InvalidDataException>(() => MotionModel.Load("nowhere.json")).Message, StringComparison.Ordinal);
}
