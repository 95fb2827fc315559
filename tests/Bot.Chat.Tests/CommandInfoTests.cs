namespace Bot.Chat.Tests;

public sealed class CommandInfoTests
{
    [Fact]
    public void UsageShowsWhatMustAndWhatMayBeGiven()
    {
        var info = new CommandInfo("summary", "Sums a reading up.")
        {
            Text = new OptionInfo("words", "What to sum up."),
            Options =
            [
                new OptionInfo("length", "How long.") { Choices = ["short", "long"] },
                new OptionInfo("reading", "Which.") { Kind = OptionKind.Reading },
                new OptionInfo("page", "Which page.") { Kind = OptionKind.Number },
            ],
        };

        Assert.Equal("summary [words] [length:short|long] [reading:NAME] [page:N]", info.Usage);
        Assert.Equal("ask <question>", (info with { Name = "ask", Text = new OptionInfo("question", "What to answer.") { Required = true }, Options = [] }).Usage);
    }

    [Fact]
    public void ACitationOfSeveralSentencesShowsItsFirstAndLast()
    {
        var citation = new Citation("weather", "On Weather", 9, 2);

        Assert.Equal("¶9.2", citation.Label);
        Assert.Equal("¶9.2–4", (citation with { LastSentence = 4 }).Label);
        Assert.Equal("¶9.2", (citation with { LastSentence = 4 }).Anchor);
    }
}
