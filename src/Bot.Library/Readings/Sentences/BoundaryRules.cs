using System.Buffers;

namespace Bot.Library.Readings.Sentences;

/// <summary>Decides whether a sentence ends at marks that could end it.</summary>
/// <param name="language">What is known of the text's language.</param>
internal sealed class BoundaryRules(SentenceLanguage language)
{
    private const int WordsOfASentence = 4;
    private const int MaxCitationLength = 120;

    private const int MaxOrdinalDigits = 2;

    private const int MaxUnknownAbbreviation = 5;

    // "1.1." and "10.12.3." before a definition.
    private const int MaxSectionNumberLength = 8;

    // The search from a mark ends here, so that the time stays linear in texts that are not prose.
    private const int Reach = 64;

    private static readonly SearchValues<char> SectionNumber = SearchValues.Create("0123456789.");
    private static readonly SearchValues<char> RomanDigits = SearchValues.Create("IVXivx");
    private static readonly SearchValues<char> UpperRomanDigits = SearchValues.Create("IVX");

    private readonly Abbreviations abbreviations = language.Abbreviations;

    /// <param name="text">The paragraph.</param>
    /// <param name="start">Where the sentence that may end started.</param>
    /// <param name="ending">The marks; something must follow them.</param>
    /// <param name="withoutCapitals">Whether the paragraph opens sentences with small letters.</param>
    public bool IsBoundary(string text, int start, Ending ending, bool withoutCapitals)
    {
        if (Marks.IsUnspacedEnd(text[ending.Mark]))
        {
            return true;
        }

        if (!ending.HasSpaceBehind)
        {
            return IsMissingSpace(text, ending);
        }

        var opening = SkipOpeners(text, ending.Next);
        if (!CanOpen(text, opening, withoutCapitals && !ending.IsQuoted && !ending.IsEllipsis) || IsBare(text, start, ending.Mark) || IsCitation(text, ending.Next))
        {
            return false;
        }

        if (ending.IsEmphatic)
        {
            return !(ending.IsQuoted && IsReportingClause(text, opening));
        }

        var nextWord = text.AsSpan(opening, Marks.FindWordEnd(text, opening) - opening);
        if (ending.IsEllipsis)
        {
            return ending.IsAttached || ending.Dots >= 4 || (language.Opens(nextWord) && nextWord is not "I");
        }

        // A full stop inside quotation marks or brackets belongs to a sentence, an abbreviation's rarely does.
        return !ending.IsAttached || EndsBehindWord(text, start, ending, opening);
    }

    private bool EndsBehindWord(string text, int start, Ending ending, int opening)
    {
        var from = FindWordStart(text, start, ending.Mark);
        var word = text.AsSpan(from, ending.Mark - from);
        var next = text.AsSpan(opening, Marks.FindWordEnd(text, opening) - opening);
        var startsWithFigure = char.IsDigit(text[opening]);
        if (word is "No" or "Nos" or "no" or "nos")
        {
            return !startsWithFigure;
        }

        if (IsListMarker(text, start, from, word))
        {
            return false;
        }

        // "l’art. 5", "dell’avv. Rossi"
        var noun = word[(word.LastIndexOfAny('’', '\'') + 1)..];
        if (abbreviations.NeverEnds(word) || abbreviations.NeverEnds(noun))
        {
            return ending.IsQuoted && word.Length > 1;
        }

        if (word.Length == 1 && char.IsLetter(word[0]))
        {
            return word is "I" && FollowsLowerCase(text, start, from) || Opens(text, opening, next) || (char.IsLower(word[0]) && FollowsFigure(text, from) && !startsWithFigure);
        }

        if (abbreviations.MayEnd(word) || abbreviations.MayEnd(noun) || IsDotted(word))
        {
            return !startsWithFigure
                && (Opens(text, opening, next) || ending.IsQuoted || (abbreviations.NeverEnds(next) && HasWords(text, start, ending.Mark)));
        }

        if (language.HasOrdinals && IsOrdinal(word) && !Opens(text, opening, next))
        {
            return false;
        }

        if (language.IsUnknown && word.Length <= MaxUnknownAbbreviation && IsBare(text, start, from))
        {
            // "Проф. Иванов": a short word alone is hardly a sentence.
            return false;
        }

        // An unknown short word before a figure is more likely an abbreviation: "N°. 1026".
        return !startsWithFigure || word.Length >= 3;
    }

    // "Hello world.Today": only before a word that opens sentences, since "example.Name" is one token.
    private bool IsMissingSpace(string text, Ending ending)
    {
        if (ending.Dots > 1 || !ending.IsAttached || !char.IsUpper(text[ending.End]))
        {
            return false;
        }

        var from = FindWordStart(text, 0, ending.Mark);
        var next = text.AsSpan(ending.End, Marks.FindWordEnd(text, ending.End) - ending.End);
        var before = text[ending.Mark - 1];
        return next.Length >= 2
            && (char.IsLower(before) || char.IsDigit(before) || ending.IsQuoted)
            && ending.Mark - from >= 2
            && text.AsSpan(from, ending.Mark - from).IndexOfAny("@/\\") < 0
            && (language.Opens(next) || abbreviations.NeverEnds(next));
    }

