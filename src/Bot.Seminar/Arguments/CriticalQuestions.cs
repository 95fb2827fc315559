using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Bot.Seminar.Arguments;

/// <summary>
/// Questions that test a kind of claim, after the argumentation schemes of Walton, Reed and Macagno (2008). Immutable and safe for many
/// threads.
/// </summary>
internal sealed partial class CriticalQuestions
{
    private const string DefaultKind = "assertion";
    private const string Gap = "…";
    private const int MaxGap = 8;
    private const int MaxQuestions = 4;

    private readonly Dictionary<string, List<string>> cues;

    private CriticalQuestions(Dictionary<string, List<string>> cues) => this.cues = cues;

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "critical-questions.yaml");

    /// <summary>Reads what tells the kinds of claims apart from a YAML file: under the name of each kind, its cues.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or not in that form; the message names it and says what is wrong.</exception>
    public static CriticalQuestions Load(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var cues = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>>>(reader);
            return cues is not null && cues.ContainsKey(DefaultKind) && cues.Keys.All(kind => Of(kind, CultureInfo.InvariantCulture).Count > 0)
                ? new CriticalQuestions(cues)
                : throw new InvalidDataException($"{path}: name the kind “{DefaultKind}”, and no kind that there are no questions for.");
        }
        catch (IOException missing)
        {
            throw new InvalidDataException($"The critical questions {path} cannot be read: {missing.Message}", missing);
        }
        catch (YamlException problem)
        {
            throw new InvalidDataException($"{path}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }

    /// <summary>What kind of claim it is: the kind whose longest cue is in it; <c>assertion</c> where there is none.</summary>
    /// <param name="claim">The claim.</param>
    public string KindOf(string claim)
    {
        var words = $" {string.Join(' ', Word().Matches(claim).Select(word => word.Value.ToLowerInvariant()))} ";
        return cues
            .Select(kind => (kind.Key, Cue: kind.Value.Where(cue => Stands(cue, words)).Select(cue => cue.Length).DefaultIfEmpty(0).Max()))
            .Where(kind => kind.Cue > 0)
            .OrderByDescending(kind => kind.Cue)
            .Select(kind => kind.Key)
            .FirstOrDefault(DefaultKind);
    }

    /// <summary>The questions for a kind of claim, always in the same order.</summary>
    /// <param name="kind">One that <see cref="KindOf"/> gave.</param>
    /// <param name="language">The language that they are asked in.</param>
    public static IReadOnlyList<string> Of(string kind, CultureInfo language) =>
        [.. Enumerable.Range(1, MaxQuestions).Select(number => QuestionTexts.ResourceManager.GetString($"{kind}-{number}", language)).OfType<string>()];

    private static bool Stands(string cue, string words) => cue.Contains(Gap, StringComparison.Ordinal)
        ? Regex.IsMatch(words, Pattern(cue))
        : words.Contains($" {cue} ", StringComparison.Ordinal);

    // "as … as": its parts in this order, some words apart.
    private static string Pattern(string cue) =>
        $" {string.Join($@"(?: \S+){{1,{MaxGap}}} ", cue.Split(Gap).Select(part => Regex.Escape(part.Trim())))} ";

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")]
    private static partial Regex Word();
}
