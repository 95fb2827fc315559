using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

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

    private readonly Dictionary<string, Kind> kinds;

    private CriticalQuestions(Dictionary<string, Kind> kinds) => this.kinds = kinds;

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "critical-questions.yaml");

    /// <summary>Reads the questions from a YAML file: under the name of each kind of claim, <c>cues</c> and <c>questions</c>.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or not in that form; the message names it and says what is wrong.</exception>
    public static CriticalQuestions Load(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var kinds = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<Dictionary<string, Kind>>(reader);
            return kinds is not null && kinds.ContainsKey(DefaultKind) && kinds.Values.All(kind => kind.Questions.Count > 0)
                ? new CriticalQuestions(kinds)
                : throw new InvalidDataException($"{path}: name the kind “{DefaultKind}”, and give each kind at least one question.");
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
        return kinds
            .Select(kind => (kind.Key, Cue: kind.Value.Cues.Where(cue => Stands(cue, words)).Select(cue => cue.Length).DefaultIfEmpty(0).Max()))
            .Where(kind => kind.Cue > 0)
            .OrderByDescending(kind => kind.Cue)
            .Select(kind => kind.Key)
            .FirstOrDefault(DefaultKind);
    }

    /// <summary>The questions for a kind of claim, in the file's order.</summary>
    /// <param name="kind">One that <see cref="KindOf"/> gave.</param>
    public IReadOnlyList<string> Of(string kind) => kinds[kind].Questions;

    private static bool Stands(string cue, string words) => cue.Contains(Gap, StringComparison.Ordinal)
        ? Regex.IsMatch(words, Pattern(cue))
        : words.Contains($" {cue} ", StringComparison.Ordinal);

    // "as … as": its parts in this order, some words apart.
    private static string Pattern(string cue) =>
        $" {string.Join($@"(?: \S+){{1,{MaxGap}}} ", cue.Split(Gap).Select(part => Regex.Escape(part.Trim())))} ";

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")]
    private static partial Regex Word();

    private sealed class Kind
    {
        public List<string> Cues { get; set; } = [];

        public List<string> Questions { get; set; } = [];
    }
}
