using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Library.Retrieval;

/// <summary>A sentence that can be quoted, with its features.</summary>
internal sealed class Candidate(IndexedReading reading, int ordinal, int index)
{
    private readonly double[] features = new double[Enum.GetValues<RankingFeature>().Length];

    /// <summary>Its reading.</summary>
    public IndexedReading Reading => reading;

    /// <summary>Its index among the sentences of its reading.</summary>
    public int Ordinal => ordinal;

    /// <summary>Its index among the sentences of the whole shelf.</summary>
    public int Index => index;

    public IndexedSentence Sentence => reading.Sentences[ordinal];

    /// <summary>The sentence with its neighbours in the paragraph.</summary>
    public IEnumerable<IndexedSentence> WindowSentences => reading.WindowOf(ordinal).Select(near => reading.Sentences[near]);

    /// <summary>The sentence as the networks read it: in a list after what introduces the list.</summary>
    public string SentenceToRead => Introduce(Sentence.Text);

    /// <summary>The same of its window.</summary>
    public string WindowToRead => Introduce(Sentence.Paragraph.Quote(WindowSentences.First().Number, WindowSentences.Last().Number));

    /// <summary>Whether the networks can read it.</summary>
    public bool IsEnglish => reading.Reading.Language == ReadingLanguage.English;

    /// <summary>All sentences of its paragraph.</summary>
    public IEnumerable<IndexedSentence> ParagraphSentences =>
        Enumerable.Range(ordinal + 1 - Sentence.Number, Sentence.Paragraph.Sentences.Count).Select(i => reading.Sentences[i]);

    /// <summary>Its title, author and heading, what introduces its list, and the name of its file if it has no author.</summary>
    public string Place => $"{reading.Places[reading.PlaceOf(ordinal)]} {reading.FileName}";

    /// <summary>The cosine of the sentence with the query; 0 if there is no vector.</summary>
    public double Cosine { get; init; }

    /// <summary>The cosine of its window.</summary>
    public double WindowCosine { get; init; }

    /// <summary>The mean of the second stage's log odds of the sentence and of its window.</summary>
    public double MeanAnswer => (this[RankingFeature.SentenceAnswer] + this[RankingFeature.WindowAnswer]) / 2;

    /// <summary>The mean of its log odds that the sentence and its window oppose the claim; 0 for a question.</summary>
    public double MeanOppose => (this[RankingFeature.SentenceOppose] + this[RankingFeature.WindowOppose]) / 2;

    /// <summary>Its score in the last ranking.</summary>
    public double Score { get; set; }

    public double this[RankingFeature feature]
    {
        get => features[(int)feature];
        set => features[(int)feature] = value;
    }

    /// <summary>Stores the log odds that the sentence answers; its window has the same until it is read too.</summary>
    public void SetAnswer(double answer) => this[RankingFeature.SentenceAnswer] = this[RankingFeature.WindowAnswer] = answer;

    /// <summary>Stores the same for the window.</summary>
    public void SetWindowAnswer(double answer) => this[RankingFeature.WindowAnswer] = answer;

    /// <summary>Stores the log odds that the sentence opposes the claim; its window has the same until it is read too.</summary>
    public void SetOpposition(double opposition) => this[RankingFeature.SentenceOppose] = this[RankingFeature.WindowOppose] = opposition;

    /// <summary>Stores the same for the window.</summary>
    public void SetWindowOpposition(double opposition) => this[RankingFeature.WindowOppose] = opposition;

    /// <summary>The weighted sum of its features.</summary>
    public double Weigh(IReadOnlyDictionary<RankingFeature, double> weights)
    {
        var sum = 0.0;
        foreach (var (feature, weight) in weights)
        {
            sum += weight * features[(int)feature];
        }

        return sum;
    }

    /// <summary>The place of its sentence, as a passage of that one sentence.</summary>
    public Passage ToPassage() => new(reading.Reading, Sentence.Paragraph, Sentence.Number, Sentence.Number);

    private string Introduce(string text) => ListLead.Of(reading.Reading, Sentence.Paragraph) is { } lead ? $"{lead} {text}" : text;
}
