using System.Globalization;
using Bot.Library.Retrieval;
using Bot.Seminar.Arguments;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Counter;

/// <summary>Builds the reply of <c>counter</c>, worded as surely as the confidence allows.</summary>
internal static class CounterReply
{
    private const int MaxQuestions = 3;

    /// <summary>Makes the reply.</summary>
    /// <param name="found">The passages from the readings.</param>
    /// <param name="written">The teachers' counterarguments.</param>
    /// <param name="questions">Questions for a claim without counterarguments.</param>
    /// <param name="claim">The claim.</param>
    public static ChatReply Of(CounterResult found, IReadOnlyList<ReplyBlock> written, CriticalQuestions questions, string claim)
    {
        var counters = found.Certainty == Certainty.None ? [] : found.Counters.Where(counter => !written.Any(other => Meet(other, counter.Passage))).ToList();
        if (written.Count == 0 && counters.Count == 0)
        {
            return SayNothingFound(questions, claim) with { Confidence = found.Confidence, Unanswered = claim };
        }

        var isSure = written.Count > 0 || found.Certainty == Certainty.Sure;
        ReplyBlock[] blocks = [.. written, .. Quote(counters)];
        ReplyBlock[] all = [.. blocks, .. ListPlaces(blocks)];
        return (isSure ? ChatReply.Answer(all) : ChatReply.Unsure(all)) with { Confidence = written.Count > 0 ? 1 : found.Confidence };
    }

    // The bot finds passages that are about the claim. It cannot be certain which side they take, and says so; from the first one that it is unsure of, it
    // promises less. Consecutive passages of one reading share one note.
    private static IEnumerable<ReplyBlock> Quote(List<Counterargument> counters)
    {
        var sure = counters.TakeWhile(counter => counter.Passage.Certainty == Certainty.Sure).Count();
        for (var i = 0; i < counters.Count; i++)
        {
            if (i == 0 || i == sure)
            {
                yield return new TextBlock(i < sure ? CounterTexts.SpeaksAgainst : i == 0 ? CounterTexts.MaySpeakAgainst : CounterTexts.LessSure);
            }

            var isSameNote = i > 0 && i != sure && Note(counters[i - 1]) == Note(counters[i]);
            var quote = Quotation.Of(counters[i].Passage);
            yield return quote with { Origin = counters[i].Origin, Note = Join(isSameNote ? null : Note(counters[i]), quote) };
        }
    }

    // “… says:” and “Listed under …:” become “… says, listed under …:”.
    private static string? Join(string? origin, QuoteBlock quote) => (origin, quote) switch
    {
        (null, _) => quote.Note,
        (_, { Lead: not null, Note: [var first, .. var rest] }) => $"{origin.TrimEnd(':').TrimEnd()}, {char.ToLower(first, CultureInfo.CurrentCulture)}{rest}",
        _ => origin,
    };

    private static string? Note(Counterargument counter) => counter.Origin switch
    {
        Origin.Concession => CounterTexts.AlsoSays,
        Origin.OtherReading => CounterTexts.FormatReadingSays(counter.Passage.Reading.Title),
        _ => null,
    };

    // A place that the teachers' list quotes already is not quoted again.
    private static bool Meet(ReplyBlock one, Passage other) => one is QuoteBlock { Citation: var a } && Quotation.Of(other).Citation is var b
        && a.Reading == b.Reading && a.Paragraph == b.Paragraph && a.Sentence <= b.LastSentence && b.Sentence <= a.LastSentence;

    private static IEnumerable<ChoicesBlock> ListPlaces(IReadOnlyList<ReplyBlock> blocks)
    {
        var places = blocks.OfType<QuoteBlock>().Select(quote => quote.Citation).DistinctBy(place => (place.Reading, place.Paragraph)).ToList();
        var isOneReading = places.Select(place => place.Reading).Distinct().Count() == 1;
        var choices = places.ConvertAll(place => new Choice(
            CounterTexts.FormatShow($"{(isOneReading ? "" : $"{place.Reading} ")}¶{place.Paragraph}"),
            "show",
            $"¶{place.Paragraph}.{place.Sentence} reading:{place.Reading}"));
        return choices.Count > 0 ? [new ChoicesBlock(choices)] : [];
    }

    private static ChatReply SayNothingFound(CriticalQuestions questions, string claim)
    {
        var kind = questions.KindOf(claim);
        return ChatReply.Abstain(
            new TextBlock(CounterTexts.Nothing),
            new TextBlock(OpenWith(kind) is { } opening ? CounterTexts.FormatQuestionsAboutKind(opening) : CounterTexts.Questions),
            new ListBlock([.. CriticalQuestions.Of(kind, CultureInfo.CurrentUICulture).Take(MaxQuestions)]));
    }

    private static string? OpenWith(string kind) => kind switch
    {
        "cause" => CounterTexts.Cause,
        "policy" => CounterTexts.Policy,
        "expert-opinion" => CounterTexts.ExpertOpinion,
        "comparison" => CounterTexts.Comparison,
        "prediction" => CounterTexts.Prediction,
        "example" => CounterTexts.Example,
        "sign" => CounterTexts.Sign,
        "analogy" => CounterTexts.Analogy,
        "values" => CounterTexts.Values,
        "definition" => CounterTexts.Definition,
        "assertion" => CounterTexts.Assertion,
        _ => null,
    };
}
