using Bot.Chat;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Says what was found, as surely as it may be said.</summary>
internal static class AskReply
{
    private const int MaxUnknownWords = 2;

    /// <summary>Makes the reply.</summary>
    public static ChatReply Of(RetrievalResult result)
    {
        var quotes = result.Passages.Select(Quotation.Of).ToList();
        var reply = result.Certainty switch
        {
            Certainty.Sure => ChatReply.Answer([.. quotes, FurtherSteps(result.Passages[0])]),
            Certainty.Unsure => ChatReply.Unsure(
                [new TextBlock($"The readings may not answer this{Because(result.UnknownWords)}. The nearest passages:"), .. quotes, FurtherSteps(result.Passages[0])]),
            _ => ChatReply.Abstain([new TextBlock($"The readings don’t say{Because(result.UnknownWords)}."), .. PlaceToLook(result)]),
        };
        return reply with { Confidence = result.Confidence };
    }

    private static string Because(IReadOnlyList<string> unknown) => unknown.Count == 0 ? ""
        : $": they never mention {string.Join(" or ", unknown.Take(MaxUnknownWords).Select(word => $"“{word}”"))}";

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
