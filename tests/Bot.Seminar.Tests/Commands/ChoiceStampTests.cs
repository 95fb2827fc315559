using Bot.Chat;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Tests.Commands;

/// <summary>A button keeps its meaning, or reports that it is old.</summary>
public sealed class ChoiceStampTests : IDisposable
{
    private static readonly OptionInfo InReading = new("reading", "Where.") { Kind = OptionKind.Reading };

    private readonly Shelf shelf = TestReadings.Shelf(Rain("It rained.", "It stopped."), TestReadings.Of("on-sun", "On Sun", "It shone."));
    private readonly RouterHarness harness;
    private Choice offered = new("Show", "show", "");

    public ChoiceStampTests() => harness = new RouterHarness(
        shelf,
        new EchoCommand(new CommandInfo("offer", "Offers."), _ => ChatReply.Answer(new TextBlock("Here."), new ChoicesBlock([offered]))),
        new EchoCommand(new CommandInfo("show", "Shows.") { Text = new OptionInfo("anchor", "Where."), Options = [InReading] }),
        new EchoCommand(new CommandInfo("help", "Helps.") { Text = new OptionInfo("command", "With what.") }));

    public void Dispose() => harness.Dispose();

    [Theory]
    [InlineData("¶1 reading:on-rain")]
    [InlineData("¶1.1 reading:on-rain")]
    public async Task AButtonOnAParagraphOutlivesChangesElsewhere(string text)
    {
        var choice = await OfferAsync("show", text);
        Replace(Rain("It rained.", "It poured."), TestReadings.Of("on-snow", "On Snow", "It snowed."));

        Assert.Equal(text.Split(' ')[0], (await PressAsync(choice)).ToPlainText());
    }

    [Theory]
    [InlineData("¶1 reading:on-rain")]
    [InlineData("reading:on-rain")]
    [InlineData("rain")]
    public async Task AButtonOnWhatHasChangedSaysThatItIsOld(string text)
    {
        var choice = await OfferAsync("show", text);
        Replace(Rain("It hailed.", "It stopped."), TestReadings.Of("on-sun", "On Sun", "It shone."));

        Assert.StartsWith("That button is old", (await PressAsync(choice)).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonOnAReadingThatIsGoneSaysThatItIsOld()
    {
        var choice = await OfferAsync("show", "¶1 reading:on-sun");
        Replace(Rain("It rained.", "It stopped."));

        Assert.StartsWith("That button is old", (await PressAsync(choice)).ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AButtonThatNeedsNoReadingIsNeverOld()
    {
        var choice = await OfferAsync("help", "show");
        Replace(Rain("It hailed."));

        Assert.Equal("show", (await PressAsync(choice)).ToPlainText());
    }

    private async Task<Choice> OfferAsync(string command, string text)
    {
        offered = new Choice("Go on", command, text);
        return (await harness.SendAsync("offer")).Choices.Single();
    }

    private Task<ChatReply> PressAsync(Choice choice) =>
        harness.HandleAsync(RouterHarness.Command(choice.Command, choice.Text) with { Stamp = choice.Stamp });

    private void Replace(params IReadOnlyList<Reading> readings) =>
        shelf.Replace(new ShelfSnapshot(readings, [], RetrievalIndex.Build(readings)));

    private static Reading Rain(params string[] lines) => TestReadings.Of("on-rain", "On Rain", lines);
}
