using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>A claim that something is wanted for or against.</summary>
internal sealed partial class Claim
{
    // Overall tones lie mostly between -1 and 1.
    private const double ClearlyNegative = 0.4;

    private const int FewestUnitsOfPart = 2;

    public Claim(string text, Lexicon lexicon)
    {
        Lexicon = lexicon;
        Query = SearchQuery.Parse(text, lexicon);
        Statement = Statement.Of(Query.Text, lexicon);
        Profile = StanceProfile.Of(Query.Text, lexicon);
        Denies = Profile.Negations % 2 == 1 || Profile.Overall < -ClearlyNegative;
        OwnStems = [.. Query.Tokens.Where(token => !token.IsStopWord && !IsAdverb(Query.Text[token.Start..token.End])).Select(token => token.Term)];
        Verb = FirstVerb();
    }

    /// <summary>What the bot knows of words.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The words that it turns on.</summary>
    public SearchQuery Query { get; }

    /// <summary>The same word by word; its tokens are those of <see cref="Query"/>.</summary>
    public Statement Statement { get; }

    /// <summary>How it speaks of them.</summary>
    public StanceProfile Profile { get; }

    /// <summary>Whether it denies or blames, so that what speaks against it affirms.</summary>
    public bool Denies { get; }

    /// <summary>Whether it says what ought to be done.</summary>
    public bool AsksDuty => Statement.Forms.Any(form => form is "should" or "must" or "ought");

    /// <summary>Whether it says what ought to be, can be or will be.</summary>
    public bool HasModal => Enumerable.Range(0, Statement.Tokens.Count).Any(Statement.IsModal);

    /// <summary>Whether it has a word that denies.</summary>
    public bool HasNegation => Statement.Negations.Any(isNegation => isNegation);

    /// <summary>The stems of its words that say something, without adverbs.</summary>
    public HashSet<string> OwnStems { get; }

    /// <summary>
    /// The place of the word that begins what is said of the subject: "should", "is", "rewards"; what stands before it is what the claim
    /// is about. 0 where it cannot be told.
    /// </summary>
    public int Verb { get; }

    /// <summary>
    /// The claim and, where it gives a reason, the two halves as well: what speaks against the reason speaks against the claim.
    /// </summary>
    public IEnumerable<Claim> WithParts()
    {
        yield return this;
        var parts = Connective().Split(Query.Text).Select(part => new Claim(part, Lexicon)).ToList();
        foreach (var part in parts.Where(part => parts.Count > 1 && part.Query.Units.Count >= FewestUnitsOfPart))
        {
            yield return part;
        }
    }

    // An auxiliary, or else the first word that agrees with the one before as a verb does with its subject: "zoning protects",
    // "sanctions hurt".
    private int FirstVerb()
    {
        var auxiliary = Auxiliary().Match(Query.Text);
        if (auxiliary.Success && Query.Units.Any(unit => Query.Tokens[unit.First].Start < auxiliary.Index))
        {
            return Enumerable.Range(0, Query.Tokens.Count).First(i => Query.Tokens[i].Start >= auxiliary.Index);
        }

        for (var i = 1; i < Query.Tokens.Count; i++)
        {
            if (!Query.Tokens[i].IsStopWord && !Query.Tokens[i - 1].IsStopWord && IsVerbAfter(Word(i - 1), Word(i)) && StartsUnit(i))
            {
                return i;
            }
        }

        return 0;
    }

    private static bool IsVerbAfter(string subject, string word) => char.IsLower(word[0]) && !IsAdverb(word)
        && (IsPlural(subject) ? !IsPlural(word) : IsPlural(word) || word.EndsWith("ed", StringComparison.Ordinal));

    private static bool IsPlural(string word) => word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) && !word.EndsWith("'s", StringComparison.Ordinal);

    private string Word(int place) => Query.Text[Query.Tokens[place].Start..Query.Tokens[place].End];

    private bool StartsUnit(int place) => Query.Units.Any(unit => unit.First == place) || !Query.Units.Any(unit => unit.First < place && unit.Text.Contains(' ', StringComparison.Ordinal)
        && Query.Tokens[unit.First].Start + unit.Text.Length > Query.Tokens[place].Start);

    // "Closely" stems to "close", but nothing is open to it.
    private static bool IsAdverb(string word) => word.Length > 4 && word.EndsWith("ly", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\b(?:because(?:\s+of)?|since|due\s+to|therefore|hence)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Connective();

    [GeneratedRegex(
        @"\b(?:(?:can|could|may|might|must|shall|should|will|would|ought|need|needs|is|are|was|were|has|have|had|do|does|did)(?:n[’']t)?|cannot|never|no\s+longer)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Auxiliary();
}
