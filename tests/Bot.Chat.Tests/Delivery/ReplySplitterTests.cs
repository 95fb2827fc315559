using System.Globalization;
using Bot.Chat.Delivery;
using CsCheck;

namespace Bot.Chat.Tests.Delivery;

public sealed class ReplySplitterTests
{
    private const int NoteLength = 4;
    private static readonly string[] Characters = ["👩‍👩‍👧‍👦", "é", "a", " ", "🇩🇪", "한", ". "];

    private static readonly Gen<string> Words = Gen.String[Gen.Char["ab. \n!?é"], 1, 120];

    private static readonly Gen<ReplyBlock> Block = Gen.OneOf(
        Words.Select(words => (ReplyBlock)new TextBlock(words)),
        Words.Select(words => (ReplyBlock)new HeadingBlock(words.Length > 20 ? words[..20] : words)),
        Words.Array[1, 6].Select(items => (ReplyBlock)new ListBlock(items)),
        Words.Select(words => (ReplyBlock)new FileBlock("words.txt", "text/plain", words)),
        Gen.Select(Words, Gen.Int[1, 9]).Select((words, paragraph) => (ReplyBlock)Quote(words, paragraph)));

    [Fact]
    public void AReplyThatFitsStaysOneMessage()
    {
        var reply = ChatReply.Answer(new TextBlock("One."), Quote("Two.", 2)) with { Visibility = ReplyVisibility.Private };

        Assert.Equal(reply.Blocks, Assert.Single(ReplySplitter.Split(reply, _ => true)).Blocks);
    }

    [Fact]
    public void BlocksStayWholeIfThatIsEnough()
    {
        var parts = Split(40, new TextBlock("Twenty characters aa"), new TextBlock("Twenty characters bb"), new TextBlock("Cc."));

        Assert.Equal(
            [["Twenty characters aa", "Twenty characters bb"], ["Cc."]],
            parts.Select(part => part.Blocks.OfType<TextBlock>().Select(block => block.Text)));
    }

    [Fact]
    public void AHeadingGoesWithWhatItHeads()
    {
        var parts = Split(30, new TextBlock("Twenty characters aa"), new HeadingBlock("Head"), new TextBlock("Twenty characters bb"));

        Assert.Equal([1, 2], parts.Select(part => part.Blocks.Count));
        Assert.IsType<HeadingBlock>(parts[1].Blocks[0]);
    }

    [Fact]
    public void ATextIsCutBehindASentence()
    {
        var parts = Split(30, new TextBlock("The first one. The second one is longer. The third."));

        Assert.Equal(
            ["The first one.", "The second one is longer.", "The third."],
            parts.Select(part => Assert.IsType<TextBlock>(Assert.Single(part.Blocks)).Text));
    }

    [Fact]
    public void AListIsCutBetweenItsItems()
    {
        var parts = Split(10, new ListBlock(["one", "two", "three", "four"]));

        Assert.Equal([["one", "two"], ["three", "four"]], parts.Select(part => Assert.IsType<ListBlock>(Assert.Single(part.Blocks)).Items));
    }

    [Fact]
    public void AListBeginsBelowTheWordsThatAnnounceIt()
    {
        var parts = Split(20, new TextBlock("These are:"), new ListBlock(["one", "two", "three", "four"]));

        Assert.Equal([["one", "two"], ["three", "four"]], parts.Select(part => part.Blocks.OfType<ListBlock>().Single().Items));
        Assert.Equal([2, 1], parts.Select(part => part.Blocks.Count));
    }

    [Fact]
    public void AnItemThatIsTooLongAloneIsCutToo()
    {
        var parts = Split(16, new ListBlock(["The first one. The second one.", "two"]));

        Assert.Equal([["The first one."], ["The second one."], ["two"]], parts.Select(part => part.Blocks.OfType<ListBlock>().Single().Items));
    }

    [Fact]
    public void EachPartOfAQuoteKeepsItsCitationAndTheFirstItsNote()
    {
        var quote = Quote("The first one. The second one.", 3) with { Note = "note", Marks = [new TextSpan(4, 5), new TextSpan(19, 6)] };

        var parts = Split(20, quote).Select(part => Assert.IsType<QuoteBlock>(Assert.Single(part.Blocks))).ToList();

        Assert.Equal(["The first one.", "The second one."], parts.Select(part => part.Text));
        Assert.Equal(["note", null], parts.Select(part => part.Note));
        Assert.All(parts, part => Assert.Equal(quote.Citation, part.Citation));
        Assert.Equal(["first", "second"], parts.Select(part => part.Text.Substring(part.Marks[0].Start, part.Marks[0].Length)));
    }

