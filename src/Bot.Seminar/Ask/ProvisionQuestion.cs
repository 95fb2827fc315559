using System.Text.RegularExpressions;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Ask;

/// <summary>A question about an article of a law: “What does Article 5(2) say?” shows the article, “What is banned by Article 5?” searches in it.</summary>
/// <param name="Address">The article.</param>
/// <param name="Found">The readings that have it, with its paragraphs; can be empty.</param>
/// <param name="Question">The question without the article.</param>
/// <param name="AsksForText">Whether it only asks for the text of the article.</param>
internal sealed partial record ProvisionQuestion(
    string Address, IReadOnlyList<(Reading Reading, IReadOnlyList<Paragraph> Paragraphs)> Found, string Question, bool AsksForText)
{
    private const int MaxQuotes = 3;

    /// <summary>Reads a question; null if it names no article, or only mentions one (“the fine for breaking Article 5”).</summary>
    public static ProvisionQuestion? Of(QuestionScope scope)
    {
        if (ProvisionAddress.Find(scope.Question) is not { } address || !Within.IsMatch(scope.Question[..address.Start]))
        {
            return null;
        }

        var before = scope.Question[..address.Start];
        var after = OfTheText.Replace(scope.Question[(address.Start + address.Length)..], "");

        var found = scope.Readings
            .Select(reading => (Reading: reading, Paragraphs: reading.FindProvision(address.Value)))
            .Where(item => item.Paragraphs.Count > 0)
            .ToList();
        return new ProvisionQuestion(address.Value, found, $"{before}it{after}", TextAnalysis.ReadTerms(before).Count == 0 && AtMostAVerb.IsMatch(after));
    }

    /// <summary>The text of the article; null if the question asks for more, or no reading has the article.</summary>
    public ChatReply? Answer()
    {
        if (!AsksForText || Found.Count == 0)
        {
            return null;
        }

        var perReading = Math.Max(1, MaxQuotes / Found.Count);
        var quotes = Found.SelectMany(found => found.Paragraphs.SelectMany(paragraph => WholeParagraph.Quote(found.Reading, paragraph)).Take(perReading))
            .Take(MaxQuotes);
        var choices = Found.Take(MaxQuotes).Select(found => new Choice(
            Found.Count == 1 ? AskTexts.FormatShow(Address) : AskTexts.FormatShowOf(Address, found.Reading.Id),
            "show",
            $"{Address} reading:{found.Reading.Id}"));
        return ChatReply.Answer([.. quotes, new ChoicesBlock([.. choices])]);
    }

    // Words before the article that show that the question asks about its content and not about its effects.
    [GeneratedRegex(@"(?:^|(?<![\p{L}])(?:do|does|did|is|are|in|by|under|of|within|per|acc?ord(?:ing|ance)\s+(?:to|with))\s+(?:the\s+)?)$", RegexOptions.IgnoreCase)]
    private static partial Regex Within { get; }

    [GeneratedRegex(@"^\s+(?:of|in)\s+the\s+text\b")]
    private static partial Regex OfTheText { get; }

    // "… say?", "… forbid?", "… about?"
    [GeneratedRegex(@"^(?:\s+\p{Ll}+)?\s*[?.!]*$")]
    private static partial Regex AtMostAVerb { get; }
}
