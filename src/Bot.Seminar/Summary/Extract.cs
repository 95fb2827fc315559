using Bot.Chat;
using Bot.Library.Search;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Summary;

/// <summary>A sentence chosen for a summary, with a neighbour where it needs one.</summary>
/// <param name="Core">The sentence that was chosen.</param>
/// <param name="First">The number of the first sentence to quote.</param>
/// <param name="Last">The number of the last one.</param>
internal sealed record Extract(SummarySentence Core, int First, int Last)
{
    // A very short sentence says little without its context; a long one is quoted all the same when nothing says it shorter.
    private const int ShortWords = 8;
    private const double ShortPenalty = 0.2;
    private const int LongWords = 32;
    private const double LongPenalty = 0.01;
    private const double PairPenalty = 0.12;
    private const double LoosePenalty = 0.5;
    private const double TurnPenalty = 0.25;

    /// <summary>How many sentences it takes.</summary>
    public int Count => Last - First + 1;

    /// <summary>Whether it leans on a sentence that it does not quote.</summary>
    public bool IsLoose { get; private init; }

    /// <summary>What makes it worse to read than its sentence deserves: 0 is nothing.</summary>
    public double Penalty { get; private init; }

    /// <summary>The sentence, with the one before it where it leans on that.</summary>
    public static Extract Of(IReadOnlyList<SummarySentence> sentences, int i)
    {
        var core = sentences[i];
        var length = (Math.Max(0, core.Words - LongWords) * LongPenalty) + (core.Words < ShortWords ? ShortPenalty : 0);
        if (!core.LeansBack)
        {
            return new Extract(core, core.Number, core.Number) { Penalty = length };
        }

        var before = core.Number > 1 ? sentences[i - 1] : null;
        if (before is { IsQuestion: false } && Fits(core, core.Number - 1, core.Number) && (!before.LeansBack || Opening.OnlyTurns(before.Text)))
        {
            return new Extract(core, core.Number - 1, core.Number) { Penalty = PairPenalty + length + (before.LeansBack ? PairPenalty : 0) };
        }

        var onlyTurns = Opening.OnlyTurns(core.Text);
        return new Extract(core, core.Number, core.Number) { Penalty = length + (onlyTurns ? TurnPenalty : LoosePenalty), IsLoose = !onlyTurns };
    }

    /// <summary>The same with the sentence that follows, where both fit into one quote.</summary>
    public Extract WithNext() =>
        Last < Core.Paragraph.Sentences.Count && Count == 1 && Fits(Core, First, Last + 1) ? this with { Last = Last + 1 } : this;

    /// <summary>Whether both quote a sentence in common.</summary>
    public bool Overlaps(Extract other) =>
        Core.Reading.Id == other.Core.Reading.Id && Core.Paragraph.Number == other.Core.Paragraph.Number && First <= other.Last && other.First <= Last;

    /// <summary>The quote.</summary>
    public QuoteBlock ToQuote() => Quotation.Of(Core.Reading, Core.Paragraph, First, Last);

    private static bool Fits(SummarySentence sentence, int first, int last) => sentence.Paragraph.Quote(first, last).Length <= Passage.MaxLength;
}
