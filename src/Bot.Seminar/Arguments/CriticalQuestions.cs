using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace Bot.Library.Lexicons;

/// <summary>
/// Questions that test a kind of claim, after the argumentation schemes of Walton, Reed and Macagno (2008). Immutable and safe for many
/// threads.
/// </summary>
public sealed class CriticalQuestions
{
    private const string DefaultKind = "assertion";
    private readonly Dictionary<string, Kind> kinds;

    private CriticalQuestions(Dictionary<string, Kind> kinds) => this.kinds = kinds;

    /// <summary>Reads the questions from a YAML file: under the name of each kind of claim, <c>cues</c> and <c>questions</c>.</summary>
    /// <param name="path">The file, such as <c>critical-questions.yaml</c>.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="FormatException">The file is not in that form; the message names it and says what is wrong.</exception>
    public static CriticalQuestions Load(string path)
    {
        using var reader = File.OpenText(path);
        try
        {
            var kinds = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
                .Deserialize<Dictionary<string, Kind>>(reader);
            return kinds is not null && kinds.ContainsKey(DefaultKind) && kinds.Values.All(kind => kind.Questions.Count > 0)
                ? new CriticalQuestions(kinds)
                : throw new FormatException($"{path}: name the kind “{DefaultKind}”, and give each kind at least one question.");
        }
        catch (YamlException problem)
        {
            throw new FormatException($"{path}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }

    /// <summary>What kind of claim it is: the kind whose longest cue stands in it; <c>assertion</c> where none does.</summary>
    /// <param name="claim">The claim.</param>
    public string KindOf(string claim) => kinds
        .Select(kind => (kind.Key, Cue: LongestCue(kind.Value, claim)))
        .Where(kind => kind.Cue > 0)
        .OrderByDescending(kind => kind.Cue)
        .Select(kind => kind.Key)
        .FirstOrDefault(DefaultKind);

    /// <summary>The questions for a kind of claim, in the file's order.</summary>
    /// <param name="kind">One that <see cref="KindOf"/> gave.</param>
    public IReadOnlyList<string> Of(string kind) => kinds[kind].Questions;

    private static int LongestCue(Kind kind, string claim)
    {
        var words = $" {string.Join(' ', CueWord.Split(claim).Select(word => word.Form))} ";
        return kind.Cues
            .Where(cue => cue.Contains(CueWord.Gap, StringComparison.Ordinal) ? Regex.IsMatch(words, Pattern(cue)) : words.Contains($" {cue} ", StringComparison.Ordinal))
            .Select(cue => cue.Length)
            .DefaultIfEmpty(0)
            .Max();
    }

    // "As … as": its parts in this order, some words apart.
    private static string Pattern(string cue) =>
        $" {string.Join($@"(?: \S+){{1,{CueWord.LongestGap}}} ", cue.Split(CueWord.Gap).Select(part => Regex.Escape(part.Trim())))} ";

    private sealed class Kind
    {
        public List<string> Cues { get; set; } = [];

        public List<string> Questions { get; set; } = [];
    }
}