    [Fact]
    public void AFileIsCutBetweenItsLinesAndKeepsTheirBeginnings()
    {
        var parts = Split(12, new FileBlock("a.json", "application/json", "{\n  \"a\": 1,\n  \"b\": 2\n}"));

        Assert.Equal(["{\n  \"a\": 1,", "  \"b\": 2\n}"], parts.Select(part => Assert.IsType<FileBlock>(Assert.Single(part.Blocks)).Text));
    }

    [Fact]
    public void AnIndivisibleBlockIsLeftToTheAdapter()
    {
        var choices = new ChoicesBlock([new Choice("A button that is far too long", "ask", "")]);

        Assert.Equal(choices, Assert.Single(Assert.Single(Split(5, choices)).Blocks));
    }

    [Fact]
    public void NoWordIsLostOrMovedHoweverSmallTheMessages() => Gen.Select(Block.Array[1, 6], Gen.Int[6, 90]).Sample((blocks, limit) =>
    {
        var reply = ChatReply.Abstain(blocks) with { Visibility = ReplyVisibility.Private };

        var parts = ReplySplitter.Split(reply, block => Length(block) <= limit);

        Assert.Equal(Visible(reply.Blocks), Visible(parts.SelectMany(part => part.Blocks)));
        Assert.All(parts, part => Assert.Equal((reply.Status, reply.Visibility), (part.Status, part.Visibility)));
        Assert.All(parts, part => Assert.NotEmpty(part.Blocks));
        Assert.All(parts, part => Assert.True(Length(part.Blocks) <= limit || part.Blocks[0] is HeadingBlock, $"{Length(part.Blocks)} > {limit}"));
        Assert.All(
            parts.SelectMany(part => part.Blocks).OfType<QuoteBlock>(),
            quote => Assert.Contains(reply.Quotes, whole => whole.Citation == quote.Citation && whole.Text.Contains(quote.Text, StringComparison.Ordinal)));
    });

    [Fact]
    public void NoCharacterIsCutInTwo() => Gen.Select(Gen.Int[0, Characters.Length - 1].Select(i => Characters[i]).Array[1, 60], Gen.Int[12, 40])
        .Sample((characters, limit) =>
        {
            var whole = string.Concat(characters);
            if (string.IsNullOrWhiteSpace(whole))
            {
                return;
            }

            var parts = Split(limit, new TextBlock(whole));

            var shown = parts.SelectMany(part => part.Blocks).Cast<TextBlock>().SelectMany(block => Elements(block.Text));
            Assert.Equal(Elements(whole).Where(element => element != " "), shown.Where(element => element != " "));
        });

    private static IReadOnlyList<ChatReply> Split(int limit, params ReplyBlock[] blocks) =>
        ReplySplitter.Split(ChatReply.Answer(blocks), candidate => Length(candidate) <= limit);

    private static int Length(IReadOnlyList<ReplyBlock> blocks) => blocks.Sum(block => block switch
    {
        TextBlock text => text.Text.Length,
        HeadingBlock heading => heading.Text.Length,
        ListBlock list => list.Items.Sum(item => item.Length),
        QuoteBlock quote => quote.Text.Length + (quote.Note is null ? 0 : NoteLength),
        FileBlock file => file.Text.Length,
        ChoicesBlock choices => choices.Choices.Sum(choice => choice.Label.Length),
        _ => 0,
    });

    // A split removes the space between the parts.
    private static string Visible(IEnumerable<ReplyBlock> blocks) => string.Concat(blocks.Select(block => block switch
    {
        TextBlock text => text.Text,
        HeadingBlock heading => heading.Text,
        ListBlock list => string.Concat(list.Items),
        QuoteBlock quote => quote.Text,
        FileBlock file => file.Text,
        _ => "",
    }).SelectMany(text => text.Where(letter => !char.IsWhiteSpace(letter))));

    private static List<string> Elements(string text)
    {
        var elements = new List<string>();
        for (var next = StringInfo.GetTextElementEnumerator(text); next.MoveNext();)
        {
            elements.Add(next.GetTextElement());
        }

        return elements;
    }

    private static QuoteBlock Quote(string text, int paragraph) => new(text, new Citation("weather", "On Weather", paragraph, 1));
}
