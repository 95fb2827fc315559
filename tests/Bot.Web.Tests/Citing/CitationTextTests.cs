using System.Globalization;
using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Web.Citing;

namespace Bot.Web.Tests.Citing;

public sealed class CitationTextTests
{
    private static readonly Citation Place = new("week-1/on-rain", "On *Rain* & 50% Sun", 4, 2)
    {
        LastSentence = 3,
        Author = "A. Author",
        Section = "Weather",
        Source = "https://example.org/rain?a={1}",
    };

    private static readonly IReadOnlyList<QuoteBlock> Run = [new("It rained. It *poured*.", Place)];

    [Fact]
    public void PlainWords() => Assert.Equal(
        "“It rained. It *poured*.” — A. Author, On *Rain* & 50% Sun, “Weather”, ¶4.2–3",
        CitationText.Plain(Run));

    [Fact]
    public void Markdown() => Assert.Equal(
        "> It rained. It \\*poured\\*.\n>\n> — A. Author, [*On \\*Rain\\* & 50% Sun*](<https://example.org/rain?a=%7B1%7D>), “Weather”, ¶4.2–3",
        CitationText.Markdown(Run));

    [Fact]
    public void BibTeX() => Assert.Equal(
        "@misc{week-1:on-rain,\n  author = {A. Author},\n  title = {{On *Rain* \\& 50\\% Sun}},\n"
        + "  howpublished = {\\url{https://example.org/rain?a=%7B1%7D}},\n  note = {Paragraph 4.2--3}\n}",
        CitationText.BibTeX(Run));

    [Fact]
    public void AReadingOfUnknownOriginIsCitedWithoutOne()
    {
        IReadOnlyList<QuoteBlock> run = [new("It rained.", new Citation("on-rain", "On Rain", 4, 2))];

        Assert.Equal("“It rained.” — On Rain, ¶4.2", CitationText.Plain(run));
        Assert.Equal("> It rained.\n>\n> — *On Rain*, ¶4.2", CitationText.Markdown(run));
        Assert.Equal("@misc{on-rain,\n  title = {{On Rain}},\n  note = {Paragraph 4.2}\n}", CitationText.BibTeX(run));
    }

    [Theory]
    [InlineData("de", "„It rained. It *poured*.“ — A. Author, On *Rain* & 50% Sun, „Weather“, ¶4.2–3", "Absatz 4.2--3")]
    [InlineData("es", "«It rained. It *poured*.» — A. Author, On *Rain* & 50% Sun, «Weather», ¶4.2–3", "Párrafo 4.2--3")]
    public async Task AnEssayInAnotherLanguageHasItsMarks(string language, string plain, string note)
    {
        // Asynchronous, so that the language ends with the test.
        await Task.Yield();
        CultureInfo.CurrentUICulture = ReplyLanguages.Find(language) ?? ReplyLanguages.English;

        Assert.Equal(plain, CitationText.Plain(Run));
        Assert.Contains(note, CitationText.BibTeX(Run), StringComparison.Ordinal);
    }
}
