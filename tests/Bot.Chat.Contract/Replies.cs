using System.Globalization;

namespace Bot.Chat.Contract;

/// <summary>Replies that adapters must handle.</summary>
internal static class Replies
{
    /// <summary>Every kind of block.</summary>
    public static ChatReply OfEveryKind() => ChatReply.Answer(
        new HeadingBlock("A heading"),
        new TextBlock("Words of the bot."),
        new ListBlock(["first point", "second point"]),
        new PointsBlock(
        [
            new Point("A *point* that <somebody> made.")
            {
                Remark = "(2 messages)",
                Message = new Uri("https://chat.example/1?a=1&b=2"),
                Place = Quote("It rained.", 4, 2).Citation,
            },
            new Point("Another one, of no place."),
        ]),
        Quote("It rained *all* day_long.", 4, 2) with { Note = "concedes: “all”", Marks = [new TextSpan(3, 6)] },
        Quote("It never rains.", 7, 1) with { IsSuggestion = true },
        new FileBlock("rain.csv", FileBlock.Table, "day,rain\n1,*all* day"),
        new PollBlock("Does it rain?", [new Choice("For", "debate vote", "for 1"), new Choice("Against", "debate vote", "against 1")]),
        new ChoicesBlock([new Choice("Counterargument", "counter", "¶4.2 reading:on-rain")]));

    /// <summary>More than one message can hold: numbered words, quotes and list items, all of which must arrive.</summary>
    public static (ChatReply Reply, IReadOnlyList<string> Words, IReadOnlyList<string> Places) Long(int limit)
    {
        var words = Enumerable.Range(0, limit / 3).Select(i => string.Create(CultureInfo.InvariantCulture, $"w{i:00000}")).ToList();
        var sentences = words.Chunk(10).Select(chunk => $"{string.Join(' ', chunk)}.").ToList();
        var third = sentences.Count / 3;
        var quotes = sentences.Skip(third).Take(third).Select((sentence, i) => Quote(sentence, i + 10, 1)).ToList();
        var reply = ChatReply.Answer(
        [
            new TextBlock(string.Join(' ', sentences.Take(third))),
            .. quotes,
            new ListBlock([.. sentences.Skip(2 * third)]),
        ]);
        return (reply, words, [.. quotes.Select(quote => quote.Citation.Anchor)]);
    }

    /// <summary>Text that would notify people without escaping, on both platforms.</summary>
    public static ChatReply WithCalls()
    {
        const string Calls = "@everyone @here <@123456789012345678> <@!123456789012345678> <@&223456789012345678> <#323456789012345678> "
            + "<!channel> <!here> <!everyone> <@U012AB3CD> <!subteam^S012AB3CD> <#C012AB3CD>";
        return ChatReply.Answer(new HeadingBlock(Calls), new TextBlock(Calls), new ListBlock([Calls]), Quote(Calls, 1, 1) with { Note = Calls });
    }

    /// <summary>A quote from a reading about rain.</summary>
    public static QuoteBlock Quote(string text, int paragraph, int sentence) =>
        new(text, new Citation("on-rain", "On *Rain* [and] _Sun_", paragraph, sentence)
        {
            Section = "Weather | <b>",
            Source = "https://example.org/rain?a=1&b=(2)",
        });
}
