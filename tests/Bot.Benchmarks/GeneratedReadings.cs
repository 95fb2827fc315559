using Bot.Evaluation.Engines;
using Bot.Library.Readings;

namespace Bot.Benchmarks;

/// <summary>A thousand readings of about 10,000 characters each, the same in every run.</summary>
internal sealed class GeneratedReadings
{
    private const int Seed = 20_26;
    private const int Readings = 1_000;
    private const int CharactersEach = 10_000;
    private const int VocabularySize = 40_000;

    private GeneratedReadings(IReadOnlyList<IReadOnlyList<string>> texts, IReadOnlyList<string> questions)
    {
        Texts = texts;
        Questions = questions;
    }

    /// <summary>How many questions there are.</summary>
    public const int QuestionCount = 64;

    /// <summary>The paragraphs of each reading.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Texts { get; }

    /// <summary>Questions of three words that some reading says something about.</summary>
    public IReadOnlyList<string> Questions { get; }

    /// <summary>Makes them up.</summary>
    public static GeneratedReadings Create()
    {
        var random = new Random(Seed);
        var vocabulary = new ZipfVocabulary(VocabularySize, random);
        var texts = Enumerable.Range(0, Readings).Select(_ => Text(vocabulary, random)).ToList();
        var questions = Enumerable.Range(0, QuestionCount).Select(_ => $"Why does {Word()} {Word()} lead to {Word()}?");
        return new GeneratedReadings(texts, [.. questions]);

        string Word() => vocabulary.NextContentWord(random);
    }

    /// <summary>Cuts the texts into sentences, as happens to every file on its way to the index.</summary>
    public IReadOnlyList<Reading> Read() =>
        [.. Texts.AsParallel().AsOrdered().Select((paragraphs, i) =>
            InMemoryReading.Create($"reading-{i + 1}", $"Reading {i + 1}", paragraphs))];

    private static List<string> Text(ZipfVocabulary vocabulary, Random random)
    {
        var paragraphs = new List<string>();
        for (var length = 0; length < CharactersEach; length += paragraphs[^1].Length)
        {
            paragraphs.Add(string.Join(' ', Enumerable.Range(0, random.Next(3, 8)).Select(_ => Sentence(vocabulary, random))));
        }

        return paragraphs;
    }

    private static string Sentence(ZipfVocabulary vocabulary, Random random)
    {
        var words = string.Join(' ', Enumerable.Range(0, random.Next(8, 31)).Select(_ => vocabulary.Next(random)));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }
}
