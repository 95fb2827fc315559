namespace Bot.Chat.Tests;

public sealed class CommandNotationTests
{
    private static readonly CommandInfo Ask = new("ask", "Answers.")
    {
        Text = new OptionInfo("question", "What.") { Required = true },
        Options = [new OptionInfo("reading", "Where.") { Kind = OptionKind.Reading }],
    };

    private static readonly CommandInfo Counter = new("counter", "Objects.") { NameInGroup = "claim", Text = new OptionInfo("claim", "To what.") { Required = true } };
    private static readonly CommandInfo Add = new("counter add", "Adds.");
    private static readonly CommandInfo[] All = [Ask, Counter, Add];

    [Theory]
    [InlineData(CommandStyle.Words, "ask <question> [reading:NAME]", "counter <claim>", "counter add")]
    [InlineData(CommandStyle.Slash, "/ask <question> [reading:NAME]", "/counter <claim>", "/counter add")]
    [InlineData(CommandStyle.SlashFields, "/ask question: [reading:]", "/counter claim claim:", "/counter add")]
    public void ACommandIsWrittenAsItIsTypedThere(CommandStyle style, params string[] written) =>
        Assert.Equal(written, All.Select(info => CommandNotation.WriteUsage(style, All, info)));

    [Theory]
    [InlineData(CommandStyle.Words, "ask Did it rain? reading:on-rain")]
    [InlineData(CommandStyle.Slash, "/ask Did it rain? reading:on-rain")]
    [InlineData(CommandStyle.SlashFields, "/ask question:Did it rain? reading:on-rain")]
    public void AnExampleIsWrittenAsItIsTypedThere(CommandStyle style, string written) =>
        Assert.Equal(written, CommandNotation.WriteExample(style, All, Ask, "ask Did it rain? reading:on-rain"));

    [Fact]
    public void OptionalPartsAreInBrackets()
    {
        var text = new OptionInfo("command", "Which.");

        Assert.Equal("[command]", CommandNotation.WriteField(CommandStyle.Slash, text));
        Assert.Equal("[command:]", CommandNotation.WriteField(CommandStyle.SlashFields, text));
        Assert.Equal("/counter add", CommandNotation.WriteExample(CommandStyle.SlashFields, All, Add, "counter add"));
    }
}
