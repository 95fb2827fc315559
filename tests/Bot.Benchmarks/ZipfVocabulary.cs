using System.Text;

namespace Bot.Benchmarks;

/// <summary>
/// Generated words with the frequencies of a language: the word of rank r has a probability proportional to 1/r (Zipf's law). The most frequent are real
/// function words, which a search treats specially.
/// </summary>
internal sealed class ZipfVocabulary
{
    private static readonly string[] FunctionWords =
    [
        "the", "of", "and", "to", "in", "a", "is", "that", "for", "it", "was", "on", "with", "as", "be", "by", "not", "this",
        "are", "from",
    ];

    private readonly string[] words;
    private readonly double[] cumulative;

    /// <param name="size">The number of different words.</param>
    /// <param name="random">Generates the words.</param>
    public ZipfVocabulary(int size, Random random)
    {
        var distinct = new HashSet<string>(FunctionWords, StringComparer.Ordinal);
        words = new string[size];
        cumulative = new double[size];
        var sum = 0.0;
        for (var rank = 1; rank <= size; rank++)
        {
            words[rank - 1] = rank <= FunctionWords.Length ? FunctionWords[rank - 1] : NewWord(random, distinct);
            cumulative[rank - 1] = sum += 1.0 / rank;
        }
    }

    /// <summary>Draws a word.</summary>
    public string Next(Random random) => words[Rank(random)];

    private int Rank(Random random)
    {
        var found = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return found >= 0 ? found : Math.Min(~found, words.Length - 1);
    }

    private static string NewWord(Random random, HashSet<string> distinct)
    {
        const string consonants = "bcdfghklmnprstvwz";
        const string vowels = "aeiou";
        var word = new StringBuilder();
        do
        {
            word.Clear();
            for (var syllable = random.Next(2, 5); syllable > 0; syllable--)
            {
                word.Append(consonants[random.Next(consonants.Length)]).Append(vowels[random.Next(vowels.Length)]);
            }

            word.Append(consonants[random.Next(consonants.Length)]);
        }
        while (!distinct.Add(word.ToString()));

        return word.ToString();
    }
}
