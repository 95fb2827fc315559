using Bot.Chat;

namespace Bot.Seminar.Tests.Commands;

public sealed class OptionSuggestionsTests : IDisposable
{
    private static readonly CommandInfo Show = new("show", "Shows.")
    {
        Text = new OptionInfo("anchor", "Where.") { Kind = OptionKind.Anchor },
        Options =
        [
            new OptionInfo("reading", "In which.") { Kind = OptionKind.Reading },
            new OptionInfo("length", "How much.") { Choices = ["short", "long"] },
            new OptionInfo("about", "What.") { Kind = OptionKind.Topic },
            new OptionInfo("command", "Which.") { Kind = OptionKind.Command },
            new OptionInfo("words", "Any."),
            new OptionInfo("several", "In which.") { Kind = OptionKind.Readings },
        ],
    };

    private static readonly ChannelAddress Room = new("test", "", "room");

    private readonly RouterHarness harness = new(
        TestReadings.Shelf(
            TestReadings.Of("on-rain", "On Rain", "# Drops", "It rained in the night and on the next day and then for a whole week.", "It stopped."),
            TestReadings.Of("on-sun", "On Sun", "# Light", "It shone.")),
        new EchoCommand(Show),
        new EchoCommand(new CommandInfo("secret", "Hides.") { IsHidden = true }));

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData("reading", "", "on-rain|on-sun")]
    [InlineData("reading", "su", "on-sun")]
    [InlineData("reading", "On R", "on-rain")]
    [InlineData("reading", "xyz", "")]
    [InlineData("several", "su", "on-sun")]
    [InlineData("several", "on-rain, ", "on-rain,on-sun")]
    [InlineData("several", "on-rain,on-sun,", "")]
    [InlineData("length", "", "short|long")]
    [InlineData("length", "LO", "long")]
    [InlineData("about", "li", "Light")]
    [InlineData("about", "o", "on-rain|on-sun|Drops")]
    [InlineData("command", "", "show")]
    [InlineData("words", "a", "")]
    [InlineData("nonsense", "a", "")]
    [InlineData("anchor", "", "on-rain ¶1|on-sun ¶1|on-rain ¶2")]
    [InlineData("anchor", "¶2", "on-rain ¶2")]
    [InlineData("anchor", "on-sun", "on-sun ¶1")]
    [InlineData("ANCHOR", "\u202e🤔", "")]
    public void MatchingValuesAreSuggested(string option, string typed, string values) =>
        Assert.Equal(values, string.Join('|', Suggest(option, typed).Select(suggestion => suggestion.Value)));

    [Fact]
    public void APlaceIsShownWithItsFirstWordsAndWhereSeveralReadingsHaveItWithTheReading()
    {
        Assert.Equal("¶1 It rained in the night and on the …", Suggest("anchor", "on-rain ¶1")[0].Label);
        Assert.Equal("on-rain ¶1 It rained in the night and on the …", Suggest("anchor", "¶1")[0].Label);
    }

    [Fact]
    public void WithTheReadingChosenAPlaceIsANumber() => Assert.Equal(
        ["¶1", "¶2"],
        harness.Router.Suggest(new SuggestionRequest("show", "anchor", "") { Channel = Room, Others = new Dictionary<string, string> { ["reading"] = "on-rain" } })
            .Select(suggestion => suggestion.Value));

    [Fact]
    public void NoMoreAreGivenThanThePlatformShows() =>
        Assert.Single(harness.Router.Suggest(new SuggestionRequest("show", "anchor", "") { Channel = Room, MaxItems = 1 }));

    [Fact]
    public void AnUnknownCommandHasNone() => Assert.Empty(harness.Router.Suggest(new SuggestionRequest("weather", "reading", "") { Channel = Room }));

    private IReadOnlyList<Suggestion> Suggest(string option, string typed) => harness.Router.Suggest(new SuggestionRequest("show", option, typed) { Channel = Room });
}
