using Lingua;

namespace Bot.Library.Languages;

/// <summary>Detects the language of a text. Thread-safe.</summary>
internal sealed class LanguageDetection
{
    private const int SampleLength = 4000;
    private const int MinSample = 40;

    // In English prose about half of the words are stop words; other languages share a few of them ("in", "was"), at most one word in ten.
    private const double EnglishShare = 0.25;

    // If the distance between the two likeliest languages is smaller, the text counts as neither.
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
        return sample.Length < MinSample || words.Count(word => word.IsStopWord) >= EnglishShare * words.Count
            ? ReadingLanguage.English
            : Languages.GetValueOrDefault(detector.Value.DetectLanguageOf(sample), ReadingLanguage.Other);
    }

    // The sample is from the whole text, so that a preface in another language does not decide.
    private static string TakeSample(IReadOnlyList<string> paragraphs)
    {
        var step = Math.Max(1, paragraphs.Sum(paragraph => paragraph.Length) / SampleLength);
        var sample = string.Join('\n', paragraphs.Where((_, i) => i % step == 0));
        return sample.Length > SampleLength ? sample[..SampleLength] : sample;
    }
}
