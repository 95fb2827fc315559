using Bot.Chat.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>Builds the reply of <c>ask</c>, worded as surely as the confidence allows.</summary>
internal static class AskReply
{
    private const int MaxWords = 2;

    /// <summary>Makes the reply.</summary>
    /// <param name="result">The result of the search.</param>
    /// <param name="where">The one reading that the question names; null if it names none.</param>
    /// <param name="further">Further questions to offer.</param>
    public static ChatReply Of(RetrievalResult result, Reading? where, IReadOnlyList<Choice> further)
    {
        var quotes = result.Passages.SelectMany(Quotation.WithList).ToList();
        var reply = result.Certainty switch
        {
            Certainty.Sure => ChatReply.Answer([.. NoteUnknown(result), .. quotes, OfferFurtherSteps(result.Passages[0], further)]),
            Certainty.Unsure => ChatReply.Unsure(
                [new TextBlock(MayNotAnswer(where, result)), .. quotes, new ChoicesBlock([Show(AskTexts.FormatShow, result.Passages[0])])]),
            _ => ChatReply.Abstain([new TextBlock(DoNotSay(where, Say(result.UnknownWords))), .. PlaceToLook(result)]),
        };
        return reply with { Confidence = result.Confidence };
    }

    // A passage can call a person or a thing by another name. So a sure answer has the note only for what is nowhere, and for the subject of the question.
    private static IEnumerable<TextBlock> NoteUnknown(RetrievalResult result) =>
        Say([.. MissingNames(result).Intersect(result.UnknownNames).Union(result.UnknownSubjects)]) is { } words
            ? [new TextBlock(AskTexts.FormatNeverMention(words))]
            : [];

    private static string MayNotAnswer(Reading? where, RetrievalResult result) => (where, Say(result.UnknownWords), Say(MissingNames(result))) switch
    {
        (null, null, null) => AskTexts.MayNotAnswer,
        (null, null, { } missing) => AskTexts.FormatMayNotAnswerNoneMentions(missing),
        (null, { } unknown, _) => AskTexts.FormatMayNotAnswerNeverMention(unknown),
        (_, null, null) => AskTexts.FormatReadingMayNotAnswer(where.Title),
        (_, null, { } missing) => AskTexts.FormatReadingMayNotAnswerNoneMentions(where.Title, missing),
        (_, { } unknown, _) => AskTexts.FormatReadingMayNotAnswerNeverMentions(where.Title, unknown),
    };

    private static string DoNotSay(Reading? where, string? unknown) => (where, unknown) switch
    {
        (null, null) => AskTexts.DoNotSay,
        (null, _) => AskTexts.FormatDoNotSayNeverMention(unknown),
        (_, null) => AskTexts.FormatReadingDoesNotSay(where.Title),
        _ => AskTexts.FormatReadingDoesNotSayNeverMentions(where.Title, unknown),
    };

    // The names that no shown passage mentions; more passages were searched for further questions.
    private static IReadOnlyList<string> MissingNames(RetrievalResult result) => result.MissingNames.Count == 0 ? []
        : [.. result.MissingNames.Take(result.Passages.Count).Aggregate((IEnumerable<string> all, IEnumerable<string> some) => all.Intersect(some))];

    private static string? Say(IReadOnlyList<string> words) =>
        words.Count == 0 ? null : Wording.JoinWithOr([.. words.Take(MaxWords).Select(Wording.Quote)]);

    // On another subject, the nearest place is as far away as any.
    private static IEnumerable<ChoicesBlock> PlaceToLook(RetrievalResult result) => result is { IsOnSubject: true, Passages: [var nearest, ..] }
        ? [new ChoicesBlock([Show(place => AskTexts.FormatNearestPlace($"{nearest.Reading.Id} {place}"), nearest)])]
        : [];

    private static ChoicesBlock OfferFurtherSteps(Passage best, IReadOnlyList<Choice> further) => new(
    [
        Show(AskTexts.FormatShow, best),
        new Choice(AskTexts.WhatSpeaksAgainst, "counter", $"¶{best.Paragraph.Number}.{best.Core} reading:{best.Reading.Id}"),
        .. further,
    ]);

    private static Choice Show(Func<object?, string> label, Passage passage) =>
        new(label($"¶{passage.Paragraph.Number}"), "show", $"¶{passage.Paragraph.Number}.{passage.Core} reading:{passage.Reading.Id}");
}
