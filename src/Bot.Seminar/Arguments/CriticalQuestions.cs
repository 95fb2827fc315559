using System.Globalization;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace Bot.Seminar.Arguments;

/// <summary>
/// Questions that test a kind of claim, based on the argumentation schemes of Walton, Reed and Macagno (2008). Immutable and thread-safe.
/// </summary>
internal sealed partial class CriticalQuestions
{
    private const string DefaultKind = "assertion";
    private const string Gap = "…";
    private const int MaxGap = 8;
    private const int MaxQuestions = 4;

    private readonly Dictionary<string, List<Cue>> cues;

    private CriticalQuestions(Dictionary<string, List<Cue>> cues) => this.cues = cues;

    /// <summary>The file that ships beside the program.</summary>
    public static string ShippedFile { get; } = Path.Combine(AppContext.BaseDirectory, "config", "critical-questions.yaml");

    /// <summary>Reads the cues of each kind of claim from a YAML file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">The file is missing or malformed; the message names it and the problem.</exception>
    public static CriticalQuestions Load(string path)
    {
        try
        {
            using var reader = File.OpenText(path);
            var cues = new DeserializerBuilder().Build().Deserialize<Dictionary<string, List<string>?>>(reader);
            return cues is not null && cues.ContainsKey(DefaultKind) && cues.Keys.All(kind => Of(kind, CultureInfo.InvariantCulture).Count > 0)
                ? new CriticalQuestions(cues.ToDictionary(kind => kind.Key, kind => (kind.Value ?? []).ConvertAll(Cue.Of)))
                : throw new InvalidDataException($"{path}: the kind “{DefaultKind}” is missing, or a kind has no questions.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The critical questions {path} cannot be read: {missing.Message}", missing);
        }
        catch (YamlException problem)
        {
            throw new InvalidDataException($"{path}, line {problem.Start.Line}: {problem.Message}", problem);
        }
    }

    /// <summary>The kind of a claim: the kind whose longest cue is in it; <c>assertion</c> if it contains no cue.</summary>
    /// <param name="claim">The claim.</param>
    public string KindOf(string claim)
    {
        var words = $" {string.Join(' ', Word.Matches(claim).Select(word => word.Value.ToLowerInvariant()))} ";
        return cues
            .Select(kind => (kind.Key, Length: kind.Value.Where(cue => cue.IsIn(words)).Select(cue => cue.Length).DefaultIfEmpty(0).Max()))
            .Where(kind => kind.Length > 0)
            .OrderByDescending(kind => kind.Length)
            .Select(kind => kind.Key)
            .FirstOrDefault(DefaultKind);
    }

    /// <summary>The questions for a kind of claim, always in the same order.</summary>
    /// <param name="kind">A kind from <see cref="KindOf"/>.</param>
    /// <param name="language">The language of the questions.</param>
    public static IReadOnlyList<string> Of(string kind, CultureInfo language) =>
        [.. Enumerable.Range(1, MaxQuestions).Select(number => QuestionTexts.ResourceManager.GetString($"{kind}-{number}", language)).OfType<string>()];

    [GeneratedRegex(@"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")]
    private static partial Regex Word { get; }

    /// <summary>Words that tell the kind of a claim; “as … as” matches its parts in this order, with some words between.</summary>
    /// <param name="Length">The length of the text, in UTF-16 code units.</param>
    /// <param name="Pattern">What must match the words of a claim, which are joined and surrounded by single spaces.</param>
    private sealed record Cue(int Length, Regex Pattern)
    {
        public static Cue Of(string text) => new(
            text.Length,
            new Regex($" {string.Join($@"(?: \S+){{1,{MaxGap}}} ", text.Split(Gap).Select(part => Regex.Escape(part.Trim())))} ", RegexOptions.CultureInvariant));

        public bool IsIn(string words) => Pattern.IsMatch(words);
    }
}
