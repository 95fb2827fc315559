using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>A sentence of a reading in the index.</summary>
/// <param name="Paragraph">Its paragraph.</param>
/// <param name="Number">Its number in the paragraph, from 1.</param>
/// <param name="Terms">The stems of its words without stop words, in order. Equal stems are the same object.</param>
internal sealed record IndexedSentence(Paragraph Paragraph, int Number, string[] Terms)
{
    /// <summary>The sentence, verbatim.</summary>
    public string Text => Paragraph.Quote(Number, Number);
}

/// <summary>A reading with analysed sentences; the analysis is the slow part of indexing by words.</summary>
internal sealed class IndexedReading
{
    private readonly int[] placeOf;

    public IndexedReading(int serial, Reading reading, Vocabulary vocabulary)
    {
        Serial = serial;
        Reading = reading;
        Sentences =
        [
            .. reading.Paragraphs
                .Where(paragraph => paragraph.Role != ParagraphRole.Reference)
                .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => new IndexedSentence(
                    paragraph, i + 1, ReadTerms(paragraph.Quote(i + 1, i + 1), reading.Language, vocabulary)))),
        ];
        TermCount = Sentences.Sum(sentence => (long)sentence.Terms.Length);
        WindowTermCount = Enumerable.Range(0, Sentences.Count).Sum(i => WindowOf(i).Sum(near => (long)Sentences[near].Terms.Length));
        var places = new OrderedDictionary<string, int>(StringComparer.Ordinal);
        placeOf = [.. Sentences.Select(sentence => PlaceIn(places, PlaceName(reading, sentence.Paragraph)))];
        Places = [.. places.Keys];
        PlaceTerms = Places.Append(FileName).SelectMany(place => ReadTerms(place, reading.Language, vocabulary)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A number that is unique in the store and identifies its documents there.</summary>
    public int Serial { get; }

    public Reading Reading { get; }

    /// <summary>All sentences that can be quoted, in reading order, without the entries of reference lists.</summary>
    public IReadOnlyList<IndexedSentence> Sentences { get; }

    /// <summary>The number of terms in all sentences.</summary>
    public long TermCount { get; }

    /// <summary>The number of terms in the windows of all sentences.</summary>
    public long WindowTermCount { get; }

    /// <summary>
    /// The places of its sentences as text: the title and the author, the heading if there is one, and what introduces the list that the sentence is in.
    /// </summary>
    public IReadOnlyList<string> Places { get; }

    /// <summary>The words of its file's name if it has no author, because they often name the author; otherwise empty.</summary>
    public string FileName => Reading.Author is null ? Reading.Id.Value.Replace('-', ' ').Replace('/', ' ') : "";

    /// <summary>The terms of <see cref="Places"/> and <see cref="FileName"/>.</summary>
    public IReadOnlySet<string> PlaceTerms { get; }

    /// <summary>The place of a sentence, as an index of <see cref="Places"/>.</summary>
    public int PlaceOf(int sentence) => placeOf[sentence];

    /// <summary>Whether two sentences, by their index, are in the same paragraph.</summary>
    public bool AreInOneParagraph(int one, int other) =>
        other >= 0 && other < Sentences.Count && ReferenceEquals(Sentences[one].Paragraph, Sentences[other].Paragraph);

    /// <summary>A sentence and its neighbours in the paragraph, by their index.</summary>
    public IEnumerable<int> WindowOf(int sentence) => new[] { sentence - 1, sentence, sentence + 1 }.Where(near => AreInOneParagraph(sentence, near));

    private static int PlaceIn(OrderedDictionary<string, int> places, string name)
    {
        places.TryAdd(name, places.Count);
        return places[name];
    }

    private static string PlaceName(Reading reading, Paragraph paragraph) =>
        string.Join(". ", new[] { reading.Title, reading.Author, paragraph.Section, ListLead.Of(reading, paragraph) }.OfType<string>());

    private static string[] ReadTerms(string text, ReadingLanguage language, Vocabulary vocabulary) =>
        [.. TextAnalysis.Tokenize(text, language).Where(token => !token.IsStopWord).Select(token => vocabulary.Intern(token.Term))];
}
