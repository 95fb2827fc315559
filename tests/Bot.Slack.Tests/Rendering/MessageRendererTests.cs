using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Fake;
using Bot.Slack.Rendering;
using Bot.Slack.WebApi;

namespace Bot.Slack.Tests.Rendering;

/// <summary>Replies of each kind as the JSON that Slack gets.</summary>
public sealed class MessageRendererTests
{
    private static readonly Citation Rain = new("on-rain", "On *Rain*", 4, 2)
    {
        Section = "Weather",
        Source = "https://example.org/rain?a=1&b=2",
    };

    public static TheoryData<string> Kinds => [.. Replies.Keys];

    private static Dictionary<string, ChatReply> Replies { get; } = new(StringComparer.Ordinal)
    {
        ["answer"] = ChatReply.Answer(
            new TextBlock("Yes, it did."),
            new QuoteBlock("It rained *all* day_long.", Rain) { Note = "concedes: “all”", Marks = [new TextSpan(3, 6)] },
            new ChoicesBlock([new Choice("Show ¶4", "show", "¶4 reading:on-rain") { Stamp = "a1b2c3" }, new Choice("Counterargument", "counter", "¶4.2 reading:on-rain")])),
        ["abstention"] = ChatReply.Abstain(
            new TextBlock("The readings don't say."),
            new TextBlock("You may look at:"),
            new QuoteBlock("It never rains.", Rain with { Paragraph = 7, Sentence = 1, Source = null }) { IsSuggestion = true }),
        ["error"] = ChatReply.Error("“ask” needs a few more words. Write ask <question>, for example: ask Did it rain & snow?"),
        ["feedback"] = ChatReply.Answer(
            new TextBlock("The readings say:"),
            new ChoicesBlock([new Choice("Helpful", "helpful", "yes ask on-rain 1a2b3c4d"), new Choice("Not helpful", "helpful", "no ask on-rain 1a2b3c4d")]) { AskWhetherItHelped = true }),
        ["further-questions"] = ChatReply.Answer(
            new QuoteBlock("It rained.", Rain),
            new ChoicesBlock(
            [
                new Choice("Show ¶4", "show", "¶4.2 reading:on-rain"),
                new Choice("What speaks against it?", "counter", "¶4.2 reading:on-rain"),
                new Choice("What does “On Snow” say about it?", "ask", "Did it rain? reading:on-snow") { MayBeLeftOut = true },
                new Choice("What does the section “Floods & Dams” say?", "summary", "¶9 reading:on-rain length:short") { MayBeLeftOut = true },
            ]),
            new ChoicesBlock([new Choice("Helpful", "helpful", "yes ask on-rain 1a2b3c4d"), new Choice("Not helpful", "helpful", "no ask on-rain 1a2b3c4d")]) { AskWhetherItHelped = true }),
        ["file"] = ChatReply.Answer(new TextBlock("The debates of this channel."), new FileBlock("debates.csv", FileBlock.Table, "date,motion\n2026-09-01,\"Rain & *snow*?\"")),
        ["list"] = ChatReply.Answer(new HeadingBlock("Readings"), new ListBlock(["On Rain [on-rain]", "On Snow [on-snow]"])),
        ["paragraph"] = ChatReply.Answer(
            new QuoteBlock("It rained.", Rain with { Sentence = 1 }),
            new QuoteBlock("It snowed.", Rain),
            new QuoteBlock("It hailed.", Rain with { Sentence = 3 })),
        ["points"] = ChatReply.Answer(new HeadingBlock("Points for"), new PointsBlock(
        [
            new Point("It should *rain*.") { Remark = "(2 messages)", Message = new Uri("https://seminar.slack.example/archives/C1/p1"), Place = Rain },
            new Point("I like snow."),
        ])),
        ["poll"] = ChatReply.Answer(
            new PollBlock("Should it rain?", [new Choice("For", "debate vote", "for 1"), new Choice("Against", "debate vote", "against 1")])),
        ["written-choice"] = ChatReply.Answer(new ChoicesBlock([new Choice("More", "find", string.Join(' ', Enumerable.Repeat("rain", 500)))])),
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public void EachKindIsLaidOutAsApproved(string kind)
    {
        var rendered = Assert.Single(ReplyMessages.Of(Replies[kind])).ToJson();
        Approved.Check(kind, rendered);
        Assert.Empty(BlockKitRules.CheckMessage(rendered));
    }

    [Fact]
    public void APrivateReplyEndsWithTheButtonThatSharesIt()
    {
        var blocks = Assert.Single(ReplyMessages.Of(Replies["answer"], "1||ask|Did it rain?")).Blocks;

        Assert.Equal("share", blocks[^1]?["elements"]?[0]?["action_id"]?.GetValue<string>());
        Assert.Equal("1||ask|Did it rain?", blocks[^1]?["elements"]?[0]?["value"]?.GetValue<string>());
    }

    [Fact]
    public void AnyReplyIsWithinTheLimits()
    {
        var random = new Random(7);
        for (var i = 0; i < 60; i++)
        {
            var reply = ChatReply.Answer([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => Block(random))]);
            var messages = ReplyMessages.Of(reply, new string('c', 2000));

            Assert.InRange(messages.Count, 1, SlackLimits.All.MessagesPerReply);
            Assert.All(messages, message => Assert.Empty(BlockKitRules.CheckMessage(message.ToJson())));
            Assert.All(messages, message => Assert.InRange(SlackLimits.Length(message.Text), 1, SlackLimits.MessageLength));
        }
    }

