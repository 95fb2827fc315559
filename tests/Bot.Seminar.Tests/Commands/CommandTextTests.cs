using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

public sealed class CommandTextTests
{
    private static readonly CommandInfo Summary = new("summary", "Sums up.")
    {
        Text = new OptionInfo("words", "What to sum up."),
        Options =
        [
            new OptionInfo("length", "How long.") { Choices = ["short", "medium", "long"] },
            new OptionInfo("reading", "Which reading.") { Kind = OptionKind.Reading },
        ],
    };

    private static readonly IReadOnlyList<Reading> Readings = [TestReadings.Of("on-rain", "On Rain", "It rained.")];

    [Theory]
    [InlineData("wet days reading:on-rain", "wet days", "reading=on-rain")]
    [InlineData("reading:on-rain wet length:short days", "wet days", "length=short reading=on-rain")]
    [InlineData("READING:\"On Rain\" wet", "wet", "reading=On Rain")]
    [InlineData("reading:“On Rain” wet", "wet", "reading=On Rain")]
    [InlineData("reading: on-rain wet", "wet", "reading=on-rain")]
    [InlineData("length: short", "", "length=short")]
    [InlineData("long wet days", "wet days", "length=long")]
    [InlineData("Long", "", "length=Long")]
    [InlineData("length:short length:long", "", "length=long")]
    public void OptionsAreTakenOutOfTheText(string text, string rest, string options)
    {
        var parsed = CommandText.Parse(Summary, text, Readings);

        Assert.Equal(rest, parsed.Rest);
        Assert.Equal(options, string.Join(' ', parsed.Given.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => $"{o.Key}={o.Value}")));
    }

    [Theory]
    [InlineData("note: this stays")]
    [InlineData("what is close reading: a method?")]
    [InlineData("the \"reading:on-rain is\" phrase")]
    [InlineData("a long day")]
    [InlineData("reading:")]
    [InlineData("an \"open phrase")]
    [InlineData("prereading:on-rain")]
    public void TextThatIsNotAnOptionStaysText(string text)
    {
        var parsed = CommandText.Parse(Summary, text, Readings);

        Assert.Equal(text, parsed.Rest);
        Assert.Empty(parsed.Given);
    }

    [Fact]
    public void ARequiredTextIsNotTakenForAChoice()
    {
        var debate = Summary with { Text = new OptionInfo("topic", "What about.") { Required = true } };

        Assert.Equal("long", CommandText.Parse(debate, "long", Readings).Rest);
    }
}
