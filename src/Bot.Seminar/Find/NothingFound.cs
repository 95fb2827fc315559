using Bot.Chat.Languages;
using Bot.Library;

namespace Bot.Seminar.Find;

/// <summary>Builds the reply if nothing was found, with the condition that excluded results.</summary>
internal static class NothingFound
{
    /// <summary>Builds the reply.</summary>
    /// <param name="search">Counts the results without a condition.</param>
    /// <param name="snapshot">The readings that were searched.</param>
    /// <param name="words">The search.</param>
    /// <param name="reading">The only reading that was searched; null for all.</param>
    /// <param name="budget">The time limit.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    public static async Task<ChatReply> OfAsync(
        FindSearch search, ShelfSnapshot snapshot, FindWords words, string? reading, TimeBudget budget, CancellationToken cancellationToken)
    {
        var where = reading is null
            ? FindTexts.InReadings
            : FindTexts.FormatInReading(snapshot.Readings.First(candidate => candidate.Id.Value == reading).Title);
        var loose = words with { Phrases = [] };
        var withAll = words with { Unwanted = [] };
        if (words.Phrases.Count > 0 && await CountOfAsync(loose, reading) is var unquoted and > 0)
        {
            return Abstain(
                words.Phrases is [var phrase]
                    ? FindTexts.FormatNotWordForWord(Wording.Quote(phrase.Text), where, SayHowMany(unquoted))
                    : FindTexts.FormatNotWordForWordSeveral(QuoteAll(words.Phrases.Select(phrase => phrase.Text)), where, SayHowMany(unquoted)),
                new Choice(FindTexts.WithoutQuotationMarks, "find", OfferAgain(loose, reading)));
        }

        if (words.Unwanted.Count > 0 && await CountOfAsync(withAll, reading) is var more and > 0)
        {
            return Abstain(
                FindTexts.FormatNothingLeft(where, QuoteAll(words.Unwanted.Select(word => word.Text)), SayHowMany(more)),
                new Choice(FindTexts.LeaveNothingOut, "find", OfferAgain(withAll, reading)));
        }

        return reading is not null && await CountOfAsync(words, null) is var elsewhere and > 0
            ? Abstain(FindTexts.FormatNothingButElsewhere(where, SayHowMany(elsewhere)), new Choice(FindTexts.AllReadings, "find", OfferAgain(words, null)))
            : ChatReply.Abstain(new TextBlock(FindTexts.FormatNothing(where)));

        async Task<int> CountOfAsync(FindWords wider, string? within) => (await search.RunAsync(snapshot, wider, within, budget, cancellationToken)).Count;
    }

    private static ChatReply Abstain(string sentence, Choice choice) => ChatReply.Abstain(new TextBlock(sentence), new ChoicesBlock([choice]));

    private static string SayHowMany(int count) => Count.Of(count, FindTexts.ThereIsOne, FindTexts.FormatThereAre);

    private static string QuoteAll(IEnumerable<string> texts) => Wording.JoinWithAnd([.. texts.Select(Wording.Quote)]);

    private static string OfferAgain(FindWords words, string? reading)
    {
        var phrases = words.Phrases.Aggregate(words.Wanted, (text, phrase) => text.Replace(phrase.Text, $"\"{phrase.Text}\"", StringComparison.Ordinal));
        var unwanted = words.Unwanted.Select(word => word.Text.Contains(' ', StringComparison.Ordinal) ? $"-\"{word.Text}\"" : $"-{word.Text}");
        return string.Join(' ', [phrases, .. unwanted, .. reading is null ? Array.Empty<string>() : [$"reading:{reading}"]]);
    }
}
