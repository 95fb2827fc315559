using Bot.Library.Search;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Bot.Library.Lexicons;

/// <summary>What a word does to the stance of a sentence.</summary>
public enum StanceEffect
{
    /// <summary>Speaks well of something.</summary>
    Positive,

    /// <summary>Speaks ill of something.</summary>
    Negative,

    /// <summary>Denies what it stands with.</summary>
    Negation,

    /// <summary>Turns what follows into its opposite without denying it: "prevent harm" is good.</summary>
    Shifter,

    /// <summary>Strengthens.</summary>
    Intensifier,

    /// <summary>Weakens.</summary>
    Hedge,
}

/// <summary>Words that judge, deny, strengthen and weaken. Immutable and safe for many threads.</summary>
public sealed class StanceWords
{
    private readonly Dictionary<string, StanceEffect> words = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, StanceEffect> stems = new(StringComparer.Ordinal);

    private StanceWords()
    {
    }

    /// <summary>Reads the words from a YAML file: a list under the name of each effect. Phrases count by their words.</summary>
    /// <param name="path">The file, such as <c>stance.yaml</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is not in that form; the message names it and says what is wrong.</exception>
    public static StanceWords Load(string path)
    {
        var stance = new StanceWords();
        foreach (var (name, list) in Read(path))
        {
            if (!Enum.TryParse<StanceEffect>(name, ignoreCase: true, out var effect))
            {
                throw new FormatException($"{path}: “{name}” is no effect; the effects are {string.Join(", ", Enum.GetNames<StanceEffect>()).ToLowerInvariant()}.");
            }

            foreach (var word in (list ?? []).Where(word => !word.Contains(' ', StringComparison.Ordinal)))
            {
                stance.words.TryAdd(word, effect);
                foreach (var token in TextAnalysis.Tokenize(word).Take(1))
                {
                    stance.stems.TryAdd(token.Term, effect);
                }
            }
        }

        return stance;
    }

    /// <summary>What a word does, by the word itself or else by its stem; null for most words.</summary>
    /// <param name="word">As it is written, in any case.</param>
    /// <param name="stem">Its search term.</param>
    public StanceEffect? EffectOf(string word, string stem)
    {
        if (word.EndsWith("n't", StringComparison.OrdinalIgnoreCase) || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase))
        {
            return StanceEffect.Negation;
        }

        return words.TryGetValue(word, out var effect) || stems.TryGetValue(stem, out effect) ? effect : null;
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
}
