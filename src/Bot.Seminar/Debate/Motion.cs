using System.Text.RegularExpressions;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Debate;

/// <summary>A sentence of a reading that a house can vote on.</summary>
/// <param name="Reading">The reading that maintains it.</param>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">The sentence's number in the paragraph, from 1.</param>
/// <param name="Claim">What is maintained, fit to stand after "that": "the council should pay for the ferry".</param>
internal sealed partial record Motion(Reading Reading, Paragraph Paragraph, int Number, string Claim)
{
    private const int FewestSpaces = 2;

    /// <summary>The motion as it is put to the house.</summary>
    public string Text => $"This house believes that {Claim}.";

    /// <summary>The first sentence of its context: the one before, which it answers, where there is one.</summary>
    public int ContextFirst => Number > 1 && Fits(Number - 1, Number) ? Number - 1 : Number;

    /// <summary>The last sentence of its context: at the head of a paragraph the one behind it.</summary>
    public int ContextLast => ContextFirst == Number && Number < Paragraph.Sentences.Count && Fits(Number, Number + 1) ? Number + 1 : Number;

    /// <summary>What the house votes on, without the reasons and additions that follow: "the council should pay".</summary>
    public string Core => CoreOf(Claim);

    /// <summary>The same of any sentence.</summary>
    public static string CoreOf(string sentence) =>
        Addition().Split(sentence, 2)[0] is var core && core.Count(char.IsWhiteSpace) >= FewestSpaces ? core : sentence;

    private bool Fits(int first, int last) => Paragraph.Quote(first, last).Length <= Passage.MaxLength;

    [GeneratedRegex(@",\s+|\s+(?:because|since(?!\s+[0-9])|whether)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Addition();
}
