using Bot.Seminar.Commands;
using CsCheck;

namespace Bot.Seminar.Tests.Commands;

public sealed class InputTextTests
{
    [Theory]
    [InlineData("  why \t\r\n did\u00a0it   fail ", "why did it fail")]
    [InlineData("e\u0301tude", "\u00e9tude")]
    [InlineData("U\u0308ber A\u030a", "\u00dcber \u00c5")]
    [InlineData("\u1112\u1161\u11ab\u1100\u116e\u11a8", "한국")]
    [InlineData("и\u0306", "й")]
    [InlineData("x\u0301", "x\u0301")]
    [InlineData("a\u202eb\u2066c\u200bd\ufeffe\u0000f\u0007", "abcdef")]
    [InlineData("half \ud83d pair \udc00", "half pair")]
    [InlineData("\uffff\ufffe", "")]
    public void CleanTextIsOneLineOfComposedVisibleCharacters(string typed, string clean) => Assert.Equal(clean, InputText.Clean(typed));

    [Fact]
    public void CleaningAnyTextTwiceIsCleaningItOnce() => Gen.String.Sample(text =>
    {
        var clean = InputText.Clean(text);
        Assert.Equal(clean, InputText.Clean(clean));
        Assert.DoesNotContain(clean, char.IsControl);
    });

    [Theory]
    [InlineData("why", true)]
    [InlineData("7", true)]
    [InlineData("제재", true)]
    [InlineData("𝒲", true)]
    [InlineData("?!… — «»", false)]
    [InlineData("🤔👩‍👩‍👧", false)]
    [InlineData("", false)]
    public void AWordIsALetterOrADigitOfAnyScript(string text, bool hasWord) => Assert.Equal(hasWord, InputText.HasWord(text));

    [Theory]
    [InlineData("what is it and why?", false)]
    [InlineData("what are sanctions?", true)]
    public void StopWordsSayNothingOfTheSubject(string text, bool hasSubject) => Assert.Equal(hasSubject, InputText.HasSubject(text));

    [Fact]
    public void AnEmojiCountsAsOneCharacter() => Assert.Equal(3, InputText.CountCharacters("a🤔b"));
}
