using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Ask;

/// <summary>What kind of answer a question wants.</summary>
internal enum QuestionKind
{
    /// <summary>No kind that can be told from its words: "which …", "what …", or no question at all.</summary>
    Open,

    /// <summary>A person or body: "who …".</summary>
    Person,

    /// <summary>A time: "when …", "in what year …".</summary>
    Time,

    /// <summary>A place: "where …".</summary>
    Place,

    /// <summary>A number: "how many …", "what is the population of …".</summary>
    Quantity,

    /// <summary>A reason: "why …".</summary>
    Reason,

    /// <summary>What a word means: "what is …".</summary>
    Definition,

    /// <summary>In which words somebody puts it: "what is it called", "what did she say".</summary>
    Wording,

    /// <summary>What somebody is after: "what does … want".</summary>
    Wish,

    /// <summary>What follows from something: "what could happen if …".</summary>
    Consequence,

    /// <summary>Yes or no: "have …", "is …".</summary>
    YesNo,
}

/// <summary>A question, read for what it looks for and what kind of answer it wants.</summary>
internal sealed partial record Question
{
    /// <summary>What kind of answer it wants.</summary>
    public required QuestionKind Kind { get; init; }

    /// <summary>What a question about a quantity counts or measures.</summary>
    public Measure Measure { get; init; }

    /// <summary>The words that it looks for.</summary>
    public required SearchQuery Query { get; init; }

    /// <summary>What the bot knows of words.</summary>
    public required Lexicon Lexicon { get; init; }

    /// <summary>Whether it asks about whoever wrote the reading, rather than about what they say.</summary>
    public bool AsksAboutAuthor { get; init; }

    /// <summary>The index of the unit that only names the kind of thing wanted ("which <em>country</em>"), or -1.</summary>
    public int TypeUnit { get; init; } = -1;

    /// <summary>Whether the kind of answer leaves signs that can be trusted: a year, a number, a name.</summary>
    public bool WantsVisibleSign => Kind switch
    {
        QuestionKind.Time => AsksForDate,
        QuestionKind.Quantity => true,
        _ => Kind == QuestionKind.Person && AsksWhoSomebodyIs,
    };

    /// <summary>Whether it names something by a number, which nothing else stands for.</summary>
    public bool HasNumber => Query.Units.Any(unit => unit.IsName && char.IsDigit(unit.Text[0]));

    /// <summary>Whether it asks for a date; "when do …" may be answered by a circumstance.</summary>
    public bool AsksForDate { get; init; }

    /// <summary>Whether a mere mention of the subject is no answer.</summary>
    public bool WantsExplanation =>
        Kind is QuestionKind.Reason or QuestionKind.Definition or QuestionKind.Wish or QuestionKind.Consequence or QuestionKind.Open;

    /// <summary>Whether it asks for the name behind an office: "who is the mayor".</summary>
    public bool AsksWhoSomebodyIs { get; init; }

    /// <summary>How much a unit counts beside its rarity, from 0 to 1.</summary>
    /// <param name="unit">The index of the unit in the query.</param>
    /// <param name="isKnown">Whether any reading has it.</param>
    public double Importance(int unit, bool isKnown) => (unit == TypeUnit, isKnown) switch
    {
        // The kind of thing wanted need not be said by the answer: "which country" is answered by a country's name.
        (true, false) => 0.4,
        (true, true) => 0.9,
        (false, false) => 0.8,
        (false, true) => 1,
    };

    /// <summary>Reads a question.</summary>
    public static Question Parse(string text, Lexicon lexicon)
    {
        var asksAboutAuthor = AuthorQuestion().IsMatch(text);
        var query = SearchQuery.Parse(text, lexicon, (token, word) => !asksAboutAuthor && Noise.Contains(word));
        return new Question
        {
            Kind = KindOf(text),
            Query = query,
            Lexicon = lexicon,
            AsksAboutAuthor = asksAboutAuthor,
            Measure = QuantitySigns.Wanted(text),
            AsksForDate = DateQuestion().IsMatch(text),
            AsksWhoSomebodyIs = IdentityQuestion().IsMatch(text),
            TypeUnit = FindTypeUnit(query),
        };
    }

    // Words by which a question refers to the text itself or reports speech; they are in every answer or in none.
    private static readonly HashSet<string> Noise = new(StringComparer.OrdinalIgnoreCase)
    {
        "author", "author's", "authors", "writer", "article", "text", "reading", "readings", "essay", "paper", "piece", "say", "says",
        "said", "mention", "mentions", "mentioned", "according", "describe", "describes", "described", "tell", "tells", "discuss",
        "discusses", "discussed", "think", "thinks", "view", "opinion", "explain", "explains", "happen", "happened", "happens", "please",
        "give", "given", "kind", "kinds", "type", "types", "sort", "name", "call", "called", "term", "word", "mean", "means", "meant",
        "suggest", "suggests", "suggested", "argue", "argues", "argued", "claim", "claims", "believe", "believes", "propose", "proposes", "write", "writes", "does", "really", "exactly", "actually", "example", "regarding", "concerning",
    };

