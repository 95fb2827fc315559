using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat.Tests.Languages;

public sealed class ReplyLanguagesTests
{
    [Theory]
    [InlineData("de", "de")]
    [InlineData("pt-BR", "pt")]
    [InlineData("es-419", "es")]
    [InlineData("FR_ca", "fr")]
    [InlineData("en-GB", "en")]
    [InlineData("nl", null)]
    [InlineData("deutsch", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void ALocaleLeadsToItsLanguage(string? locale, string? language) => Assert.Equal(language, ReplyLanguages.Find(locale)?.Name);

    [Theory]
    [InlineData("en", "“a”, b or c, 3 March 2026, Tue 3 March 2026")]
    [InlineData("de", "„a“, b oder c, 3. März 2026, Di, 3. März 2026")]
    [InlineData("fr", "«\u202fa\u202f», b ou c, 3 mars 2026, mar. 3 mars 2026")]
    [InlineData("pt", "“a”, b ou c, 3 de março de 2026, ter., 3 de março de 2026")]
    [InlineData("es", "«a», b o c, 3 de marzo de 2026, mar., 3 de marzo de 2026")]
    public void PartsOfSentencesAreWrittenAsTheLanguageWritesThem(string language, string expected)
    {
        CultureInfo.CurrentUICulture = ReplyLanguages.Find(language)!;

        var day = new DateOnly(2026, 3, 3);
        Assert.Equal(expected, $"{Wording.JoinWithOr([Wording.Quote("a"), "b", "c"])}, {Wording.FormatDate(day)}, {Wording.FormatDayOfWeek(day)}");
    }

    [Fact]
    public void EnglishIsTheDefaultLanguage()
    {
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;

        Assert.Equal("“a”, 3 March 2026", $"{Wording.Quote("a")}, {Wording.FormatDate(new DateOnly(2026, 3, 3))}");
    }

    [Fact]
    public void AnotherLanguageIsSpokenForThoseWordsAlone()
    {
        CultureInfo.CurrentUICulture = ReplyLanguages.Find("fr")!;

        Assert.Equal("„a“", Wording.SayIn(ReplyLanguages.Find("de")!, () => Wording.Quote("a")));
        Assert.Throws<FormatException>(() => Wording.SayIn<string>(ReplyLanguages.English, () => throw new FormatException()));
        Assert.Equal("fr", CultureInfo.CurrentUICulture.Name);
    }

    [Theory]
    [InlineData("en", "1,234.5")]
    [InlineData("de", "1.234,5")]
    [InlineData("fr", "1\u202f234,5")]
    [InlineData("pt", "1.234,5")]
    [InlineData("es", "1.234,5")]
    public void NumbersAreWrittenAsTheLanguageWritesThem(string language, string expected) =>
        Assert.Equal(expected, 1234.5.ToString("N1", ReplyLanguages.Find(language)));
}