    /// <summary>Whether the word is one that opens sentences, and no initial such as the A of "J. A. Smith".</summary>
    private bool Opens(string text, int opening, ReadOnlySpan<char> word)
    {
        var end = opening + word.Length;
        return language.Opens(RemoveApostrophe(word)) && !(word.Length == 1 && end < text.Length && text[end] == '.');
    }

    private static ReadOnlySpan<char> RemoveApostrophe(ReadOnlySpan<char> word)
    {
        var apostrophe = word.IndexOfAny('’', '\'');
        return apostrophe > 0 ? word[..apostrophe] : word;
    }

    private static int SkipOpeners(string text, int place)
    {
        var last = Math.Min(text.Length, place + Reach);
        while (place < last && (Marks.IsOpener(text[place]) || Marks.IsBullet(text[place]) || text[place] is '.' or '…' or ' ' or '»' or '›'))
        {
            place++;
        }

        return place;
    }

    private static bool CanOpen(string text, int place, bool small) =>
        place < text.Length && char.IsLetterOrDigit(text[place]) && (small || !char.IsLower(text[place]) || IsAddress(text, place));

    private static bool IsAddress(string text, int place) =>
        text.AsSpan(place).StartsWith("http://") || text.AsSpan(place).StartsWith("https://") || text.AsSpan(place).StartsWith("www.");

    // "“… parallel stairways.” (Smith 55).": a source in brackets, with the sentence's own full stop behind it.
    private static bool IsCitation(string text, int place)
    {
        if (text[place] != '(')
        {
            return false;
        }

        var close = text.IndexOf(')', place, Math.Min(MaxCitationLength, text.Length - place));
        return close > 0 && close + 1 < text.Length && text[close + 1] is '.' or ';' or ',';
    }

    // Nothing but marks so far: an ellipsis that opens the sentence.
    private static bool IsBare(string text, int start, int mark)
    {
        for (var i = start; i < Math.Min(mark, start + Reach); i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                return false;
            }
        }

        return true;
    }

    // "“Is it?” Mary asked", "“Is it?” President Smith wondered": a verb of speech among the next words.
    private static bool IsReportingClause(string text, int place)
    {
        for (var words = 0; words < 4 && place < text.Length; words++)
        {
            var end = Marks.FindWordEnd(text, place);
            if (OpeningWords.Report(text.AsSpan(place, end - place)))
            {
                return true;
            }

            if (end == place || end >= text.Length || text[end] != ' ')
            {
                return false;
            }

            place = end + 1;
        }

        return false;
    }

    private static int FindWordStart(string text, int start, int mark)
    {
        var from = mark;
        start = Math.Max(start, mark - Reach);
        while (from > start && !char.IsWhiteSpace(text[from - 1]) && !Marks.IsOpener(text[from - 1])
            && !Marks.IsBullet(text[from - 1]) && text[from - 1] != '/')
        {
            from--;
        }

        return from;
    }

    private static bool IsListMarker(string text, int start, int from, ReadOnlySpan<char> word) =>
        IsBare(text, start, from)
        && (word.Length == 1 && char.IsLetterOrDigit(word[0])
            || word.Length <= 3 && word.IndexOfAnyExceptInRange('0', '9') < 0
            || word.Length <= MaxSectionNumberLength && word.Contains('.') && word.IndexOfAnyExcept(SectionNumber) < 0
            || word.Length <= 5 && word.IndexOfAnyExcept(RomanDigits) < 0);

    // "am 3. Mai", "im 19. Jahrhundert", "Ludwig XIV. König".
    private static bool IsOrdinal(ReadOnlySpan<char> word) =>
        (word.Length is > 0 and <= MaxOrdinalDigits && !word.ContainsAnyExceptInRange('0', '9')) || (word.Length is > 1 and <= 5 && !word.ContainsAnyExcept(UpperRomanDigits));

    private static bool IsDotted(ReadOnlySpan<char> word) =>
        word.Length is >= 3 and <= 9 && word[1] == '.' && char.IsLetter(word[0]) && char.IsLetter(word[^1]) && word.Length % 2 == 1;

    // "2,5 m. Selon", a unit and no initial.
    private static bool FollowsFigure(string text, int from) => from >= 2 && char.IsWhiteSpace(text[from - 1]) && char.IsDigit(text[from - 2]);

    private static bool FollowsLowerCase(string text, int start, int from)
    {
        var end = from;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end > start && char.IsLower(text[FindWordStart(text, start, end)]);
    }

    private static bool HasWords(string text, int start, int mark)
    {
        var words = 0;
        for (var i = start + 1; i < mark && words < WordsOfASentence; i++)
        {
            words += char.IsWhiteSpace(text[i]) && !char.IsWhiteSpace(text[i - 1]) ? 1 : 0;
        }

        return words >= WordsOfASentence;
    }
}
