using Bot.Chat.Languages;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Quote;

/// <summary>Builds the reply of <c>checkquote</c>.</summary>
internal static class QuoteReply
{
    private const int ShownPlaces = 5;
    private const int ShownPlacesOfShort = 3;
    private const int ShownDifferences = 6;
    private const int MaxLeftOut = 120;

    /// <summary>The reply to a quote.</summary>
    public static ChatReply Of(TypedQuote quote, QuoteFinding finding) => finding.Verdict switch
    {
        QuoteVerdict.Verbatim => (quote.Words.Count <= 2 ? ReplyWithPlaces(quote, finding) : ReplyVerbatim(finding)) with { Verdict = "verbatim" },
        QuoteVerdict.Altered => (finding.Differences.Any() ? ReplyAltered(finding) : ReplyTurnedAround(finding)) with { Verdict = "altered" },
        QuoteVerdict.Stitched => ReplyStitched(finding) with { Verdict = "stitched" },
        _ => ReplyNotFound(finding) with { Verdict = "not-found" },
    };

    private static ChatReply ReplyTurnedAround(QuoteFinding finding)
    {
        var hidden = finding.Parts.First(part => part.HiddenNegation is not null);
        return ChatReply.Answer(
        [
            new TextBlock($"{QuoteTexts.FormatTurnedAround(Place(hidden), hidden.HiddenNegation)}{DescribeLeftOut(finding)}"),
            .. finding.Parts.SelectMany(QuotePassages),
        ]);
    }

    private static ChatReply ReplyWithPlaces(TypedQuote quote, QuoteFinding finding)
    {
        var parts = finding.Parts.Concat(finding.AlsoAt).ToList();
        var text = finding.Occurrences switch
        {
            1 => QuoteTexts.FormatOccursOnce(ShowWords(quote)),
            2 => QuoteTexts.FormatOccursTwice(ShowWords(quote)),
            _ => QuoteTexts.FormatOccursTimes(ShowWords(quote), Count.Of(finding.Occurrences)),
        };
        var shown = finding.Occurrences > ShownPlacesOfShort ? $" {QuoteTexts.FirstPlaces}" : "";
        return ChatReply.Answer([new TextBlock($"{text}{shown}"), .. parts.Take(ShownPlacesOfShort).SelectMany(QuotePassages)]);
    }

    private static string ShowWords(TypedQuote quote) =>
        quote.Text[quote.Tokens[quote.Words[0]].Start..quote.Tokens[quote.Words[^1]].End];

    private static ChatReply ReplyVerbatim(QuoteFinding finding)
    {
        var where = finding.RunsOn
            ? QuoteTexts.FormatRunsOn(Place(finding.Parts[0]), $"¶{finding.Parts[^1].Paragraph.Number}")
            : Place(finding.Parts[0]);
        var text = finding.Occurrences switch
        {
            1 => QuoteTexts.FormatVerbatim(where),
            > ShownPlaces => QuoteTexts.FormatVerbatimInManyPlaces(Count.Of(finding.Occurrences), ShownPlaces),
            _ => QuoteTexts.FormatVerbatimInPlaces(finding.Occurrences),
        };
        return ChatReply.Answer(
            [new TextBlock($"{text}{DescribeLeftOut(finding)}"), .. finding.Parts.Concat(finding.AlsoAt.Take(ShownPlaces - 1)).SelectMany(QuotePassages)]);
    }

    private static string DescribeLeftOut(QuoteFinding finding)
    {
        var leftOut = finding.Parts[0].LeftOut.Where(text => text.Any(char.IsLetterOrDigit)).Select(text => text.Trim(' ', ',', ';', ':', '–', '—')).ToList();
        return leftOut.Count switch
        {
            0 => "",
            1 when leftOut[0].Length <= MaxLeftOut => $" {QuoteTexts.FormatEllipsisLeavesOut(leftOut[0])}",
            1 => $" {QuoteTexts.FormatEllipsisLeavesOutWords(CountWords(leftOut[0]))}",
            _ => $" {QuoteTexts.FormatEllipsesLeaveOutWords(Wording.JoinWithAnd([.. leftOut.Select(CountWords)]))}",
        };
    }

