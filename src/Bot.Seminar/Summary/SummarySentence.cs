using Bot.Library.Lexicons;
using Bot.Library.Readings;

namespace Bot.Seminar.Summary;

/// <summary>A sentence that a summary may quote, with what speaks for it.</summary>
internal sealed class SummarySentence
{
    /// <summary>The reading.</summary>
    public required Reading Reading { get; init; }

    /// <summary>Its paragraph.</summary>
    public required Paragraph Paragraph { get; init; }

    /// <summary>Its number in the paragraph, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The sentence, verbatim.</summary>
    public required string Text { get; init; }

    /// <summary>Where it stands in the text that is summed up: 0 is the first sentence, 1 the last.</summary>
    public required double Place { get; init; }

    /// <summary>How rare and how frequent in the sentence each of its stems is; a vector of length 1.</summary>
    public required IReadOnlyDictionary<string, double> Terms { get; init; }

    /// <summary>What its words show it to do.</summary>
    public required IReadOnlyList<CueMatch> Cues { get; init; }

    /// <summary>How near it is to what the whole text is about: 1 for the nearest sentence of all.</summary>
    public double Centrality { get; set; }

    /// <summary>What share of the title's words it has.</summary>
    public double TitleShare { get; set; }

    /// <summary>How plainly it judges: 0 is not at all.</summary>
    public double Judgement { get; init; }

    /// <summary>Whether it cannot be understood without the sentence before it.</summary>
    public bool LeansBack { get; init; }

    /// <summary>Whether it asks.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>How many numbers it has, those of notes left out.</summary>
    public int Figures { get; init; }

    /// <summary>How many words it has.</summary>
    public required int Words { get; init; }

    /// <summary>Whether a cue of this role stands in it.</summary>
    public bool Has(DiscourseRole role) => Cues.Any(cue => cue.Role == role);

    /// <summary>How alike two sentences are: 0 with no word in common, 1 with the same words.</summary>
    public double Likeness(SummarySentence other)
    {
        var (few, many) = Terms.Count <= other.Terms.Count ? (Terms, other.Terms) : (other.Terms, Terms);
        return few.Sum(term => term.Value * many.GetValueOrDefault(term.Key));
    }
}
