using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Quote;

/// <summary>Says the result of checking a quote.</summary>
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
            new TextBlock($"Altered: the words stand in {Place(hidden)}, but your ellipsis takes out “{hidden.HiddenNegation}”, which may turn what they say.{LeftOut(finding)}"),
            .. finding.Parts.SelectMany(Quotes),
        ]);
    }

    private static ChatReply Occurrences(TypedQuote quote, QuoteFinding finding)
    {
        var parts = finding.Parts.Concat(finding.AlsoAt).ToList();
        var times = finding.Occurrences switch
        {
            1 => "once",
            2 => "twice",
            _ => string.Create(CultureInfo.InvariantCulture, $"{finding.Occurrences:N0} times"),
        };
        var shown = finding.Occurrences > ShownPlacesOfShort ? " The first places:" : "";
        var text = $"Verbatim: “{Words(quote)}” occurs {times} in the readings.{shown}";
        return ChatReply.Answer([new TextBlock(text), .. parts.Take(ShownPlacesOfShort).SelectMany(Quotes)]);
    }

    private static string Words(TypedQuote quote) =>
        quote.Text[quote.Tokens[quote.Words[0]].Start..quote.Tokens[quote.Words[^1]].End];

    private static ChatReply Verbatim(QuoteFinding finding)
    {
        var where = finding.RunsOn
            ? $"{Place(finding.Parts[0])}, and run on into ¶{finding.Parts[^1].Paragraph.Number}"
            : Place(finding.Parts[0]);
        var blocks = new List<ReplyBlock>();
        if (finding.Occurrences == 1)
        {
            blocks.Add(new TextBlock($"Verbatim: these words stand in {where}.{LeftOut(finding)}"));
        }
        else
        {
            var more = finding.Occurrences > ShownPlaces ? $"; the first {ShownPlaces} follow" : "";
            blocks.Add(new TextBlock($"Verbatim: these words stand in {finding.Occurrences:N0} places{more}.{LeftOut(finding)}"));
        }

        blocks.AddRange(finding.Parts.Concat(finding.AlsoAt.Take(ShownPlaces - 1)).SelectMany(Quotes));
        return ChatReply.Answer(blocks);
    }

    private static string LeftOut(QuoteFinding finding)
    {
        var leftOut = finding.Parts[0].LeftOut.Where(text => text.Any(char.IsLetterOrDigit)).Select(text => text.Trim(' ', ',', ';', ':', '–', '—')).ToList();
        return leftOut.Count switch
        {
            0 => "",
            1 when leftOut[0].Length <= MaxLeftOut => $" Your ellipsis leaves out: “{leftOut[0]}”.",
            1 => $" Your ellipsis leaves out {WordCount(leftOut[0])}; read the passage to see that they do not change its sense.",
            _ => $" Your ellipses leave out {string.Join(" and ", leftOut.Select(WordCount))}; read the passage to see that they do not change its sense.",
        };
    }

    private static string WordCount(string text)
    {
        var count = QuoteToken.Scan(text).Count(token => token.Kind == TokenKind.Word);
        return count == 1 ? "1 word" : $"{count} words";
    }

    private static ChatReply Altered(QuoteFinding finding)
    {
        var differences = finding.Differences.ToList();
        var place = finding.RunsOn ? $"{Place(finding.Parts[0])} and ¶{finding.Parts[^1].Paragraph.Number}" : Place(finding.Parts[0]);
        var how = differences switch
        {
            _ when differences.All(difference => difference.IsPunctuation) => "in punctuation only",
            _ when differences.All(difference => difference.IsMarkedInsertion) => "only by what you put in square brackets",
            [_] => "in one place",
            _ => $"in {differences.Count} places",
        };
        return ChatReply.Answer(
        [
            new TextBlock($"Altered: the quote comes from {place}, and differs from it {how}.{LeftOut(finding)}"),
            new ListBlock(List(differences)),
            .. finding.Parts.SelectMany(Quotes),
        ]);
    }

    private static ChatReply Stitched(QuoteFinding finding)
    {
        var differences = finding.Differences.ToList();
        var blocks = new List<ReplyBlock>
        {
            new TextBlock(
                $"Stitched: the quote joins words from {finding.Parts.Count} places, in this order. Quote them apart, each with its own reference."),
        };
        for (var i = 0; i < finding.Parts.Count; i++)
        {
            var note = $"Part {i + 1} of {finding.Parts.Count}";
            blocks.AddRange(Quotes(finding.Parts[i]).Select((quote, n) => n == 0 ? quote with { Note = note } : quote));
        }

        if (differences.Count > 0)
        {
            blocks.Add(new TextBlock("Some words are altered as well:"));
            blocks.Add(new ListBlock(List(differences)));
        }

        return ChatReply.Answer(blocks);
    }

    private static ChatReply NotFound(QuoteFinding finding)
    {
        if (finding.Nearest is not { } nearest)
        {
            return ChatReply.Abstain(new TextBlock("Not found: no reading has these words, nor anything near them."));
        }

        var text = $"Not found: no reading has these words. The nearest sentence, in {Place(nearest)}, is no source for the quote:";
        return ChatReply.Abstain([new TextBlock(text), .. Quotes(nearest).Select(quote => quote with { IsSuggestion = true, Marks = [] })]);
    }

    private static List<string> List(List<WordDifference> differences)
    {
        var items = differences.Take(ShownDifferences).Select(Describe).ToList();
        if (differences.Count > ShownDifferences)
        {
            items.Add($"and {differences.Count - ShownDifferences} more");
        }

        return items;
    }

    private static string Describe(WordDifference difference) => $"{Change(difference)}: “{difference.Context}”";

    /// <summary>What is changed: <c>you left out ‘harbour’</c>.</summary>
    public static string Change(WordDifference difference) => difference switch
    {
        { IsMarkedInsertion: true, InReading: "" } => $"{Short(difference.Typed)} is your own insertion",
        { IsMarkedInsertion: true } => $"{Short(difference.Typed)} is your own insertion, where the reading has ‘{Short(difference.InReading)}’",
        { Typed: "" } => $"you left out ‘{Short(difference.InReading)}’",
        { InReading: "" } => $"you added ‘{Short(difference.Typed)}’",
        _ => $"you wrote ‘{Short(difference.Typed)}’, the reading has ‘{Short(difference.InReading)}’",
    };

    private static string Short(string text)
    {
        var words = text.Split(' ');
        return words.Length <= 12 ? text : $"{string.Join(' ', words[..5])} … {string.Join(' ', words[^4..])}";
    }

    private static List<QuoteBlock> Quotes(QuotePart part) => Quotation.Around(part.Reading, part.Paragraph, part.Spans);

    /// <summary>Where words stand: <c>“The Harbour Tax”, ¶1.2</c>.</summary>
    public static string Place(QuotePart part) => $"“{part.Reading.Title}”, {Quotes(part)[0].Citation.Anchor}";
}