    private static string CountWords(string text) => Count.Words(QuoteToken.Scan(text).Count(token => token.Kind == TokenKind.Word));

    private static ChatReply ReplyAltered(QuoteFinding finding)
    {
        var differences = finding.Differences.ToList();
        var place = finding.RunsOn ? QuoteTexts.FormatPlaceAnd(Place(finding.Parts[0]), $"¶{finding.Parts[^1].Paragraph.Number}") : Place(finding.Parts[0]);
        var text = differences switch
        {
            _ when differences.All(difference => difference.IsPunctuation) => QuoteTexts.FormatAlteredInPunctuation(place),
            _ when differences.All(difference => difference.IsMarkedInsertion) => QuoteTexts.FormatAlteredInBrackets(place),
            [_] => QuoteTexts.FormatAlteredInOnePlace(place),
            _ => QuoteTexts.FormatAlteredInPlaces(place, differences.Count),
        };
        return ChatReply.Answer(
        [
            new TextBlock($"{text}{DescribeLeftOut(finding)}"),
            new ListBlock(List(differences)),
            .. finding.Parts.SelectMany(QuotePassages),
        ]);
    }

    private static ChatReply ReplyStitched(QuoteFinding finding)
    {
        var differences = finding.Differences.ToList();
        var blocks = new List<ReplyBlock>
        {
            new TextBlock(QuoteTexts.FormatStitched(finding.Parts.Count)),
        };
        for (var i = 0; i < finding.Parts.Count; i++)
        {
            var note = QuoteTexts.FormatPart(i + 1, finding.Parts.Count);
            blocks.AddRange(QuotePassages(finding.Parts[i]).Select((quote, n) => n == 0 ? quote with { Note = note } : quote));
        }

        if (differences.Count > 0)
        {
            blocks.Add(new TextBlock(QuoteTexts.AlteredAsWell));
            blocks.Add(new ListBlock(List(differences)));
        }

        return ChatReply.Answer(blocks);
    }

    private static ChatReply ReplyNotFound(QuoteFinding finding)
    {
        if (finding.Nearest is not { } nearest)
        {
            return ChatReply.Abstain(new TextBlock(QuoteTexts.NotFound));
        }

        return ChatReply.Abstain(
        [
            new TextBlock(QuoteTexts.FormatNotFoundButNear(Place(nearest))),
            .. QuotePassages(nearest).Select(quote => quote with { IsSuggestion = true, Marks = [] }),
        ]);
    }

    private static List<string> List(List<WordDifference> differences)
    {
        var items = differences.Take(ShownDifferences).Select(Describe).ToList();
        if (differences.Count > ShownDifferences)
        {
            items.Add(QuoteTexts.FormatAndMore(differences.Count - ShownDifferences));
        }

        return items;
    }

    private static string Describe(WordDifference difference) => QuoteTexts.FormatDifference(Change(difference), difference.Context);

    /// <summary>The text for a change: <c>you left out ‘harbour’</c>.</summary>
    public static string Change(WordDifference difference) => difference switch
    {
        { IsMarkedInsertion: true, InReading: "" } => QuoteTexts.FormatInsertion(Shorten(difference.Typed)),
        { IsMarkedInsertion: true } => QuoteTexts.FormatInsertionInPlaceOf(Shorten(difference.Typed), Shorten(difference.InReading)),
        { Typed: "" } => QuoteTexts.FormatLeftOut(Shorten(difference.InReading)),
        { InReading: "" } => QuoteTexts.FormatAdded(Shorten(difference.Typed)),
        _ => QuoteTexts.FormatChanged(Shorten(difference.Typed), Shorten(difference.InReading)),
    };

    private static string Shorten(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 12 ? text : $"{string.Join(' ', words[..5])} … {string.Join(' ', words[^4..])}";
    }

    private static List<QuoteBlock> QuotePassages(QuotePart part) => Quotation.QuoteAround(part.Reading, part.Paragraph, part.Spans);

    /// <summary>The text for a place: <c>“The Harbour Tax”, ¶1.2</c>.</summary>
    public static string Place(QuotePart part) => QuoteTexts.FormatPlace(part.Reading.Title, QuotePassages(part)[0].Citation.Anchor);
}
