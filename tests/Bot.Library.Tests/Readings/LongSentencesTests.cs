using Bot.Library.Readings;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;

namespace Bot.Library.Tests.Readings;

public sealed class LongSentencesTests
{
    private static readonly string Clause = string.Join(' ', Enumerable.Repeat("and the harbour was full of ships", 9));

    [Fact]
    public void ALongSentenceIsCutAtItsSemicolons()
    {
        var paragraph = Read($"The wind rose {Clause}; the sea was calm {Clause}; nobody slept {Clause}.");

        Assert.Equal(3, paragraph.Sentences.Count);
        Assert.StartsWith("the sea was calm", paragraph.Quote(2, 2), StringComparison.Ordinal);
        Assert.EndsWith(";", paragraph.Quote(1, 1), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(", ")]
    [InlineData(" ")]
    [InlineData("")]
    [InlineData("🪨")]
    public void WithoutSemicolonsItIsSplitElsewhereAndNothingIsLost(string between)
    {
        var text = string.Join(between, Enumerable.Repeat("ships and masts", 200)) + ".";
        var paragraph = Read(text);

        Assert.All(paragraph.Sentences, sentence => Assert.InRange(sentence.Length, 1, Passage.MaxLength));
        Assert.All(paragraph.Sentences, sentence => Assert.False(char.IsLowSurrogate(text[sentence.Start])));
        Assert.Equal(
            text.Replace(" ", "", StringComparison.Ordinal),
            string.Concat(paragraph.Sentences.Select((_, i) => paragraph.Quote(i + 1, i + 1))).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public void OtherSentencesAreUnchanged() =>
        Assert.Equal(2, Read("The wind rose; the sea was calm. Nobody slept: it was too loud.").Sentences.Count);

    private static Paragraph Read(string text) => Assert.Single(ReadingFactory.Default.CreateFromText("harbour", "Harbour", text).Paragraphs);
}
