using Bot.Library.Search;
using YamlDotNet.Serialization;

namespace Bot.Seminar.Summary;

/// <summary>The words that judge: that call something good or bad, or deny it. Immutable.</summary>
internal sealed class Judgement
{
    private static readonly string[] Lists = ["positive", "negative", "negation"];
    private readonly HashSet<string> stems;

    private Judgement(IEnumerable<string> words) =>
        stems = words.Where(word => !word.Contains(' ', StringComparison.Ordinal)).SelectMany(TextAnalysis.Tokenize).Select(token => token.Term)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads the words of a stance file: its lists <c>positive</c>, <c>negative</c> and <c>negation</c>.</summary>
    /// <param name="path">A YAML file of lists.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    public static Judgement Load(string path)
    {
        using var reader = File.OpenText(path);
        var lists = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>?>>(reader);
        return new Judgement(Lists.SelectMany(name => lists.GetValueOrDefault(name) ?? []));
    }

    /// <summary>How plainly some words judge: 0 for none that does, 1 for three or more.</summary>
    public double Of(IEnumerable<string> terms) => Math.Min(3, terms.Count(stems.Contains)) / 3.0;
}
