using Lingua;

namespace Bot.Library.Languages;

/// <summary>Detects the language of a text. Thread-safe.</summary>
internal sealed class LanguageDetection
{
    private const int SampleLength = 4000;
    private const int MinSample = 40;

    // English prose has close to one stop word in two; the other languages here share a few of them ("in", "was"), one in ten at most.
    private const double EnglishShare = 0.25;

    // Below this distance between the two likeliest languages the text is in neither.
    private const double MinDistance = 0.1;

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

    // Its models take 45 MB, which English texts do not need.
    private readonly Lazy<LanguageDetector> detector = new(() => LanguageDetectorBuilder
        .FromLanguages([.. Languages.Keys])
        .WithLowAccuracyMode()
        .WithMinimumRelativeDistance(MinDistance)
        .Build());

    /// <summary>The language of most of a text; English where it is too short to tell.</summary>
    /// <param name="paragraphs">The text.</param>
    public ReadingLanguage Of(IReadOnlyList<string> paragraphs)
    {
        var sample = Sample(paragraphs);
        var words = TextAnalysis.Tokenize(sample);
        return sample.Length < MinSample || words.Count(word => word.IsStopWord) >= EnglishShare * words.Count
            ? ReadingLanguage.English
            : Languages.GetValueOrDefault(detector.Value.DetectLanguageOf(sample), ReadingLanguage.Other);
    }

    // Sampled from the whole text, so that a foreign preface does not decide.
    private static string Sample(IReadOnlyList<string> paragraphs)
    {
        var step = Math.Max(1, paragraphs.Sum(paragraph => paragraph.Length) / SampleLength);
        var sample = string.Join('\n', paragraphs.Where((_, i) => i % step == 0));
        return sample.Length > SampleLength ? sample[..SampleLength] : sample;
    }
}
