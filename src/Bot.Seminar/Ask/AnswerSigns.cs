using System.Text;
using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Ask;

/// <summary>Signs in a passage that it holds the kind of answer that a question wants.</summary>
internal static partial class AnswerSigns
{
    private const double Unknown = 0.5;

    /// <summary>Whether sentences show signs of the wanted kind of answer beyond the words of the question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="candidate">A passage of the paragraph in which they stand.</param>
    /// <param name="first">The number of the first sentence, from 1.</param>
    /// <param name="last">The number of the last sentence.</param>
    /// <returns>1 where it does, 0 where it does not, 0.5 where the kind has no sign that can be told.</returns>
    public static double Of(Question question, PassageCandidate candidate, int first, int last) => question.Kind == QuestionKind.YesNo
        ? OpensWith(question, candidate.Opening(first), 1) ? 1 : Unknown
        : Of(question, candidate.Paragraph.Quote(first, last));

    /// <summary>Whether a passage opens with one of the first things that the question names: it speaks of them, not past them.</summary>
    public static bool OpensWithTopic(Question question, PassageCandidate candidate) => OpensWith(question, candidate.Opening(candidate.First), 2);

    private static double Of(Question question, string quote) => question.Kind switch
    {
        QuestionKind.Time => HasNew(TimeSign(), quote, question) ? 1 : 0,
        QuestionKind.Quantity => HasNew(QuantitySigns.Of(question.Measure), QuantitySigns.WithoutDates(quote), question) ? 1 : 0,
        QuestionKind.Person => HasNew(NameSign(), question.AsksWhoSomebodyIs ? WithoutPlaces(question, quote) : quote, question) ? 1 : 0,
        QuestionKind.Place => HasNew(PlaceSign(), quote, question) ? 1 : 0,
        QuestionKind.Reason => ReasonSign().IsMatch(quote) ? 1 : WeakReasonSign().IsMatch(quote) ? 0.25 : 0,
        QuestionKind.Definition => DefinitionSign().IsMatch(quote) ? 1 : 0,
        QuestionKind.Wording => QuotedWords().IsMatch(quote) ? 1 : WordingSign().IsMatch(quote) ? 0.7 : 0,
        QuestionKind.Wish => WishSign().IsMatch(quote) ? 1 : 0,
        QuestionKind.Consequence => ConsequenceSign().IsMatch(quote) ? 1 : 0,
        _ => Unknown,
    };

    // "Have sanctions worked?" is answered where sanctions are what the sentence speaks about.
    private static bool OpensWith(Question question, IReadOnlyList<string> opening, int units) =>
        question.Query.Units.Take(units).Any(unit => unit.Terms.Any(term => !term.IsConcept && opening.Contains(term.Value)));

    // Whoever holds an office is no country or capital.
    private static string WithoutPlaces(Question question, string quote)
    {
        var tokens = TextAnalysis.Tokenize(quote);
        var rest = new StringBuilder(quote);
        foreach (var place in question.Lexicon.Concepts.Match(tokens).Where(match => match.Kinship == Kinship.Place))
        {
            for (var i = tokens[place.First].Start; i < tokens[place.First + place.Count - 1].End; i++)
            {
                rest[i] = '_';
            }
        }

        return rest.ToString();
    }

