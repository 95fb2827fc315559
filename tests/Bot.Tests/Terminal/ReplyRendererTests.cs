using Bot.Chat;
using Bot.Terminal;
using Spectre.Console.Testing;

namespace Bot.Tests.Terminal;

public sealed class ReplyRendererTests
{
    private static readonly Citation Place = new("weather", "On Weather", 4, 1) { Section = "Rain" };

    private static readonly ChatReply Reply = ChatReply.Answer(
        new HeadingBlock("What it says"),
        new TextBlock("Two things [here]:"),
        new ListBlock(["rain, which falls and falls and falls", "snow"]),
        new QuoteBlock("It rained all day long, and it would not stop.", Place) { Note = "concedes:", Marks = [new TextSpan(3, 6)] },
        new QuoteBlock("Then it did.", Place with { Sentence = 2, LastSentence = 2 }),
        new ChoicesBlock([new Choice("More", "find", "rain page:2")]));

    [Fact]
    public void QuotesStandBehindABarAndLinesWrapAtTheWindow()
    {
        using var console = new TestConsole().Width(30);

        ReplyRenderer.Render(console, Reply);

        Assert.Equal(
            [
                "What it says",
                "Two things [here]:",
                "• rain, which falls and falls",
                "  and falls",
                "• snow",
                "",
                "concedes:",
                "│ It rained all day long, and",
                "│ it would not stop. Then it",
                "│ did.",
                "│ — On Weather, “Rain”, ¶4.1–2",
                "│ [weather]",
                "",
                "[1] More",
            ],
            console.Lines.Select(line => line.TrimEnd()));
    }

    [Fact]
    public void NoWindowIsTooNarrow()
    {
        using var console = new TestConsole().Width(10);

        ReplyRenderer.Render(console, Reply);

        Assert.All(console.Lines, line => Assert.True(Cells.Of(line) <= 10, line));
    }

    [Fact]
    public void AMatchIsHighlightedIfThereAreColours()
    {
        using var console = new TestConsole { EmitAnsiSequences = true }.Width(80);

        ReplyRenderer.Render(console, Reply);

        Assert.Matches("It \u001b\\[[0-9;]+mrained\u001b\\[", console.Output);
    }
}
