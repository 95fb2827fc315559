using System.Text.RegularExpressions;
using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Bot.Library.Search;
using Bot.Seminar.Citing;

namespace Bot.Seminar.Summary;

/// <summary>Reads a text for summing up: which sentences it has, and how central each is.</summary>
internal sealed partial class SentenceReader(DiscourseCues cues, Judgement judgement)
{
    /// <summary>The sentences of some paragraphs that argue, in reading order. Linear in their number.</summary>
    /// <param name="reading">The reading.</param>
    /// <param name="paragraphs">Paragraphs of it, in order.</param>
    public IReadOnlyList<SummarySentence> Read(Reading reading, IEnumerable<Paragraph> paragraphs)
    {
        var all = paragraphs
            .Where(paragraph => paragraph.Role == ParagraphRole.Body)
            .SelectMany(paragraph => paragraph.Sentences.Select((_, i) => (Paragraph: paragraph, Number: i + 1)))
            .Select(place => (place.Paragraph, place.Number, Text: place.Paragraph.Quote(place.Number, place.Number)))
            .Select(item => (item.Paragraph, item.Number, item.Text, Tokens: TextAnalysis.Tokenize(item.Text)))
            .ToList();
        var rarity = Rarity(all.Select(item => Stems(item.Tokens)));
        var sentences = all.Select((item, i) => new SummarySentence
        {
            Reading = reading,
            Paragraph = item.Paragraph,
            Number = item.Number,
            Text = item.Text,
            Place = all.Count == 1 ? 0 : (double)i / (all.Count - 1),
            Terms = Vector(Stems(item.Tokens), rarity),
            Cues = cues.Match(item.Text),
            Judgement = judgement.Of(item.Tokens.Select(token => token.Term)),
            LeansBack = Opening.LeansBack(item.Text),
            IsQuestion = item.Text.TrimEnd('"', '”', '’', '\'', ')', ' ').EndsWith('?'),
            Figures = Figure().Count(item.Text),
            Words = item.Tokens.Count,
        }).ToList();
        Weigh(sentences, reading.Title);
        return sentences;
    }

    private static IEnumerable<string> Stems(IReadOnlyList<Token> tokens) =>
        tokens.Where(token => !token.IsStopWord).Select(token => token.Term);

    private static Dictionary<string, double> Rarity(IEnumerable<IEnumerable<string>> sentences)
    {
        var (counts, total) = (new Dictionary<string, int>(StringComparer.Ordinal), 0);
        foreach (var stems in sentences)
        {
            total++;
            foreach (var stem in stems.Distinct())
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
            }
        }

        return counts.ToDictionary(pair => pair.Key, pair => Math.Log(1 + ((double)total / pair.Value)), StringComparer.Ordinal);
    }

    private static Dictionary<string, double> Vector(IEnumerable<string> stems, Dictionary<string, double> rarity)
    {
        var terms = stems.CountBy(stem => stem).ToDictionary(
            pair => pair.Key, pair => (1 + Math.Log(pair.Value)) * rarity[pair.Key], StringComparer.Ordinal);
        var length = Math.Sqrt(terms.Values.Sum(weight => weight * weight));
        return terms.ToDictionary(term => term.Key, term => term.Value / length, StringComparer.Ordinal);
    }

    // The sum of a sentence's likeness to all others is its product with the sum of all vectors (Erkan and Radev 2004, degree
    // centrality without a threshold; Radev et al. 2004, centroids).
    private static void Weigh(List<SummarySentence> sentences, string title)
    {
        var centre = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (term, weight) in sentences.SelectMany(sentence => sentence.Terms))
        {
            centre[term] = centre.GetValueOrDefault(term) + weight;
        }

        var titleStems = Stems(TextAnalysis.Tokenize(title)).ToHashSet(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            sentence.Centrality = sentence.Terms.Sum(term => term.Value * centre[term.Key]);
            sentence.TitleShare = (double)titleStems.Count(sentence.Terms.ContainsKey) / Math.Max(titleStems.Count, 1);
        }

        var most = sentences.Select(sentence => sentence.Centrality).DefaultIfEmpty(1).Max();
        foreach (var sentence in sentences)
        {
            sentence.Centrality /= Math.Max(most, double.Epsilon);
        }
    }

    [GeneratedRegex(@"(?<!\[)\b[0-9][0-9.,]*\b(?!\])")]
    private static partial Regex Figure();
}
