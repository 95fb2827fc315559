using Bot.Library.Search;

namespace Bot.Library.Lexicons;

/// <summary>Which words are opposed to which. Immutable and safe for many threads.</summary>
public sealed class Opposites
{
    private readonly Dictionary<string, HashSet<string>> byStem = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> byForm = new(StringComparer.Ordinal);

    private Opposites()
    {
    }

    /// <summary>Reads a file of lines <c>a, b | c, d</c>: each word on one side is opposed to each on the other.</summary>
    /// <param name="path">The file, such as <c>antonyms.txt</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">A line is not in that form; the message names file and line.</exception>
    public static Opposites Load(string path)
    {
        var opposites = new Opposites();
        foreach (var (left, right) in Pairs(path))
        {
            Add(opposites.byStem, Stem(left), Stem(right));
            Add(opposites.byStem, Stem(right), Stem(left));
            Add(opposites.byForm, WordForm.Of(left), WordForm.Of(right));
            Add(opposites.byForm, WordForm.Of(right), WordForm.Of(left));
        }

        return opposites;
    }

    /// <summary>The stems that are opposed to a stem; empty for most.</summary>
    public IReadOnlySet<string> Of(string stem) => byStem.GetValueOrDefault(stem) ?? [];

    /// <summary>The same by the forms of <see cref="WordForm"/>, which are surer: words of one stem may differ in meaning.</summary>
    public IReadOnlySet<string> OfForm(string form) => byForm.GetValueOrDefault(form) ?? [];

    /// <summary>Every group of words that answer the same question in opposite ways, one line of a file each.</summary>
    internal static IEnumerable<IReadOnlyList<string>> Groups(string path) =>
        LexiconLines.Of(path).Select(line => line.Content.Split(['|', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<(string Left, string Right)> Pairs(string path)
    {
        foreach (var (content, number) in LexiconLines.Of(path))
        {
            var sides = content.Split('|');
            if (sides.Length != 2)
            {
                throw new FormatException($"{path}, line {number}: write the opposed words on two sides of one “|”.");
            }

            foreach (var left in Words(sides[0]))
            {
                foreach (var right in Words(sides[1]))
                {
                    yield return (left, right);
                }
            }
        }
    }

    private static IEnumerable<string> Words(string side) => side
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(words => TextAnalysis.Tokenize(words).Count == 1);

    private static string Stem(string word) => TextAnalysis.Tokenize(word)[0].Term;

    private static void Add(Dictionary<string, HashSet<string>> opposed, string word, string opposite)
    {
        if (!opposed.TryGetValue(word, out var all))
        {
            opposed[word] = all = new HashSet<string>(StringComparer.Ordinal);
        }

        all.Add(opposite);
    }
}
