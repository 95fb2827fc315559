using System.Text.Json;
using Bot.Chat;
using Bot.Discord.Fake;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using CsCheck;

namespace Bot.Discord.Tests.Rendering;

public sealed class MessageRendererTests
{
    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab *_[]<@#>\n.:1-é"], 1, 900];

    private static readonly Gen<ReplyBlock> Block = Gen.OneOf(
        Words.Select(words => (ReplyBlock)new TextBlock(words)),
        Words.Select(words => (ReplyBlock)new HeadingBlock(words)),
        Words.Array[1, 5].Select(items => (ReplyBlock)new ListBlock(items)),
        Gen.Select(Words, Gen.Int[1, 3]).Select((words, reading) => (ReplyBlock)new QuoteBlock(words, new Citation($"r{reading}", words, reading, 1) { Source = "https://example.org/x" })),
        Gen.Const((ReplyBlock)new ChoicesBlock([new Choice("Helpful", "helpful", "yes ask r1 1a2b3c4d"), new Choice("Not helpful", "helpful", "no ask r1 1a2b3c4d")]) { AskWhetherItHelped = true }),
        Words.Array[1, 30].Select(labels => (ReplyBlock)new ChoicesBlock([.. labels.Select(label => new Choice(label[..Math.Min(75, label.Length)], "ask", label))])));

    [Theory]
    [InlineData(2, "5")]
    [InlineData(3, "3 3")]
    [InlineData(5, "5 3")]
    [InlineData(19, "5 5 5 4 3")]
    [InlineData(21, "5 5 5 5 4")]
    [InlineData(22, "5 5 5 5 5")]
    public void TheLastButtonsStayTogetherIfThereIsARow(int choices, string rows)
    {
        var reply = ChatReply.Answer(
            new TextBlock("Yes."),
            new ChoicesBlock([.. Enumerable.Range(1, choices).Select(i => new Choice($"Show ¶{i}", "show", $"¶{i}"))]),
            new ChoicesBlock([new Choice("Helpful", "helpful", "yes ask r1 1a2b3c4d"), new Choice("Not helpful", "helpful", "no ask r1 1a2b3c4d")]) { AskWhetherItHelped = true });

        var message = Assert.Single(ReplyMessages.Of(reply, new MessageForm(HasShare: true), 6));

        Assert.Equal(rows, string.Join(' ', message.Components.Select(row => row.Components.Count)));
        Assert.Empty(LimitTable.Check(JsonSerializer.SerializeToNode(message, DiscordJson.Options)));
    }

    [Fact]
    public void DiscordAcceptsMessagesOfAnyText() => Gen.Select(Block.Array[1, 8], Gen.Bool, Gen.Bool).Sample((blocks, hasCards, hasShare) =>
    {
        var messages = ReplyMessages.Of(ChatReply.Answer(blocks), new MessageForm(hasCards, hasShare), 6);

        Assert.InRange(messages.Count, 1, 6);
        Assert.All(messages, message => Assert.Empty(LimitTable.Check(JsonSerializer.SerializeToNode(message, DiscordJson.Options))));
    }, iter: 200, threads: 1);

    [Fact]
    public void QuotesOfOneReadingInARowShareACard()
    {
        var message = MessageRenderer.Render([Quote("a", 1), Quote("a", 4), Quote("b", 1), Quote("a", 9)], new MessageForm());

        Assert.Equal(["A", "B", "A"], message.Embeds.Select(card => card.Title));
        Assert.Empty(message.Content);
    }

    [Fact]
    public void NoTwoCardsHaveTheSameAddress()
    {
        var message = MessageRenderer.Render([Linked("a"), Linked("b"), Linked("a")], new MessageForm());

        Assert.Equal(["https://example.org/a", "https://example.org/b", null], message.Embeds.Select(card => card.Url));

        static QuoteBlock Linked(string reading) => Quote(reading, 1) with { Citation = Quote(reading, 1).Citation with { Source = $"https://example.org/{reading}" } };
    }

    [Fact]
    public void WordsAfterAQuoteStayAfterIt()
    {
        var message = MessageRenderer.Render([new TextBlock("before"), Quote("a", 1), new TextBlock("after")], new MessageForm());

        Assert.Equal("before", message.Content);
        Assert.EndsWith("\n\nafter", Assert.Single(message.Embeds).Description, StringComparison.Ordinal);
    }

    [Fact]
    public void APartWithItsOwnHeadingIsNotOnTheCardOfAReading()
    {
        var message = MessageRenderer.Render(
            [new HeadingBlock("For"), Quote("a", 1), new HeadingBlock("To discuss"), new ListBlock(["Why?"]), new TextBlock("Vote."), Quote("b", 1)], new MessageForm());

        Assert.Equal(["A", null, "B"], message.Embeds.Select(card => card.Title));
        Assert.Equal("### To discuss\n- Why?\n\nVote.", message.Embeds[1].Description);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheTitleOfAReadingIsSaidOnce(bool hasCards)
    {
        var message = MessageRenderer.Render([new HeadingBlock("A"), Quote("a", 1), new HeadingBlock("B"), Quote("b", 1)], new MessageForm(hasCards));

        Assert.Equal(hasCards ? ["A", "B"] : [], message.Embeds.Select(card => card.Title));
        Assert.DoesNotContain("###", string.Concat(message.Embeds.Select(card => card.Description)), StringComparison.Ordinal);
        Assert.Equal(!hasCards, message.Content.Contains("### B", StringComparison.Ordinal));
    }

    [Fact]
    public void WithoutThePermissionForCardsEverythingIsText()
    {
        var message = MessageRenderer.Render([new TextBlock("before"), Quote("a", 1)], new MessageForm(HasCards: false));

        Assert.Empty(message.Embeds);
        Assert.Contains("> Words.\n-# — A, ¶1.1, a", message.Content, StringComparison.Ordinal);
    }

    [Fact]
    public void APointLeadsToItsMessageAndNamesItsPlace()
    {
        var point = new Point("It should *rain*.")
        {
            Remark = "(2 messages)",
            Message = new Uri("https://discord.com/channels/1/2/3"),
            Place = new Citation("a", "A", 4, 2) { Source = "https://example.org/a" },
        };

        var message = MessageRenderer.Render([new HeadingBlock("For"), new PointsBlock([point, new Point("Snow.")])], new MessageForm());

        Assert.Equal(
            "### For\n- [It should \\*rain\\*.](<https://discord.com/channels/1/2/3>) (2 messages)\n  — A, [¶4.2](<https://example.org/a>), a\n- Snow.",
            message.Content);
    }

    private static QuoteBlock Quote(string reading, int paragraph) => new("Words.", new Citation(reading, reading.ToUpperInvariant(), paragraph, 1));
}