    [Fact]
    public void ALongFileComesInPiecesThatTogetherAreTheFile()
    {
        var file = new FileBlock("debates.csv", FileBlock.Table, string.Join('\n', Enumerable.Range(0, 400).Select(line => $"2026-09-01,motion {line},  {new string('x', 40)}")));

        var messages = ReplyMessages.Of(ChatReply.Answer(new TextBlock(new string('w', 2900)), file)).Select(message => message.ToJson()).ToList();

        var pieces = messages.SelectMany(message => BlockKitRules.OfKind(message["blocks"]!, "rich_text_preformatted")).Select(TextOf).ToList();
        Assert.Equal(file.Text, string.Join('\n', pieces));
        Assert.All(pieces, piece => Assert.InRange(SlackLimits.Length(piece), 1, SlackLimits.FilePiece));
        Assert.All(messages, message => Assert.InRange(BlockKitRules.TextOf(message["blocks"]), 1, 12_000));
        Assert.Contains($"debates.csv (2 of {pieces.Count})", VisibleMessage.Of(messages[0]).Text, StringComparison.Ordinal);

        static string TextOf(JsonObject piece) => piece["elements"]![0]!["text"]!.GetValue<string>();
    }

    [Fact]
    public void AFileThatIsTooLongForAReplyEndsWithAWordOnThat()
    {
        var file = new FileBlock("debates.csv", FileBlock.Table, string.Join('\n', Enumerable.Repeat(new string('x', 99), 2000)));

        var messages = ReplyMessages.Of(ChatReply.Answer(file));

        Assert.Equal(SlackLimits.All.MessagesPerReply, messages.Count);
        Assert.Contains("This reply is shortened", VisibleMessage.Of(messages[^1].ToJson()).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It is debated at https://seminar.slack.com/archives/C1/p2?a=1&b=2", "https://seminar.slack.com/archives/C1/p2?a=1&b=2")]
    [InlineData("See (https://example.org/rain).", "https://example.org/rain")]
    [InlineData("“https://example.org/” is one, and http://example.org/ another.", "https://example.org/", "http://example.org/")]
    [InlineData("None is in https:// or ftp://example.org.")]
    public void AnAddressInTheBotsWordsIsALink(string words, params string[] addresses)
    {
        var message = Assert.Single(ReplyMessages.Of(ChatReply.Answer(new TextBlock(words)))).ToJson();

        Assert.Equal(addresses, BlockKitRules.OfKind(message["blocks"]!, "link").Select(link => link["url"]!.GetValue<string>()));
        Assert.Equal(words, VisibleMessage.Of(message).Text.Trim());
    }

    [Fact]
    public void NothingIsUnfurledAndTheTextIsEscaped()
    {
        var message = Assert.Single(ReplyMessages.Of(ChatReply.Answer(new TextBlock("<!channel> & <@U1>")))).ToJson();

        Assert.Equal("&lt;!channel&gt; &amp; &lt;@U1&gt;", message["text"]?.GetValue<string>());
        Assert.False(message["unfurl_links"]?.GetValue<bool>());
        Assert.False(message["unfurl_media"]?.GetValue<bool>());
    }

    private static ReplyBlock Block(Random random) => random.Next(6) switch
    {
        0 => new HeadingBlock(Words(random, 60)),
        1 => new TextBlock(Words(random, 900)),
        2 => new ListBlock([.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => Words(random, 100))]),
        3 => new QuoteBlock(Words(random, 90), Rain with { Paragraph = random.Next(1, 99) }),
        4 => new ChoicesBlock([.. Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Choice(Words(random, 20), "ask", Words(random, 400)))]),
        _ => new PollBlock(Words(random, 30), [new Choice("For", "debate vote", "for 1"), new Choice("Against", "debate vote", "against 1")]),
    };

    private static string Words(Random random, int most) =>
        string.Join(' ', Enumerable.Repeat(random.Next(3) == 0 ? "👩‍👩‍👧‍👦" : "word", random.Next(1, most)));
}