    private static QuestionKind KindOf(string text)
    {
        if (TimeQuestion().IsMatch(text))
        {
            return QuestionKind.Time;
        }

        if (QuantityQuestion().IsMatch(text))
        {
            return QuestionKind.Quantity;
        }

        var first = FirstAsking().Match(text);
        return first.Value.ToLowerInvariant() switch
        {
            "who" or "whom" or "whose" => QuestionKind.Person,
            "where" => QuestionKind.Place,
            "why" => QuestionKind.Reason,
            _ when WishQuestion().IsMatch(text) => QuestionKind.Wish,
            _ when WordingQuestion().IsMatch(text) => QuestionKind.Wording,
            _ when ConsequenceQuestion().IsMatch(text) => QuestionKind.Consequence,
            "what" when DefinitionQuestion().IsMatch(text) => QuestionKind.Definition,
            "what" or "which" or "how" => QuestionKind.Open,
            _ => YesNoQuestion().IsMatch(text) ? QuestionKind.YesNo : QuestionKind.Open,
        };
    }

    private static int FindTypeUnit(SearchQuery query)
    {
        var match = TypeNoun().Match(query.Text);
        if (!match.Success)
        {
            return -1;
        }

        for (var i = 0; i < query.Units.Count; i++)
        {
            if (query.Tokens[query.Units[i].First].Start == match.Groups["noun"].Index)
            {
                return i;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"\b(who\s+(wrote\s*(it|this|that)?\s*\W*$|is\s+the\s+(author|writer))|(author|writer)('s|’s)?\s+(affiliat|background|name|profession|job|from|work|teach|stud)|(is|are|does|did|was)\s+the\s+(author|writer)\s+(affiliated|from|work|teach|study|based|employed|funded|interested)|wrote\s+(this|the)\s+(article|text|essay|reading|piece|paper))", RegexOptions.IgnoreCase)]
    private static partial Regex AuthorQuestion();

    // "What happens when …" asks for no time.
    [GeneratedRegex(@"\b(when\s+(is|was|were|are|did|do|does|will|would|has|have|had|should|can|could|might|exactly)|(since|until|by)\s+when|(what|which)\s+(year|date|day|month|century|decade|time|era|period)|how\s+(long\s+ago|recently))\b|\bwhen\W*$", RegexOptions.IgnoreCase)]
    private static partial Regex TimeQuestion();

    [GeneratedRegex(@"\b(when\s+(was|were|did|had|will)|(since|until)\s+when|(what|which)\s+(year|date|day|month|century|decade))\b", RegexOptions.IgnoreCase)]
    private static partial Regex DateQuestion();

    [GeneratedRegex(@"\b(how\s+(many|much|long|far|old|tall|high|large|big|often|fast|deep|heavy|wide)|(what|which)\s+(is|was|are|were)?\s*(the\s+)?(\w+\s+)?(number|population|percentage|percent|share|proportion|amount|cost|price|size|length|height|width|depth|weight|distance|speed|rate|age|salary|budget|area|temperature|total|ratio))\b", RegexOptions.IgnoreCase)]
    private static partial Regex QuantityQuestion();

    [GeneratedRegex(@"\b(called|named|labell?ed|termed|dubbed|describe[sd]?|portray(s|ed)?|characteri[sz]e[sd]?|refer(s|red)?\s+to|(what|how)\s+(do|does|did|has|have|was|is)\b.*\b(say|said|call|remark|see|view)|(name|term|word|label)\s+(for|of))\b", RegexOptions.IgnoreCase)]
    private static partial Regex WordingQuestion();

    [GeneratedRegex(@"\b(what\s+(could|would|will|might|may|can)?\s*happens?|(effect|result|consequence|impact|outcome|risk|danger)s?\s+of|result(s|ed)?\s+from|lead(s)?\s+to|led\s+to)\b", RegexOptions.IgnoreCase)]
    private static partial Regex ConsequenceQuestion();

    [GeneratedRegex(@"\bwhat\s+(else\s+)?(do|does|did|would|should|must)\s+.*\b(want|demand|ask\s+for|seek|insist\s+on|propose|recommend|advocate|need|wish|hope|call\s+for|suggest|expect|do)\b|\bwhat\s+(is|are|was|were)\s+.*\b(demand|goal|aim|wish|condition|proposal|recommendation)s?\b|\bwhat\s+(should|must|ought)\b", RegexOptions.IgnoreCase)]
    private static partial Regex WishQuestion();

    [GeneratedRegex(@"\bwho\s*('s|’s|is|was|are|were)\s+(the|an?|\p{L}+('s|’s))\b", RegexOptions.IgnoreCase)]
    private static partial Regex IdentityQuestion();

    [GeneratedRegex(@"\b(who|whom|whose|where|why|what|which|how)\b", RegexOptions.IgnoreCase)]
    private static partial Regex FirstAsking();

    [GeneratedRegex(@"^\W*what\s+(is|are|was|were|does)\s+(an?\s+|the\s+)?[\w’'.-]+(\s+[\w’'.-]+)?(\s+(mean|stand\s+for))?\s*\?*\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex DefinitionQuestion();

    [GeneratedRegex(@"^\W*(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|shall|may|might|must)\b", RegexOptions.IgnoreCase)]
    private static partial Regex YesNoQuestion();

    [GeneratedRegex(@"\b(which|what|how\s+many|whose)\s+(?:of\s+the\s+)?(?:other\s+)?(?<noun>\w+)", RegexOptions.IgnoreCase)]
    private static partial Regex TypeNoun();
}
