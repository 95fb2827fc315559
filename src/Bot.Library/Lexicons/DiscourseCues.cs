using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Bot.Library.Lexicons;

/// <summary>What a sentence does in an argument.</summary>
public enum DiscourseRole
{
    /// <summary>Grants a point to the other side.</summary>
    Concession,

    /// <summary>Answers or corrects what was said.</summary>
    Rebuttal,

    /// <summary>States what the text maintains.</summary>
    Thesis,

    /// <summary>Gives a ground, cause or consequence.</summary>
    Reason,

    /// <summary>Says what ought to be done.</summary>
    Recommendation,

    /// <summary>Reports facts, figures, studies or sources.</summary>
    Evidence,

    /// <summary>Names who says or thinks something.</summary>
    Attribution,

    /// <summary>Gives a case.</summary>
    Example,

    /// <summary>Says what something is or is called.</summary>
    Definition,

    /// <summary>Says what will or would come.</summary>
    Prediction,

    /// <summary>Sets things side by side.</summary>
    Comparison,
}

/// <summary>A cue that stands in a text.</summary>
/// <param name="Role">What the cue shows.</param>
/// <param name="Text">The words of the text that are the cue, verbatim; <c>…</c> where other words stand between them.</param>
/// <param name="Start">The offset of the cue's first UTF-16 code unit in the text.</param>
/// <param name="End">The offset behind its last one.</param>
public readonly record struct CueMatch(DiscourseRole Role, string Text, int Start, int End);

/// <summary>Word sequences that show what a sentence does in an argument. Immutable and safe for many threads.</summary>
public sealed class DiscourseCues
{
    private readonly Node root = new();

    private DiscourseCues()
    {
    }

    /// <summary>Reads the cues from a YAML file: a list of cues under the name of each role, in lower case.</summary>
    /// <param name="path">The file, such as <c>discourse.yaml</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is not in that form; the message names it and says what is wrong.</exception>
    public static DiscourseCues Load(string path)
    {
        var cues = new DiscourseCues();
        foreach (var (name, list) in Read(path))
        {
            if (!Enum.TryParse<DiscourseRole>(name, ignoreCase: true, out var role))
            {
                throw new FormatException($"{path}: “{name}” is no role; the roles are {string.Join(", ", Enum.GetNames<DiscourseRole>()).ToLowerInvariant()}.");
            }

            foreach (var cue in list ?? [])
            {
                cues.Add(role, cue);
            }
        }

        return cues;
    }

    /// <summary>The cues that stand in a text: of each role, the longest one at each place where one begins.</summary>
    /// <param name="text">One sentence, or a few.</param>
    /// <returns>In the order of the text.</returns>
    public IReadOnlyList<CueMatch> Match(string text)
    {
        var words = CueWord.Split(text);
        var matches = new List<CueMatch>();
        for (var first = 0; first < words.Count; first++)
        {
            var sought = new Sought(text, words);
            Follow(root, first, first, sought);
            matches.AddRange(sought.Longest);
        }

        return matches;
    }

    private static Dictionary<string, List<string>?> Read(string path)
    {
        using var reader = File.OpenText(path);
        try
        {
            return new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>?>>(reader) ?? [];
        }
        catch (YamlException problem)
        {
            throw new FormatException($"{path}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }

    private void Add(DiscourseRole role, string cue)
    {
        var node = root;
        foreach (var (part, i) in cue.Split(CueWord.Gap).Select((part, i) => (part, i)))
        {
            node = i == 0 ? node : node.Next(CueWord.Gap);
            foreach (var word in CueWord.Split(part))
            {
                node = node.Next(word.Form);
            }
        }

        if (node != root)
        {
            node.Roles.Add(role);
        }
    }

    // Walks the cues from a node along the words. A run is the stretch of words since the last gap.
    private static void Follow(Node node, int next, int run, Sought sought)
    {
        var words = sought.Words;
        if (node.Roles.Count > 0)
        {
            sought.Found(node.Roles, run, next - 1);
        }

        if (next < words.Count && node.Child(words[next].Form) is { } child)
        {
            Follow(child, next + 1, run, sought);
        }

        if (node.Child(CueWord.Gap) is not { } gap)
        {
            return;
        }

        sought.Runs.Push((run, next - 1));
        for (var behind = next + 1; behind <= next + CueWord.LongestGap && behind < words.Count; behind++)
        {
            if (gap.Child(words[behind].Form) is { } resumed)
            {
                Follow(resumed, behind + 1, behind, sought);
            }
        }

        sought.Runs.Pop();
    }

    private sealed class Sought(string text, IReadOnlyList<CueWord> words)
    {
        private readonly Dictionary<DiscourseRole, CueMatch> longest = [];

        public IReadOnlyList<CueWord> Words => words;

        public Stack<(int First, int Last)> Runs { get; } = [];

        public IEnumerable<CueMatch> Longest => longest.Values.OrderBy(match => match.Role);

        public void Found(IEnumerable<DiscourseRole> roles, int run, int last)
        {
            var runs = Runs.Reverse().Append((First: run, Last: last)).ToList();
            var shown = string.Join($" {CueWord.Gap} ", runs.Select(part => text[words[part.First].Start..words[part.Last].End]));
            foreach (var role in roles)
            {
                if (!longest.TryGetValue(role, out var other) || other.End < words[last].End)
                {
                    longest[role] = new CueMatch(role, shown, words[runs[0].First].Start, words[last].End);
                }
            }
        }
    }

    private sealed class Node
    {
        private readonly Dictionary<string, Node> children = new(StringComparer.Ordinal);

        public HashSet<DiscourseRole> Roles { get; } = [];

        public Node? Child(string word) => children.GetValueOrDefault(word);

        public Node Next(string word) => children.TryGetValue(word, out var next) ? next : children[word] = new Node();
    }
}
