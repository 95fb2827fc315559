using System.Buffers;
using System.Runtime.CompilerServices;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>A sentence read word by word: which of its words are denied, and by which word.</summary>
internal sealed class Statement
{
    // A denial holds to the end of its clause, or as far as clauses reach on average; what is prevented or refused stands nearer.
    private const int ReachOfDenial = 12;
    private const int ReachOfReversal = 6;
    private const int ReachOfLack = 4;
    private const int LongestExcerpt = 70;

    // "A few" and "a little" are something, "few" and "little" next to nothing.
    private static readonly HashSet<string> NextToNothing = ["few", "little"];
    private static readonly HashSet<string> Lacks = ["no", "without", "few", "little"];
    private static readonly HashSet<string> Emphases = ["only", "least", "doubt"];
    private static readonly HashSet<string> Modals =
        ["should", "must", "ought", "need", "cannot", "can", "will", "shall", "can't", "won't", "shouldn't", "mustn't", "needn't"];

    private static readonly HashSet<string> Openers =
        ["but", "yet", "although", "though", "while", "whereas", "because", "since", "if", "when", "whenever", "unless", "until", "so", "whether", "where"];

    // What follows these goes on about the same subject.
    private static readonly HashSet<string> Joiners = ["and", "which", "who"];

    private static readonly SearchValues<char> AnySigns = SearchValues.Create(",;:()–—");
    private static readonly SearchValues<char> HardSigns = SearchValues.Create(";:()–—");

    // A paragraph is read once for as long as it is on the shelf: a debate looks at the same ones for each motion.
    private static readonly ConditionalWeakTable<Paragraph, List<Statement>> Read = [];

    private readonly Dictionary<string, List<int>> places = new(StringComparer.Ordinal);
    private readonly int[] clauses;
    private readonly int[] phrases;
    private readonly int?[] deniers;

    private Statement(string text, Lexicon lexicon)
    {
        Text = text;
        Tokens = TextAnalysis.Tokenize(text);
        Forms = [.. Tokens.Select(token => WordForm.Of(text[token.Start..token.End]))];
        Verdicts = [.. Forms.Select((form, i) => IsOfName(i) ? Library.Lexicons.Verdicts.None : lexicon.Verdicts.Of(form))];
        Negations = [.. Tokens.Select((_, i) => IsNegation(lexicon, i))];
        clauses = Parts(HardSigns, Openers);
        phrases = Parts(AnySigns, [.. Openers, .. Joiners]);
        deniers = Deniers();
        for (var i = 0; i < Tokens.Count; i++)
        {
            if (!Tokens[i].IsStopWord)
            {
                Place(Tokens[i].Term, i);
            }
        }

        foreach (var match in lexicon.Concepts.Match(Tokens).Where(match => match.Kinship is Kinship.Place or Kinship.Synonym))
        {
            Place(match.Concept, match.First);
        }
    }

    /// <summary>The sentence.</summary>
    public string Text { get; }

    /// <summary>Its words.</summary>
    public IReadOnlyList<Token> Tokens { get; }

    /// <summary>The words as <see cref="WordForm"/> gives them.</summary>
    public IReadOnlyList<string> Forms { get; }

    /// <summary>What verdict each word passes.</summary>
    public IReadOnlyList<Verdicts> Verdicts { get; }

    /// <summary>Which words deny.</summary>
    public IReadOnlyList<bool> Negations { get; }

    /// <summary>Whether it asks.</summary>
    public bool IsQuestion => Text.TrimEnd('"', '”', '’', '\'', ')', ' ').EndsWith('?');

    /// <summary>Reads a sentence.</summary>
    public static Statement Of(string text, Lexicon lexicon) => new(text, lexicon);

    /// <summary>Reads the sentences of a paragraph.</summary>
    public static List<Statement> AllOf(Paragraph paragraph, Lexicon lexicon) =>
        Read.GetValue(paragraph, _ => [.. paragraph.Sentences.Select((_, i) => new Statement(paragraph.Quote(i + 1, i + 1), lexicon))]);

    /// <summary>Where a stem or concept stands.</summary>
    public IReadOnlyList<int> PlacesOf(string term) => places.GetValueOrDefault(term) ?? [];

    /// <summary>Where words that pass a verdict stand.</summary>
    public IEnumerable<int> PlacesOf(Verdicts verdict) => Enumerable.Range(0, Tokens.Count).Where(place => Verdicts[place].HasFlag(verdict));

