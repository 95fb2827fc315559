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
    public static ChatReply Of(Motion motion, Sides sides, IReadOnlyList<string> questions, Choice next) => ChatReply.Answer(
    [
        new HeadingBlock("Motion"),
        new TextBlock(motion.Text),
        new HeadingBlock("Context"),
        Quotation.Of(motion.Reading, motion.Paragraph, motion.ContextFirst, motion.ContextLast),
        new HeadingBlock("For"),
        .. sides.For.Select(Support),
        .. Missing(sides.For.Count, "for"),
        new HeadingBlock("Against"),
        .. sides.Against.Select(Objection),
        .. Missing(sides.Against.Count, "against"),
        new HeadingBlock("To discuss"),
        new ListBlock(questions),
        new ChoicesBlock([next]),
    ]);

    private static QuoteBlock Support(Passage passage) =>
        Quotation.OfAll([passage])[0] with { Score = Math.Round(passage.Score, 2) };

    private static QuoteBlock Objection(Counterargument counter) =>
        Quotation.OfAll([counter.Passage])[0] with { Score = Math.Round(counter.Score, 2), Origin = counter.Origin };

    private static IEnumerable<ReplyBlock> Missing(int count, string side) => count switch
    {
        0 => [new TextBlock($"I find nothing {side} it in the readings.")],
        1 => [new TextBlock($"I find nothing more {side} it in the readings.")],
        _ => [],
    };
}
