using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Summary;

namespace Bot.Seminar.Tests.Summary;

public sealed class ExtractTests
{
    [Fact]
    public void AConcessionIsShownWithItsAnswer()
    {
        var extract = Extract.Of(Sentence("The bridge would surely bring the nurses sooner to the hospital. But no bridge has been paid for.", 1));

        Assert.Equal((1, 2, 2), (extract?.First, extract?.Last, extract?.Count));
    }

    [Fact]
    public void ASentenceWhoseAnswerIsAQuestionIsLeftOut() =>
        Assert.Null(Extract.Of(Sentence("The bridge would surely bring the nurses sooner to the hospital. But who pays for it?", 1)));

    [Fact]
    public void AConcessionOverlapsItsAnswer()
    {
        var sentence = Sentence("The bridge would surely bring the nurses sooner to the hospital. But no bridge has been paid for.", 1);

        var (concession, answer) = (Extract.Of(sentence), Extract.Of(sentence with { InSpace = sentence.InSpace with { Number = 2 } }));

        Assert.NotNull(answer);
        Assert.True(concession?.Overlaps(answer));
    }

    private static SummarySentence Sentence(string text, int number)
    {
        Reading reading = TestReadings.Of("bridge", "The Bridge", text);
        return new SummarySentence(reading, new SpaceSentence(reading.Paragraphs[0], number, ReadOnlyMemory<Half>.Empty));
    }
}
