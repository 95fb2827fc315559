using Bot.Chat;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Says what was found, as surely as it may be said.</summary>
internal static class AskReply
{
    private const int MaxUnknownWords = 2;

    /// <summary>Makes the reply.</summary>
    /// <param name="result">What was found.</param>
    /// <param name="where">The one reading that the question names; null where it names none.</param>
    public static ChatReply Of(RetrievalResult result, Reading? where)
    {
        var quotes = result.Passages.Select(Quotation.Of).ToList();
        var (readings, not) = where is null ? ("The readings", "don’t") : ($"“{where.Title}”", "doesn’t");
        var because = Because(result.UnknownWords, where is null ? "they never mention" : "it never mentions");
        var reply = result.Certainty switch
        {
            Certainty.Sure => ChatReply.Answer([.. quotes, FurtherSteps(result.Passages[0])]),
            Certainty.Unsure => ChatReply.Unsure(
                [new TextBlock($"{readings} may not answer this{because}. The nearest passages:"), .. quotes, FurtherSteps(result.Passages[0])]),
            _ => ChatReply.Abstain([new TextBlock($"{readings} {not} say{because}."), .. PlaceToLook(result)]),
        };
        return reply with { Confidence = result.Confidence };
    }

    private static string Because(IReadOnlyList<string> unknown, string never) => unknown.Count == 0 ? ""
        : $": {never} {string.Join(" or ", unknown.Take(MaxUnknownWords).Select(word => $"“{word}”"))}";

    private static IEnumerable<ChoicesBlock> PlaceToLook(RetrievalResult result) =>
        result.Passages.Take(1).Select(nearest => new ChoicesBlock([Show("Nearest place", nearest)]));

    private static ChoicesBlock FurtherSteps(Passage best) => new(
    [
        Show("Show", best),
        new Choice("What speaks against it?", "counter", $"¶{best.Paragraph.Number}.{best.Core} reading:{best.Reading.Id}"),
    ]);

    private static Choice Show(string verb, Passage passage) =>
        new($"{verb} ¶{passage.Paragraph.Number}", "show", $"¶{passage.Paragraph.Number}.{passage.Core} reading:{passage.Reading.Id}");
}
