using Bot.Library.Lexicons;
using Bot.Library.Search;

namespace Bot.Seminar.Summary;

/// <summary>How much of a topic a sentence has, in the topic's words or in others that stand for them.</summary>
internal sealed class TopicMatch
{
    private readonly Lexicon lexicon;
    private readonly List<(QueryUnit Unit, double Weight)> units;

    /// <param name="query">The topic.</param>
    /// <param name="lexicon">What the bot knows of words.</param>
    /// <param name="texts">The paragraphs that were found: a word that nearly all of them have tells little.</param>
    public TopicMatch(SearchQuery query, Lexicon lexicon, IReadOnlyList<string> texts)
    {
        this.lexicon = lexicon;
        var terms = texts.Select(Terms).ToList();
        units = [.. query.Units.Select(unit => (unit, Math.Log(2 + (texts.Count / (1.0 + terms.Count(text => Strength(unit, text) > 0))))))];
    }

    /// <summary>The share of what the topic's words tell: 0 for none of them, 1 for all.</summary>
    public double Share(string sentence)
    {
        var terms = Terms(sentence);
        return units.Sum(item => item.Weight * Strength(item.Unit, terms)) / Math.Max(units.Sum(item => item.Weight), double.Epsilon);
    }

    private static double Strength(QueryUnit unit, HashSet<string> terms) =>
        unit.Terms.Where(term => terms.Contains(term.Value)).Select(term => term.Weight).DefaultIfEmpty(0).Max();

    private HashSet<string> Terms(string text)
    {
        var tokens = TextAnalysis.Tokenize(text);
        return [.. tokens.Where(token => !token.IsStopWord).Select(token => token.Term), .. lexicon.Concepts.Match(tokens).Select(match => match.Concept)];
    }
}
