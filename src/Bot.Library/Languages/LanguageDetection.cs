using System.Text.RegularExpressions;
using Lingua;

namespace Bot.Library.Languages;

/// <summary>Detects the language of a text. Thread-safe.</summary>
internal sealed partial class LanguageDetection
{
    private const int SampleLength = 4000;
    private const int MaxSampled = 40;
    private const int MinPart = 100;
    private const int MinSample = 40;

    // In English prose about half of the words are stop words; other languages share a few of them ("in", "was"), at most one word in ten.
    private const double EnglishShare = 0.25;

    // If the distance between the two likeliest languages is smaller, the text counts as neither.
    private const double MinDistance = 0.1;

    // The detector knows no other language, so Polish may be “Spanish” to it. In 100 translated manual pages the share of function words was .21 to .49 where
    // the language was right, and at most .18 in Danish, Finnish, Hungarian, Polish, Romanian, Swedish, Turkish and others.
    private const double MinFunctionShare = 0.2;

    private static readonly Dictionary<Language, ReadingLanguage> Languages = new()
    {
        [Language.English] = ReadingLanguage.English,
        [Language.German] = ReadingLanguage.German,
        [Language.French] = ReadingLanguage.French,
        [Language.Spanish] = ReadingLanguage.Spanish,
        [Language.Portuguese] = ReadingLanguage.Portuguese,
        [Language.Italian] = ReadingLanguage.Italian,
        [Language.Dutch] = ReadingLanguage.Dutch,
    };

    // Loaded only if needed, because its models take 45 MB and English texts do not need them.
    private readonly Lazy<LanguageDetector> detector = new(() => LanguageDetectorBuilder
        .FromLanguages([.. Languages.Keys])
        .WithLowAccuracyMode()
        .WithMinimumRelativeDistance(MinDistance)
        .Build());

    /// <summary>The main language of a text; English if it is too short to detect.</summary>
    /// <param name="paragraphs">The text.</param>
    public ReadingLanguage Of(IReadOnlyList<string> paragraphs)
    {
        var sample = TakeSample(paragraphs);
        var words = TextAnalysis.Tokenize(sample);
        if (sample.Length < MinSample || words.Count(word => word.IsStopWord) >= EnglishShare * words.Count)
        {
            return ReadingLanguage.English;
        }

        var likeliest = Languages.GetValueOrDefault(detector.Value.DetectLanguageOf(sample), ReadingLanguage.Other);
        return likeliest is ReadingLanguage.English or ReadingLanguage.Other || HasFunctionWords(sample, likeliest) ? likeliest : ReadingLanguage.Other;
    }

    private static bool HasFunctionWords(string sample, ReadingLanguage language)
    {
        var words = Word.Matches(sample).Select(word => word.Value).ToList();
        return words.Count(word => FunctionWords.Contains(word, language)) >= MinFunctionShare * words.Count;
    }

    // The sample is from the whole text, so that a preface in another language does not decide.
    private static string TakeSample(IReadOnlyList<string> paragraphs)
    {
        var step = Math.Max(1, paragraphs.Count / MaxSampled);
        var sampled = paragraphs.Where((_, i) => i % step == 0).ToList();
        return string.Join('\n', sampled.Select(paragraph => paragraph[..Math.Min(paragraph.Length, Math.Max(MinPart, SampleLength / sampled.Count))]));
    }

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word { get; }
}