    /// <summary>Whether an odd number of words denies this one.</summary>
    public bool IsDenied(int place) => deniers[place] is not null;

    /// <summary>The nearest word that denies this one; null where it is affirmed.</summary>
    public int? DenierOf(int place) => deniers[place];

    /// <summary>Whether a word is denied by "no", "without" or the like, and so is not there.</summary>
    public bool IsLacking(int place) => deniers[place] is { } denier && Lacks.Contains(Forms[denier]);

    /// <summary>Whether two words stand in one clause, commas and "and" aside.</summary>
    public bool InOneClause(int one, int other) => clauses[one] == clauses[other];

    /// <summary>Whether nothing parts two words, not even a comma or "and".</summary>
    public bool InOnePhrase(int one, int other) => phrases[one] == phrases[other];

    /// <summary>The text from one word to another, both included.</summary>
    public string Words(int first, int last) => Text[Tokens[first].Start..Tokens[last].End];

    /// <summary>The same for showing, shortened in the middle where it is long.</summary>
    public string Excerpt(int first, int last)
    {
        var whole = Words(first, last);
        return whole.Length <= LongestExcerpt ? whole : $"{Words(first, Math.Min(first + 2, last))} … {Words(last, last)}";
    }

    /// <summary>The place of a denial, or of the little word before it: "does not" reads better than a bare "not".</summary>
    public int WithAuxiliary(int denial) =>
        denial > 0 && Tokens[denial - 1].IsStopWord && InOneClause(denial - 1, denial) ? denial - 1 : denial;

    /// <summary>Where the denial of a word begins; where it is affirmed, the word itself.</summary>
    public int StartOfDenial(int place) => WithAuxiliary(deniers[place] ?? place);

    /// <summary>Whether a word says a duty, a power or a prediction: "should", "cannot", "will".</summary>
    public bool IsModal(int place) => Modals.Contains(Words(place, place).ToLowerInvariant().Replace('’', '\''));

    private void Place(string term, int place)
    {
        if (!places.TryGetValue(term, out var all))
        {
            places[term] = all = [];
        }

        all.Add(place);
    }

    // The Poor Law and the Right Bank are neither blamed nor praised by their names.
    private bool IsOfName(int i) => i > 0 && char.IsUpper(Text[Tokens[i].Start]) && Text.AsSpan(Tokens[i].Start, Tokens[i].End - Tokens[i].Start).ContainsAnyInRange('a', 'z');

    private bool IsNegation(Lexicon lexicon, int i)
    {
        var word = Text[Tokens[i].Start..Tokens[i].End];
        var isNegation = lexicon.Stance.EffectOf(word, Tokens[i].Term) == StanceEffect.Negation
            || (NextToNothing.Contains(Forms[i]) && (i == 0 || Forms[i - 1] != "a"));
        return isNegation && !(i + 1 < Tokens.Count && Emphases.Contains(Text[Tokens[i + 1].Start..Tokens[i + 1].End].ToLowerInvariant()));
    }

    private int[] Parts(SearchValues<char> signs, HashSet<string> openers)
    {
        var numbers = new int[Tokens.Count];
        for (var i = 1; i < numbers.Length; i++)
        {
            var between = Text.AsSpan(Tokens[i - 1].End, Tokens[i].Start - Tokens[i - 1].End);
            var word = Text[Tokens[i].Start..Tokens[i].End].ToLowerInvariant();
            numbers[i] = numbers[i - 1] + (between.ContainsAny(signs) || openers.Contains(word) ? 1 : 0);
        }

        return numbers;
    }

    private int?[] Deniers()
    {
        var nearest = new int?[Tokens.Count];
        for (var i = 0; i < Tokens.Count; i++)
        {
            var reach = Negations[i] ? Lacks.Contains(Forms[i]) ? ReachOfLack : ReachOfDenial
                : Verdicts[i].HasFlag(Library.Lexicons.Verdicts.Reversal) ? ReachOfReversal
                : 0;
            for (var j = i + 1; j <= i + reach && j < Tokens.Count && InOnePhrase(i, j); j++)
            {
                nearest[j] = nearest[j] is null || Lacks.Contains(Forms[i]) ? i : null;
            }
        }

        return nearest;
    }
}
