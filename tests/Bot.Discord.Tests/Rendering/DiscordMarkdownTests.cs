using Bot.Discord.Fake;
using Bot.Discord.Rendering;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

public sealed class DiscordMarkdownTests
{
    [Theory]
    [InlineData("plain words, 3.5 % of it.")]
    [InlineData("*a* _b_ ~~c~~ `d` ||e|| [f](https://example.org/a_b) \\ <@1> <#2> @everyone :smile: </ask:3>")]
    [InlineData("# heading\n## second\n> quote\n>>> all\n- point\n+ point\n* point\n1. one\n22) two\n-# small")]
    [InlineData("   # indented\n\t- too")]
    [InlineData("see https://example.org/a_b*c?d=1#e, and http://example.org/(x).")]
    [InlineData("snake_case_word 2*3*4 a|b||c")]
    public void TextIsShownAsItIs(string text) => Assert.Equal(text, MarkdownView.Show(DiscordMarkdown.Escape(text)));

    [Fact]
    public void AnyTextIsShownAsItIs() => Gen.String[Gen.Char["ab1 \n*_~`|[]()<>@#:\\/.-+!?&{}é"], 0, 60].Sample(text =>
        Assert.Equal(text, MarkdownView.Show(DiscordMarkdown.Escape(text))));

    [Fact]
    public void ALinkShowsItsLabelAndItsTarget() => Assert.Equal(
        @"[¶9.2 \[a\]](<https://example.org/rain?a=1&b=(2)%20c>)", DiscordMarkdown.WriteLink("¶9.2 [a]", new Uri("https://example.org/rain?a=1&b=(2) c")));

    [Fact]
    public void EveryLineOfAQuoteIsOne() => Assert.Equal("> a\n> b\n> c", DiscordMarkdown.Quote("a\r\nb\nc"));
}
