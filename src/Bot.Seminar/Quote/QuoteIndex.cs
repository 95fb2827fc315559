using System.Runtime.CompilerServices;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Quote;

/// <summary>
/// Every word of a shelf as a number, in reading order, with the places of each word: it finds runs of words in microseconds. Immutable and thread-safe;
/// built once per snapshot, when the first quote is checked.
/// </summary>
internal sealed class QuoteIndex
{
    /// <summary>The number of a word that is not in the readings.</summary>
    public const int UnknownWord = -1;

    private const double StopWordShare = 0.3;

    private static readonly ConditionalWeakTable<ShelfSnapshot, Lazy<QuoteIndex>> Made = [];

    private readonly Dictionary<string, int> vocabulary = new(StringComparer.Ordinal);
    private readonly List<(Reading Reading, Paragraph Paragraph)> paragraphs = [];
    private readonly List<int> paragraphStarts = [];
    private readonly List<int> paragraphOfWord = [];
    private readonly List<bool> stopWords = [];
    private readonly int[] words;
    private readonly int[] placeStarts;
    private readonly int[] places;

    private QuoteIndex(IReadOnlyList<Reading> readings)
    {
        words = ReadWords(readings);
        placeStarts = new int[vocabulary.Count + 1];
        places = new int[words.Length];
        FillPlaces();
    }

    /// <summary>The index of a snapshot.</summary>
    public static QuoteIndex Of(ShelfSnapshot snapshot) =>
        Made.GetValue(snapshot, shelf => new Lazy<QuoteIndex>(() => new QuoteIndex(shelf.Readings))).Value;

    /// <summary>The number of words on the shelf.</summary>
    public int WordCount => words.Length;

    /// <summary>The number of the word at a position.</summary>
    public int this[int position] => words[position];

    /// <summary>The number of a word in the scanner's form.</summary>
    public int FindNumber(ReadOnlySpan<char> form) =>
        vocabulary.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out var number) ? number : UnknownWord;

    /// <summary>Every position of a word, in order.</summary>
    public ReadOnlySpan<int> FindPlaces(int word) =>
        word == UnknownWord ? [] : places.AsSpan(placeStarts[word]..placeStarts[word + 1]);

    /// <summary>The weight of a word: near 0 for a very frequent one, 1 for one that occurs once or never.</summary>
    public double WeighWord(int word)
    {
        var rarity = 1 - (Math.Log(Math.Max(FindPlaces(word).Length, 1)) / Math.Log(Math.Max(words.Length, 2)));
        return IsStopWord(word) ? rarity * StopWordShare : rarity;
    }

    /// <summary>Whether a word is a stop word.</summary>
    public bool IsStopWord(int word) => word != UnknownWord && stopWords[word];

    /// <summary>The positions of these words in a row, within one reading.</summary>
    public List<int> Find(ReadOnlySpan<int> run)
    {
        var rarest = 0;
        for (var i = 1; i < run.Length; i++)
        {
            if (FindPlaces(run[i]).Length < FindPlaces(run[rarest]).Length)
            {
                rarest = i;
            }
        }

        var found = new List<int>();
        foreach (var place in FindPlaces(run[rarest]))
        {
            var start = place - rarest;
            if (start >= 0 && start + run.Length <= words.Length && words.AsSpan(start, run.Length).SequenceEqual(run)
                && ReadingOf(start) == ReadingOf(start + run.Length - 1))
            {
                found.Add(start);
            }
        }

        return found;
    }

    /// <summary>The paragraph that a position is in.</summary>
    /// <returns>Its ordinal on the shelf, from 0.</returns>
    public int FindParagraph(int position) => paragraphOfWord[position];

    /// <summary>The reading and paragraph with this ordinal.</summary>
    public (Reading Reading, Paragraph Paragraph) Paragraph(int ordinal) => paragraphs[ordinal];

    /// <summary>The position of a paragraph's first word.</summary>
    public int StartOf(int ordinal) => paragraphStarts[ordinal];

    /// <summary>The position after a paragraph's last word.</summary>
    public int EndOf(int ordinal) => ordinal + 1 < paragraphStarts.Count ? paragraphStarts[ordinal + 1] : words.Length;

    /// <summary>The words of the sentence that a position is in.</summary>
    /// <returns>The position of its first word, and the one after its last.</returns>
    public (int Start, int End) FindSentence(int position)
    {
        var ordinal = FindParagraph(position);
        var paragraph = paragraphs[ordinal].Paragraph;
        var scanner = new QuoteScanner(paragraph.Text);
        var (start, end, sentence) = (paragraphStarts[ordinal], paragraphStarts[ordinal], 0);
        while (scanner.MoveNext())
        {
            if (scanner.Kind != TokenKind.Word)
            {
                continue;
            }

            if (sentence < paragraph.Sentences.Count - 1 && scanner.Start >= paragraph.Sentences[sentence].End)
            {
                if (end > position)
                {
                    return (start, end);
                }

                (start, sentence) = (end, sentence + 1);
            }

            end++;
        }

        return (start, end);
    }

    private Reading ReadingOf(int position) => paragraphs[FindParagraph(position)].Reading;

    private int[] ReadWords(IReadOnlyList<Reading> readings)
    {
        var read = new List<int>();
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var reading in readings)
        {
            foreach (var paragraph in reading.Paragraphs)
            {
                paragraphs.Add((reading, paragraph));
                paragraphStarts.Add(read.Count);
                var scanner = new QuoteScanner(paragraph.Text);
                while (scanner.MoveNext())
                {
                    if (scanner.Kind == TokenKind.Word)
                    {
                        if (lookup.TryAdd(scanner.Form, vocabulary.Count))
                        {
                            stopWords.Add(StopWords.Contains(scanner.Form.ToString()));
                        }

                        read.Add(lookup[scanner.Form]);
                        paragraphOfWord.Add(paragraphs.Count - 1);
                    }
                }
            }
        }

        return [.. read];
    }

    private void FillPlaces()
    {
        foreach (var word in words)
        {
            placeStarts[word + 1]++;
        }

        for (var word = 0; word < vocabulary.Count; word++)
        {
            placeStarts[word + 1] += placeStarts[word];
        }

        var next = placeStarts.ToArray();
        for (var position = 0; position < words.Length; position++)
        {
            places[next[words[position]]++] = position;
        }
    }
}
