using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Find;

/// <summary>Says that there is no such passage, and what of the wish stood in the way.</summary>
internal static class NothingFound
{
    /// <summary>Makes the reply.</summary>
    /// <param name="search">Counts what a wider wish would give.</param>
    /// <param name="snapshot">What was searched.</param>
    /// <param name="words">What was looked for.</param>
    /// <param name="reading">The only reading that was looked in; null for all.</param>
    /// <param name="budget">How long the look may take.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public static async Task<ChatReply> OfAsync(
        FindSearch search, ShelfSnapshot snapshot, FindWords words, string? reading, TimeBudget budget, CancellationToken cancellationToken)
    {
        var where = reading is null ? "in the readings" : $"in “{snapshot.Readings.First(candidate => candidate.Id.Value == reading).Title}”";
        var loose = words with { Phrases = [] };
        var withAll = words with { Unwanted = [] };
        if (words.Phrases.Count > 0 && await CountOfAsync(loose, reading) is var unquoted and > 0)
        {
            return Abstain(
                $"{Quoted(words.Phrases.Select(phrase => phrase.Text))} {(words.Phrases.Count == 1 ? "does" : "do")} not stand {where} word for word. "
                + $"Without the quotation marks there {Are(unquoted)}.",
                new Choice("Without quotation marks", "find", Again(loose, reading)));
        }

        if (words.Unwanted.Count > 0 && await CountOfAsync(withAll, reading) is var more and > 0)
        {
            return Abstain(
                $"Nothing {where} is left once {Quoted(words.Unwanted.Select(word => word.Text))} is excluded. Otherwise there {Are(more)}.",
                new Choice("Leave nothing out", "find", Again(withAll, reading)));
        }

        return reading is not null && await CountOfAsync(words, null) is var elsewhere and > 0
            ? Abstain($"Nothing {where} has those words. In the other readings there {Are(elsewhere)}.", new Choice("All readings", "find", Again(words, null)))
            : ChatReply.Abstain(new TextBlock($"Nothing {where} has those words."));

        async Task<int> CountOfAsync(FindWords wider, string? within) => (await search.RunAsync(snapshot, wider, within, budget, cancellationToken)).Count;
    }

    private static ChatReply Abstain(string sentence, Choice choice) => ChatReply.Abstain(new TextBlock(sentence), new ChoicesBlock([choice]));

    private static string Are(int count) => $"{(count == 1 ? "is" : "are")} {Count.Of(count, "passage")}";

    private static string Quoted(IEnumerable<string> texts) => string.Join(" and ", texts.Select(text => $"“{text}”"));

    private static string Again(FindWords words, string? reading)
    {
        var phrases = words.Phrases.Aggregate(words.Wanted, (text, phrase) => text.Replace(phrase.Text, $"\"{phrase.Text}\"", StringComparison.Ordinal));
        var unwanted = words.Unwanted.Select(word => word.Text.Contains(' ', StringComparison.Ordinal) ? $"-\"{word.Text}\"" : $"-{word.Text}");
        return string.Join(' ', [phrases, .. unwanted, .. reading is null ? Array.Empty<string>() : [$"reading:{reading}"]]);
    }
}
