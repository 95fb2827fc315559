using Bot.Library.Languages;

namespace Bot.Library.Tests.Languages;

public sealed class QueryLanguageTests
{
    private static readonly ReadingLanguage[] All = Enum.GetValues<ReadingLanguage>();

    [Theory]
    [InlineData("Wer wählt den Bundespräsidenten?", ReadingLanguage.German)]
    [InlineData("Was sagt das Grundgesetz über die Würde des Menschen?", ReadingLanguage.German)]
    [InlineData("Pourquoi le barrage a-t-il cédé ?", ReadingLanguage.French)]
    [InlineData("¿Por qué cedió la presa del valle?", ReadingLanguage.Spanish)]
    [InlineData("Waarom is de dam gebroken?", ReadingLanguage.Dutch)]
    [InlineData("Who elects the president?", ReadingLanguage.English)]
    [InlineData("What did Los Alamos do for the war?", ReadingLanguage.English)]
    [InlineData("Will the die be cast in Rome?", ReadingLanguage.English)]
    [InlineData("Bundespräsident", ReadingLanguage.English)]
    [InlineData("", ReadingLanguage.English)]
    public void ItIsKnownByItsFunctionWords(string query, ReadingLanguage language) => Assert.Equal(language, QueryLanguage.Of(query, All));

    [Fact]
    public void OnlyThePossibleLanguagesCount() => Assert.Equal(ReadingLanguage.English, QueryLanguage.Of("Wer wählt den Bundespräsidenten?", [ReadingLanguage.French]));
}
