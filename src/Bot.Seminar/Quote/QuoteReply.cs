using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Seminar.Citing;
using Bot.Seminar.Commands;

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
        QuoteVerdict.Verbatim => (quote.Words.Count <= 2 ? Occurrences(quote, finding) : Verbatim(finding)) with { Verdict = "verbatim" },
        QuoteVerdict.Altered => (finding.Differences.Any() ? Altered(finding) : TurnedAround(finding)) with { Verdict = "altered" },
        QuoteVerdict.Stitched => Stitched(finding) with { Verdict = "stitched" },
        _ => NotFound(finding) with { Verdict = "not-found" },
    };

    private static ChatReply TurnedAround(QuoteFinding finding)
    {
        var hidden = finding.Parts.First(part => part.HiddenNegation is not null);
        return ChatReply.Answer(
        [
            new TextBlock($"{QuoteTexts.FormatTurnedAround(Place(hidden), hidden.HiddenNegation)}{LeftOut(finding)}"),
            .. finding.Parts.SelectMany(Quotes),
        ]);
    }

    private static ChatReply Occurrences(TypedQuote quote, QuoteFinding finding)
    {
        var parts = finding.Parts.Concat(finding.AlsoAt).ToList();
        var text = finding.Occurrences switch
        {
            1 => QuoteTexts.FormatOccursOnce(Words(quote)),
            2 => QuoteTexts.FormatOccursTwice(Words(quote)),
            _ => QuoteTexts.FormatOccursTimes(Words(quote), Count.Of(finding.Occurrences)),
        };
        var shown = finding.Occurrences > ShownPlacesOfShort ? $" {QuoteTexts.FirstPlaces}" : "";
        return ChatReply.Answer([new TextBlock($"{text}{shown}"), .. parts.Take(ShownPlacesOfShort).SelectMany(Quotes)]);
    }

    private static string Words(TypedQuote quote) =>
        quote.Text[quote.Tokens[quote.Words[0]].Start..quote.Tokens[quote.Words[^1]].End];

    private static ChatReply Verbatim(QuoteFinding finding)
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
            [new TextBlock($"{text}{LeftOut(finding)}"), .. finding.Parts.Concat(finding.AlsoAt.Take(ShownPlaces - 1)).SelectMany(Quotes)]);
    }

    private static string LeftOut(QuoteFinding finding)
    {
        var leftOut = finding.Parts[0].LeftOut.Where(text => text.Any(char.IsLetterOrDigit)).Select(text => text.Trim(' ', ',', ';', ':', '–', '—')).ToList();
        return leftOut.Count switch
        {
            0 => "",
            1 when leftOut[0].Length <= MaxLeftOut => $" {QuoteTexts.FormatEllipsisLeavesOut(leftOut[0])}",
            1 => $" {QuoteTexts.FormatEllipsisLeavesOutWords(WordCount(leftOut[0]))}",
            _ => $" {QuoteTexts.FormatEllipsesLeaveOutWords(Wording.And([.. leftOut.Select(WordCount)]))}",
        };
    }

    private static string WordCount(string text) => Count.Words(QuoteToken.Scan(text).Count(token => token.Kind == TokenKind.Word));

    private static ChatReply Altered(QuoteFinding finding)
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
            new TextBlock($"{text}{LeftOut(finding)}"),
            new ListBlock(List(differences)),
            .. finding.Parts.SelectMany(Quotes),
        ]);
    }

    private static ChatReply Stitched(QuoteFinding finding)
    {
        var differences = finding.Differences.ToList();
        var blocks = new List<ReplyBlock>
        {
            new TextBlock(QuoteTexts.FormatStitched(finding.Parts.Count)),
        };
        for (var i = 0; i < finding.Parts.Count; i++)
        {
            var note = QuoteTexts.FormatPart(i + 1, finding.Parts.Count);
            blocks.AddRange(Quotes(finding.Parts[i]).Select((quote, n) => n == 0 ? quote with { Note = note } : quote));
        }

        if (differences.Count > 0)
        {
            blocks.Add(new TextBlock(QuoteTexts.AlteredAsWell));
            blocks.Add(new ListBlock(List(differences)));
        }

        return ChatReply.Answer(blocks);
    }

    private static ChatReply NotFound(QuoteFinding finding)
    {
        if (finding.Nearest is not { } nearest)
        {
            return ChatReply.Abstain(new TextBlock(QuoteTexts.NotFound));
        }

        return ChatReply.Abstain(
        [
            new TextBlock(QuoteTexts.FormatNotFoundButNear(Place(nearest))),
            .. Quotes(nearest).Select(quote => quote with { IsSuggestion = true, Marks = [] }),
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
        { IsMarkedInsertion: true, InReading: "" } => QuoteTexts.FormatInsertion(Short(difference.Typed)),
        { IsMarkedInsertion: true } => QuoteTexts.FormatInsertionInPlaceOf(Short(difference.Typed), Short(difference.InReading)),
        { Typed: "" } => QuoteTexts.FormatLeftOut(Short(difference.InReading)),
        { InReading: "" } => QuoteTexts.FormatAdded(Short(difference.Typed)),
        _ => QuoteTexts.FormatChanged(Short(difference.Typed), Short(difference.InReading)),
    };

    private static string Short(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 12 ? text : $"{string.Join(' ', words[..5])} … {string.Join(' ', words[^4..])}";
    }

    private static List<QuoteBlock> Quotes(QuotePart part) => Quotation.Around(part.Reading, part.Paragraph, part.Spans);

    /// <summary>The text for a place: <c>“The Harbour Tax”, ¶1.2</c>.</summary>
    public static string Place(QuotePart part) => QuoteTexts.FormatPlace(part.Reading.Title, Quotes(part)[0].Citation.Anchor);
}
