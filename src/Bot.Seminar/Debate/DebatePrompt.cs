using Bot.Chat;
using Bot.Library.Search;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>Lays a debate out for people.</summary>
internal static class DebatePrompt
{
    /// <summary>Makes the reply.</summary>
    /// <param name="motion">What is debated.</param>
    /// <param name="sides">What the readings say for and against it.</param>
    /// <param name="questions">What to discuss.</param>
    /// <param name="next">Leads to another prompt.</param>
    public static ChatReply Of(Motion motion, Sides sides, IReadOnlyList<string> questions, Choice next)
    {
        var context = new Passage(motion.Reading, motion.Paragraph, motion.ContextFirst, motion.ContextLast, 1);
        var quotes = Quotation.OfAll([context, .. sides.For, .. sides.Against.Select(counter => counter.Passage)]);
        return ChatReply.Answer(
        [
            new HeadingBlock("Motion"),
            new TextBlock(motion.Text),
            new HeadingBlock("Context"),
            quotes[0],
            new HeadingBlock("For"),
            .. quotes.Skip(1).Take(sides.For.Count),
            .. Missing(sides.For.Count, "for"),
            new HeadingBlock("Against"),
            .. quotes.Skip(1 + sides.For.Count).Zip(sides.Against, Objection),
            .. Missing(sides.Against.Count, "against"),
            new HeadingBlock("To discuss"),
            new ListBlock(questions),
            new ChoicesBlock([next]),
        ]);
    }

    private static QuoteBlock Objection(QuoteBlock quote, Counterargument counter) =>
        quote with { Score = Math.Round(counter.Score, 2), Origin = counter.Origin };

    private static IEnumerable<ReplyBlock> Missing(int count, string side) => count switch
    {
        0 => [new TextBlock($"I find nothing {side} it in the readings.")],
        1 => [new TextBlock($"I find nothing more {side} it in the readings.")],
        _ => [],
    };
}
