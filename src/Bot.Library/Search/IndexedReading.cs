using Bot.Library.Lexicons;
using Bot.Library.Readings;

namespace Bot.Library.Search;

/// <summary>A reading whose sentences are analysed, which is the slow part of indexing.</summary>
internal sealed class IndexedReading
{
    public IndexedReading(int serial, Reading reading, Lexicon lexicon, Vocabulary vocabulary)
    {
        Serial = serial;
        Reading = reading;
        Title = new IndexedText(reading.Title, lexicon, vocabulary);
        Paragraphs = [.. reading.Paragraphs.Select(paragraph => new IndexedParagraph(this, paragraph, lexicon, vocabulary))];
    }

    /// <summary>Unique among all readings that one store has seen; names its documents there.</summary>
    public int Serial { get; }

    public Reading Reading { get; }

    public IndexedText Title { get; }

    public IReadOnlyList<IndexedParagraph> Paragraphs { get; }
}

/// <summary>A paragraph whose sentences are analysed.</summary>
internal sealed class IndexedParagraph
{
    public IndexedParagraph(IndexedReading owner, Paragraph paragraph, Lexicon lexicon, Vocabulary vocabulary)
    {
        Owner = owner;
        Paragraph = paragraph;
        Section = new IndexedText(paragraph.Section ?? "", lexicon, vocabulary);
        Sentences = [.. paragraph.Sentences.Select((_, i) => new IndexedText(paragraph.Quote(i + 1, i + 1), lexicon, vocabulary))];
    }

    public IndexedReading Owner { get; }

    public Paragraph Paragraph { get; }

    public IndexedText Section { get; }

    public IReadOnlyList<IndexedText> Sentences { get; }
}

/// <summary>The terms of a short text.</summary>
internal sealed class IndexedText
{
    private const int OpeningWords = 4;

    public IndexedText(string text, Lexicon lexicon, Vocabulary vocabulary)
    {
        var tokens = TextAnalysis.Tokenize(text);
        Words = tokens.Count;
        Opening = [.. tokens.Take(OpeningWords).Select(token => vocabulary.Term(token.Term))];
        Stems = [.. tokens.Where(token => !token.IsStopWord).Select(token => vocabulary.Term(token.Term))];
        Concepts = [.. lexicon.Concepts.Match(tokens).Select(match => vocabulary.Term(match.Concept))];
    }

    /// <summary>How many words the text has, stop words included.</summary>
    public int Words { get; }

    /// <summary>The terms of its first four words, stop words included.</summary>
    public string[] Opening { get; }

    /// <summary>The stems of the words that say something, in order. The same stem is the same object wherever it stands.</summary>
    public string[] Stems { get; }

    /// <summary>The concepts that its words and phrases belong to.</summary>
    public string[] Concepts { get; }
}
