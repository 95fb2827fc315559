using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Seminar.Debate;

/// <summary>A sentence of a reading, or a part of one, that a class can vote on.</summary>
/// <param name="Reading">The reading that contains it.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">The sentence's number in the paragraph, from 1.</param>
/// <param name="Claim">The claim, without a full stop.</param>
internal sealed record Motion(Reading Reading, Paragraph Paragraph, int Number, string Claim)
{
    /// <summary>The motion as it is posted.</summary>
    public string Text => MotionSentence.MotionOf(Claim);

    /// <summary>The probability that a class can debate it, from 0 to 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>The sentence with the one before it; at the start of a paragraph with the one after it.</summary>
    public Passage Context
    {
        get
        {
            var first = Number > 1 && Fits(Number - 1, Number) ? Number - 1 : Number;
            var last = first == Number && Number < Paragraph.Sentences.Count && Fits(Number, Number + 1) ? Number + 1 : Number;
            return new Passage(Reading, Paragraph, first, last) { Core = Number };
        }
    }

    private bool Fits(int first, int last) => Paragraph.Quote(first, last).Length <= Passage.MaxLength;
}
