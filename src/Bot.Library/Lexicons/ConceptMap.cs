using System.Globalization;
using Bot.Library.Search;

namespace Bot.Library.Lexicons;

/// <summary>How near the members of a group of words stand to each other.</summary>
public enum Kinship
{
    /// <summary>Names of one state: country, people, capital, seat of government.</summary>
    Place,

    /// <summary>Words that can stand for each other in most sentences.</summary>
    Synonym,

    /// <summary>Words that answer the same question in opposite ways, such as "work" and "fail".</summary>
    Antonym,

    /// <summary>Places that belong together without being the same.</summary>
    RelatedPlace,
}

/// <summary>A group that a run of words belongs to.</summary>
/// <param name="Concept">The group's own search term; no word has the same.</param>
/// <param name="Kinship">How near its members are.</param>
/// <param name="First">The index of the first token of the run.</param>
/// <param name="Count">How many tokens it has.</param>
public readonly record struct ConceptMatch(string Concept, Kinship Kinship, int First, int Count);

/// <summary>
/// Groups of words and phrases that mean nearly the same, as read from files in the synonym format of Solr and Lucene:
/// equivalents on one line, separated by commas; <c>#</c> begins a comment. A phrase alone on its line keeps the words inside it
/// from being read as members of other groups: "Indian Ocean" is not India.
/// </summary>
public sealed class ConceptMap
{
    private readonly Node root = new();
    private int groups;

    /// <summary>Adds the groups of one file.</summary>
    /// <param name="path">The file; its format is the class's.</param>
    /// <param name="kinship">What the groups of this file are.</param>
    /// <exception cref="FormatException">A line is not in the format; the message names file and line.</exception>
    public void AddFile(string path, Kinship kinship)
    {
        foreach (var (content, number) in LexiconLines.Of(path))
        {
            var forms = content.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (content.Contains("=>", StringComparison.Ordinal))
            {
                throw new FormatException($"{path}, line {number}: write equivalents separated by commas; '=>' is not understood.");
            }

            AddGroup(forms, kinship);
        }
    }

    /// <summary>Adds one group.</summary>
    public void AddGroup(IEnumerable<string> forms, Kinship kinship)
    {
        var concept = string.Create(CultureInfo.InvariantCulture, $"={groups++}");
        foreach (var form in forms)
        {
            var node = root;
            foreach (var token in TextAnalysis.Tokenize(form))
            {
                node = node.Next(token.Term);
            }

            if (node != root && !node.Concepts.Contains((concept, kinship)))
            {
                node.Concepts.Add((concept, kinship));
            }
        }
    }

    /// <summary>The groups that the words of a text belong to. The longest run wins, and shields the words inside it.</summary>
    public IReadOnlyList<ConceptMatch> Match(IReadOnlyList<Token> tokens)
    {
        var matches = new List<ConceptMatch>();
        for (var first = 0; first < tokens.Count;)
        {
            var count = LongestRun(tokens, first, out var node);
            foreach (var (concept, kinship) in node.Concepts)
            {
                matches.Add(new ConceptMatch(concept, kinship, first, count));
            }

            first += Math.Max(count, 1);
        }

        return matches;
    }

    private int LongestRun(IReadOnlyList<Token> tokens, int first, out Node longest)
    {
        var node = longest = root;
        var count = 0;
        for (var i = first; i < tokens.Count && node.TryNext(tokens[i].Term, out node); i++)
        {
            // A lone function word is no name of anything, whatever it is a form of.
            var isLoneStopWord = i == first && tokens[i].IsStopWord;
            if (node.Concepts.Count > 0 && !isLoneStopWord)
            {
                (longest, count) = (node, i - first + 1);
            }
        }

        return count;
    }

    private sealed class Node
    {
        private Dictionary<string, Node>? children;

        public List<(string Concept, Kinship Kinship)> Concepts { get; } = [];

        public Node Next(string term)
        {
            children ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!children.TryGetValue(term, out var next))
            {
                children[term] = next = new Node();
            }

            return next;
        }

        public bool TryNext(string term, out Node next)
        {
            next = this;
            return children is not null && children.TryGetValue(term, out next!);
        }
    }
}
