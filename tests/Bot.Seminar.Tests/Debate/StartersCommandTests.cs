using Bot.Chat;
using Bot.Library;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;
using Bot.Seminar.Debate;
using Bot.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Seminar.Tests.Debate;

public sealed class StartersCommandTests
{
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 9, 7, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task EachOfThemIsACommandThatTheReadingsAnswer()
    {
        var choices = (await RunAsync(Command(), SeedMotions.Shelf)).Choices.ToList();

        Assert.InRange(choices.Count, 3, 4);
        Assert.All(choices, choice => Assert.InRange(choice.Label.Length, 1, 75));
        Assert.Equal(["counter", "summary", "readings"], choices.Select(choice => choice.Command).Distinct());
        foreach (var claim in choices.Where(choice => choice.Command == "counter"))
        {
            var counters = await new CounterSearch(LocalModels.Retriever).FindCountersAsync(SeedMotions.Shelf.Current, claim.Text, null, CancellationToken.None);
            Assert.NotEqual(Certainty.None, counters.Certainty);
            Assert.Contains(SeedMotions.Shelf.Current.Readings, reading => reading.Paragraphs.Any(paragraph => paragraph.Text.Contains(claim.Text[..^1], StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task TheyStayForADayAndThenOthersComeUp()
    {
        var command = Command();

        var first = await RunAsync(command, SeedMotions.Shelf);
        var again = await RunAsync(command, SeedMotions.Shelf);
        time.Advance(TimeSpan.FromDays(1));
        var tomorrow = await RunAsync(command, SeedMotions.Shelf);

        Assert.Equal(first.Choices, again.Choices);
        Assert.NotEqual(first.Choices, tomorrow.Choices);
    }

    [Fact]
    public async Task WithoutReadingsThereAreNone() => Assert.Empty((await RunAsync(Command(), new Shelf())).Choices);

    private static Task<ChatReply> RunAsync(StartersCommand command, Shelf shelf) => CommandRunner.RunAsync(command, shelf, "");

    private StartersCommand Command() => new(new Starters(SeedMotions.Finder, new CounterSearch(LocalModels.Retriever)), time);
}
