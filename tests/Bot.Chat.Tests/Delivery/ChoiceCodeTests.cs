using Bot.Chat.Delivery;
using CsCheck;

namespace Bot.Chat.Tests.Delivery;

public sealed class ChoiceCodeTests
{
    [Fact]
    public void ACodeHoldsAllThatItsChoiceRuns() =>
        Gen.Select(Gen.String, Gen.String[Gen.Char["abc "], 1, 20], Gen.String[Gen.Char["0123456789abcdef"], 0, 8]).Sample((text, command, stamp) =>
        {
            var code = ChoiceCode.Encode(new Choice("Label", command, text) { Stamp = stamp }, int.MaxValue);

            Assert.NotNull(code);
            Assert.Equal(new ChoiceCode(command, text, stamp), ChoiceCode.Decode(code));
        });

    [Fact]
    public void AChoiceThatIsTooLongForAButtonHasNoCode()
    {
        var choice = new Choice("More", "find", "rain page:2") { Stamp = "ab12" };
        var code = ChoiceCode.Encode(choice, 100);

        Assert.NotNull(code);
        Assert.Equal(code, ChoiceCode.Encode(choice, code.Length));
        Assert.Null(ChoiceCode.Encode(choice, code.Length - 1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("what is this")]
    [InlineData("1|stamp|")]
    [InlineData("1|stamp||text")]
    [InlineData("0|stamp|find|text")]
    [InlineData("2|stamp|find|text")]
    public void ACodeOfAnotherVersionIsNotAChoice(string code) => Assert.Null(ChoiceCode.Decode(code));
}
