using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Debate;

/// <summary>Builds the reply of a debate prompt.</summary>
internal static class DebatePrompt
{
    /// <summary>Builds the reply.</summary>
    /// <param name="motion">The motion.</param>
    /// <param name="sides">The passages for and against it.</param>
    /// <param name="questions">Questions to discuss.</param>
    /// <param name="next">The button for another prompt; null if there is no other.</param>
    public static ChatReply Of(Motion motion, Sides sides, IReadOnlyList<string> questions, Choice? next) => ChatReply.Answer(
    [
        new HeadingBlock(DebateTexts.Motion),
        new TextBlock(motion.Text),
        new HeadingBlock(DebateTexts.Context),
        Quotation.Of(motion.Reading, motion.Paragraph, motion.Context.First, motion.Context.Last),
        .. QuoteSides(sides),
        new HeadingBlock(DebateTexts.ToDiscuss),
        new ListBlock(questions),
        .. next is null ? Array.Empty<ReplyBlock>() : [new ChoicesBlock([next])],
    ]);

    /// <summary>The passages of both sides; the headings do not claim more than is known.</summary>
    public static IEnumerable<ReplyBlock> QuoteSides(Sides sides) =>
    [
        new HeadingBlock(DebateTexts.PerhapsFor),
        .. sides.For.Select(passage => Quotation.Of(passage.Reading, passage.Paragraph, passage.First, passage.Last)),
        .. SayMissing(sides.For.Count, DebateTexts.NothingFor),
        new HeadingBlock(DebateTexts.PerhapsAgainst),
        .. sides.Against.Select(QuoteObjection),
        .. SayMissing(sides.Against.Count, DebateTexts.NothingAgainst),
        new TextBlock(DebateTexts.YouJudge),
    ];

    private static QuoteBlock QuoteObjection(Counterargument counter) =>
        Quotation.Of(counter.Passage) with { Score = Math.Round(counter.Passage.Score, 2), Origin = counter.Origin };

    private static IEnumerable<ReplyBlock> SayMissing(int count, string nothing) => count == 0 ? [new TextBlock(nothing)] : [];
}
