using System.Runtime.CompilerServices;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;

namespace Bot.Seminar.Arguments;

/// <summary>How a text speaks of each thing that it names: the tone around each of its words.</summary>
internal sealed class StanceProfile
{
    // A judgement colours what stands within eight words of it, less the further away; a denial within four words before turns it.
    // Found by trying on development arguments: docs/evaluation.md.
    private const int Reach = 8;
    private const double Fading = 0.9;
    private const int ReachOfNegation = 4;
    private const int ReachOfShifter = 3;
    private const double WeightOfDenial = 2;

    private static readonly ConditionalWeakTable<Paragraph, StanceProfile> Read = [];

    private readonly double[] judgements;
    private readonly Dictionary<string, double> tones = new(StringComparer.Ordinal);

    private StanceProfile(string text, Lexicon lexicon)
    {
        var tokens = TextAnalysis.Tokenize(text);
        var effects = tokens.Select(token => lexicon.Stance.EffectOf(text[token.Start..token.End], token.Term)).ToList();
        Words = tokens.Count;
        Negations = effects.Count(effect => effect == StanceEffect.Negation);
        judgements = [.. effects.Select((_, i) => Judgement(effects, i))];
        Overall = effects.Select((effect, i) => effect is StanceEffect.Positive or StanceEffect.Negative ? judgements[i] : 0).Sum() / Math.Sqrt(Words + 1);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (!tokens[i].IsStopWord)
            {
                Add(tokens[i].Term, ToneAt(i));
            }
        }

        foreach (var concept in lexicon.Concepts.Match(tokens).Where(match => match.Kinship is Kinship.Place or Kinship.Synonym))
        {
            Add(concept.Concept, ToneAt(concept.First));
        }
    }

    /// <summary>How many words the text has.</summary>
    public int Words { get; }

    /// <summary>How many of them deny.</summary>
    public int Negations { get; }

    /// <summary>The judgements of the whole text over the square root of its length: above 0 where it praises more than it blames.</summary>
    public double Overall { get; }

    /// <summary>Reads a text.</summary>
    public static StanceProfile Of(string text, Lexicon lexicon) => new(text, lexicon);

    /// <summary>Reads a paragraph, once for as long as it is on the shelf.</summary>
    public static StanceProfile Of(Paragraph paragraph, Lexicon lexicon) => Read.GetValue(paragraph, _ => new StanceProfile(paragraph.Text, lexicon));

    /// <summary>The tone around a term, -1 (blames or denies) to 1 (praises); null where the text does not have it.</summary>
    public double? ToneOf(string term) => tones.TryGetValue(term, out var tone) ? Math.Tanh(tone / 2) : null;

    private static double Judgement(List<StanceEffect?> effects, int i) => effects[i] switch
    {
        StanceEffect.Negation or StanceEffect.Shifter => -WeightOfDenial,
        StanceEffect.Positive => Turned(effects, i) ? -1 : 1,
        StanceEffect.Negative => Turned(effects, i) ? 1 : -1,
        _ => 0,
    };

    private static bool Turned(List<StanceEffect?> effects, int i)
    {
        var turned = false;
        for (var j = Math.Max(0, i - ReachOfNegation); j < i; j++)
        {
            turned ^= effects[j] == StanceEffect.Negation || (effects[j] == StanceEffect.Shifter && i - j <= ReachOfShifter);
        }

        return turned;
    }

    private double ToneAt(int i)
    {
        var tone = 0.0;
        for (var j = Math.Max(0, i - Reach); j < Math.Min(judgements.Length, i + Reach + 1); j++)
        {
            if (j != i && judgements[j] != 0)
            {
                tone += judgements[j] * Math.Pow(Fading, Math.Abs(i - j) - 1);
            }
        }

        return tone;
    }

    private void Add(string term, double tone) => tones[term] = tones.GetValueOrDefault(term) + tone;
}
