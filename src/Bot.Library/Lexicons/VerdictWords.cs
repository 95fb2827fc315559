using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Bot.Library.Lexicons;

/// <summary>What a word says of a thing that is judged as a whole.</summary>
[Flags]
public enum Verdicts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It does what it is for, or is right to have: "work", "realistic".</summary>
    Success = 1,

    /// <summary>It does not, or is wrong to have: "fail", "futile".</summary>
    Failure = 2,

    /// <summary>Somebody is for what follows: "justify".</summary>
    Approval = 4,

    /// <summary>Somebody is against what follows: "condemn".</summary>
    Disapproval = 8,

    /// <summary>The opposite of what follows comes about: "prevent", "refuse".</summary>
    Reversal = 16,

    /// <summary>To ask for it is to judge that what is named should not be: "abolish".</summary>
    Removal = 32,
}

/// <summary>Words that pass a verdict. Immutable and safe for many threads.</summary>
public sealed class VerdictWords
{
    private readonly Dictionary<string, Verdicts> words = new(StringComparer.Ordinal);

    private VerdictWords()
    {
    }

    /// <summary>Reads the words from a YAML file: a list of single words under the name of each verdict.</summary>
    /// <param name="path">The file, such as <c>verdicts.yaml</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is not in that form; the message names it and says what is wrong.</exception>
    public static VerdictWords Load(string path)
    {
        var verdicts = new VerdictWords();
        foreach (var (name, list) in Read(path))
        {
            if (!Enum.TryParse<Verdicts>(name, ignoreCase: true, out var verdict) || verdict == Verdicts.None)
            {
                throw new FormatException($"{path}: “{name}” is no verdict; the verdicts are success, failure, approval, disapproval, reversal and removal.");
            }

            foreach (var form in (list ?? []).Select(WordForm.Of))
            {
                verdicts.words[form] = verdicts.words.GetValueOrDefault(form) | verdict;
            }
        }

        return verdicts;
    }

    /// <summary>What a word says; <see cref="Verdicts.None"/> for most.</summary>
    /// <param name="form">The word as <see cref="WordForm"/> gives it.</param>
    public Verdicts Of(string form) => words.GetValueOrDefault(form);

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
