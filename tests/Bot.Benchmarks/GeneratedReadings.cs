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

    private GeneratedReadings(IReadOnlyList<IReadOnlyList<string>> texts) => Texts = texts;

    /// <summary>The paragraphs of each reading.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Texts { get; }

    /// <summary>Generates them.</summary>
    public static GeneratedReadings Create()
    {
        var random = new Random(Seed);
        var vocabulary = new ZipfVocabulary(VocabularySize, random);
        return new GeneratedReadings([.. Enumerable.Range(0, Readings).Select(_ => Text(vocabulary, random))]);
    }

    /// <summary>Splits the texts into sentences, as for every indexed file.</summary>
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
