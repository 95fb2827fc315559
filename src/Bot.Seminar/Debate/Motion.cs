using Bot.Library.Readings;

namespace Bot.Seminar.Debate;

/// <summary>A sentence of a reading that a house can vote on.</summary>
/// <param name="Reading">The reading that maintains it.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">The sentence's number in the paragraph, from 1.</param>
/// <param name="Claim">What is maintained, fit to stand after "that": "the council should pay for the ferry".</param>
internal sealed record Motion(Reading Reading, Paragraph Paragraph, int Number, string Claim)
{
    /// <summary>The motion as it is put to the house.</summary>
    public string Text => $"This house believes that {Claim}.";
}
