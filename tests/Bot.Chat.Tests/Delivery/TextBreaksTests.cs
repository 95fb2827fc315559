using Bot.Chat.Delivery;
using CsCheck;

namespace Bot.Chat.Tests.Delivery;

public sealed class TextBreaksTests
{
    [Theory]
    [InlineData("It rained. It poured.", "It rained. |It poured.")]
    [InlineData("“It rained.” It poured.", "“It rained.” |It poured.")]
    [InlineData("It rained, e.g. here. Then", "It rained, e.g. here. |Then")]
    [InlineData("one\ntwo", "one\n|two")]
    [InlineData("no end", "no end")]
    public void ASentenceEndsBeforeTheNextOneBegins(string text, string cut) => Assert.Equal(cut, Cut(text, TextBreaks.FindSentences(text)));

    [Fact]
    public void AWordEndsBehindItsSpace() => Assert.Equal("one |two |three", Cut("one two three", TextBreaks.FindWords("one two three")));

    [Fact]
    public void ACharacterIsWhatPeopleSeeAsOne() => Assert.Equal("👩‍👧|é|a", Cut("👩‍👧éa", TextBreaks.FindCharacters("👩‍👧éa")));

    [Fact]
    public void PlacesAscendInsideTheText() => Gen.String.Sample(text => Assert.All(
        new[] { TextBreaks.FindSentences(text), TextBreaks.FindWords(text), TextBreaks.FindCharacters(text) },
        places =>
        {
            Assert.Equal(places.Order().Distinct(), places);
            Assert.All(places, place => Assert.InRange(place, 1, text.Length - 1));
        }));

    private static string Cut(string text, IReadOnlyList<int> places) =>
        string.Join('|', places.Prepend(0).Zip(places.Append(text.Length), (from, to) => text[from..to]));
}
