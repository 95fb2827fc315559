using Bot.Library.Languages;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Testing;

namespace Bot.Library.Tests.Languages;

public sealed class LanguageDetectionTests
{
    [Theory]
    [InlineData("The harbour wall was built of granite, and nobody remembers who paid for it.", ReadingLanguage.English)]
    [InlineData("Die Hafenmauer wurde aus Granit gebaut, und niemand weiß mehr, wer sie bezahlt hat.", ReadingLanguage.German)]
    [InlineData("Le mur du port fut construit en granit, et personne ne sait plus qui l’a payé.", ReadingLanguage.French)]
    [InlineData("El muro del puerto se construyó de granito, y nadie recuerda quién lo pagó.", ReadingLanguage.Spanish)]
    [InlineData("O muro do porto foi construído em granito, e ninguém se lembra de quem o pagou.", ReadingLanguage.Portuguese)]
    [InlineData("Il muro del porto fu costruito in granito, e nessuno ricorda chi lo abbia pagato.", ReadingLanguage.Italian)]
    [InlineData("De havenmuur werd van graniet gebouwd, en niemand weet nog wie ervoor heeft betaald.", ReadingLanguage.Dutch)]
    [InlineData("Mur portowy zbudowano z granitu i nikt już nie pamięta, kto za niego zapłacił.", ReadingLanguage.Other)]
    [InlineData("Hamnmuren byggdes av granit, och ingen minns längre vem som betalade den.", ReadingLanguage.Other)]
    [InlineData("Liman duvarı granitten yapıldı ve parasını kimin ödediğini artık kimse bilmiyor.", ReadingLanguage.Other)]
    [InlineData("Yes.", ReadingLanguage.English)]
    public void ATextIsInTheLanguageOfMostOfIt(string text, ReadingLanguage language) => Assert.Equal(language, new LanguageDetection().Of([text]));

    [Fact]
    public async Task AReadingInAnotherLanguageIsFoundByOtherFormsOfItsWords()
    {
        var reading = ReadingFactory.Default.CreateFromText(
            "hafen", "Der Hafen", "Die Stadt baute zwei hohe Hafenmauern aus Granit, damit die Fischerboote im Winter sicher liegen.");
        var query = new RetrievalQuery("Welche Hafenmauer?") { SharesWord = true, UsesSecondStage = false };

        var found = await LocalModels.Retriever.SearchAsync(LocalModels.Shelf([reading]).Current.Index, query, CancellationToken.None);

        Assert.Equal(ReadingLanguage.German, reading.Language);
        Assert.Single(found.Passages);
    }
}