    // A year or name that the question gives already is no answer to it.
    private static bool HasNew(Regex sign, string quote, Question question)
    {
        foreach (Match match in sign.Matches(NoteMark().Replace(quote, "")))
        {
            var words = match.Value.Split([' ', '-', '.', ',', '’', '\''], StringSplitOptions.RemoveEmptyEntries);
            if (words.Any(word => !question.Query.Text.Contains(word, StringComparison.OrdinalIgnoreCase) && !StopWords.Contains(word)))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\b(1[0-9]{3}|20[0-9]{2}|[1-9][0-9]{1,2}\s+(AD|BC|CE|BCE)|\d{1,2}(st|nd|rd|th)\s+(century|of)|\w+teenth\s+century|[0-9]{2,4}s|January|February|March|April|June|July|August|September|October|November|December|(\d+|several|few|two|three|four|five|ten|last|next)\s+(day|week|month|year|decade|centur)\w*|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow|May\s+\d+|\d+\s+May|spring|summer|autumn|winter)\b")]
    private static partial Regex TimeSign();

    [GeneratedRegex(@"(?<![.!?]\s|^|[“""])\b\p{Lu}[\p{L}’'-]+(\s+(\p{Lu}\.?|de|van|von|al|el|the|of)?\s*\p{Lu}[\p{L}’'-]+)*|^\p{Lu}[\p{L}’'-]+\s+\p{Lu}[\p{L}’'-]+|(?<=[.!?]\s)\p{Lu}[\p{L}’'-]+\s+\p{Lu}[\p{L}’'-]+")]
    private static partial Regex NameSign();

    [GeneratedRegex(@"\b(in|at|near|from|to|on|of|across|between|outside|throughout|toward|towards|into|through|around|along|within)\s+(the\s+)?((north|south|east|west|central|coast|city|town|village|island)\w*\s+(of\s+)?)*\p{Lu}[\p{L}’'-]+(\s+\p{Lu}[\p{L}’'-]+)*")]
    private static partial Regex PlaceSign();

    [GeneratedRegex(@"\b(because|since|as\s+a\s+result|due\s+to|owing\s+to|thanks\s+to|therefore|thus|hence|so\s+that|in\s+order\s+to|for\s+(this|that)\s+reason|reasons?|caus\w+|led\s+to|lead\w*\s+to|result\w*\s+(in|from)|driven\s+by|stem\w*\s+from|account\w*\s+for|given|explains?|to\s+(avoid|prevent|ensure|protect|keep|allow|make)|blam\w+|puts?\s+(it\s+|this\s+|that\s+)?down\s+to|attribut\w+|on\s+the\s+grounds?|argument|weakness\w*|flaw\w*|fault\w*|mistake\w*|lack\w*|owe[sd]?|for\s+(fear|want|lack)\s+of)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ReasonSign();

    [GeneratedRegex(@"\b(too\s+\w+|would|could\s+not|cannot)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WeakReasonSign();

    // The number of a source is no quantity.
    [GeneratedRegex(@"\[\d+(,\s*\d+)*\]")]
    private static partial Regex NoteMark();

    [GeneratedRegex(@"[“""‘][^”""’]{3,80}[”""’]")]
    private static partial Regex QuotedWords();

    [GeneratedRegex(@"\b(called|known\s+as|dubbed|labell?ed|termed|portray\w*|(see|saw|view|describ|regard|depict|characteri[sz]|present)\w*\s+.{1,60}\bas\b)", RegexOptions.IgnoreCase)]
    private static partial Regex WordingSign();

    [GeneratedRegex(@"\b(want\w*|wish\w*|demand\w*|insist\w*|ask(s|ed|ing)?|call(s|ed|ing)?\s+for|seek\w*|sought|propos\w+|recommend\w*|urg\w+|hop(e|es|ed|ing)|expect\w*|condition\w*|requir\w+|must|should|ought|need(s|ed)?|goal\w*|aim\w*|priorit\w+|prefer\w*|support\w*|only\s+if|provided\s+that|strict\w*|unacceptable|acceptable)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WishSign();

    [GeneratedRegex(@"\b(could|would|will|may|might|risks?|trigger\w*|lead\w*\s+to|led\s+to|result\w*|caus\w+|therefore|consequently|becom\w+|outcome|undermin\w+)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConsequenceSign();

    [GeneratedRegex(@"(\b(is|are|was|were)\s+(an?|the|called|known|defined|described)\b|\bdescrib\w+\s+.{1,40}\bas\b|\bin\s+which\b|,\s+or\s+|\b(known\s+as|called|refers?\s+to|defined\s+as|stands?\s+for|means?|so-called|namely|that\s+is)\b|\bpolicy\s+of\b|[–—(])", RegexOptions.IgnoreCase)]
    private static partial Regex DefinitionSign();
}
