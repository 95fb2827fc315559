using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;

namespace Bot.Library.Tests.Retrieval;

public sealed class UnknownWordsTests
{
    private static readonly ReadOnlyMemory<float> Query = new float[] { 1, 0 };
    private static readonly ReadOnlyMemory<float> Near = new float[] { 0.98f, 0.2f };
    private static readonly ReadOnlyMemory<float> Far = new float[] { 0.6f, 0.8f };

    private static readonly QueryTerms Terms = QueryTerms.Of(
        "Who exactly paid Ms Holm for the jailbreak?", LexicalIndex.Build([ReadingFactory.Default.CreateFromText("dam", "Dam", "Nobody paid for the dam.")]));

    [Fact]
    public void TheWordThatAQuestionIsAboutComesBeforeOthersAndBehindNames()
    {
        Assert.Equal(["Ms Holm", "jailbreak", "exactly"], Terms.Unknown);

        var unknown = UnknownWords.Weigh(Terms, [Query, Near, Near, Far]);

        Assert.Equal(["Ms Holm", "exactly", "jailbreak"], unknown.All);
        Assert.Equal(["exactly"], unknown.Subjects);
    }

    [Fact]
    public void WithoutVectorsTheOrderStaysAndNothingIsASubject()
    {
        foreach (var unknown in new[] { UnknownWords.Unweighed(Terms), UnknownWords.Weigh(Terms, [Query]) })
        {
            Assert.Equal(Terms.Unknown, unknown.All);
            Assert.Empty(unknown.Subjects);
        }
    }
}
