using Bot.Library.Languages;

namespace Bot.Library.Tests.Languages;

public sealed class TextAnalysisTests
{
    [Fact]
    public void EnglishStopWordsAreMarkedAndKeepTheirPlaces()
    {
        const string Text = "The mills of Leith";

        var tokens = TextAnalysis.Tokenize(Text);

        Assert.Equal(["The", "mills", "of", "Leith"], tokens.Select(token => Text[token.Start..token.End]));
        Assert.Equal([true, false, true, false], tokens.Select(token => token.IsStopWord));
    }

    [Theory]
    [InlineData(ReadingLanguage.English, "sanctions", "sanction")]
    [InlineData(ReadingLanguage.German, "Sanktionen", "Sanktion")]
    [InlineData(ReadingLanguage.French, "sanctions", "sanction")]
    [InlineData(ReadingLanguage.Spanish, "sanciones", "sanción")]
    [InlineData(ReadingLanguage.Italian, "sanzioni", "sanzione")]
    [InlineData(ReadingLanguage.Dutch, "boeken", "boek")]
    public void FormsOfAWordAreOneTerm(ReadingLanguage language, string one, string other) =>
        Assert.Equal(TextAnalysis.ReadTerms(one, language), TextAnalysis.ReadTerms(other, language));

    [Theory]
    [InlineData(ReadingLanguage.German, "Nicht", true)]
    [InlineData(ReadingLanguage.German, "Kanal", false)]
    [InlineData(ReadingLanguage.French, "pour", true)]
    [InlineData(ReadingLanguage.Spanish, "para", true)]
    [InlineData(ReadingLanguage.Portuguese, "para", true)]
    [InlineData(ReadingLanguage.Italian, "della", true)]
    [InlineData(ReadingLanguage.Dutch, "niet", true)]
    [InlineData(ReadingLanguage.English, "the", false)]
    [InlineData(ReadingLanguage.Other, "the", false)]
    public void FunctionWordsAreThoseOfTheLanguage(ReadingLanguage language, string word, bool isOne) =>
        Assert.Equal(isOne, FunctionWords.Contains(word, language));

    [Theory]
    [InlineData("")]
    [InlineData("—!?")]
    public void ATextWithoutWordsHasNoTerms(string text) => Assert.Empty(TextAnalysis.ReadTerms(text));
}
