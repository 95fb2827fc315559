using Bot.Chat;
using Bot.Library.Lexicons;

namespace Bot.Seminar.Summary;

/// <summary>Sums up a text that argues: what it maintains, why, what it grants, and what it wants done. What is not there is left out.</summary>
internal static class ArgumentSummary
{
    private const double EarlyPlace = 0.15;
    private const double LatePlace = 0.92;
    private const double PlainlyCentral = 0.6;
    private const double PlainlyConceding = 0.6;
    private const double PlainlyWanting = 0.5;
    private const int ThesisSentences = 2;
    private const int SentencesPerStand = 30;
    private const int LeastWords = 7;
    private const int MostWords = 110;

    /// <summary>Headings and quotes, in the order in which a summary is read.</summary>
    /// <param name="sentences">Of one text, in order.</param>
    /// <param name="count">How many sentences to quote at most.</param>
    /// <param name="isWhole">Whether it is a whole reading; a section has points, and no thesis of its own.</param>
    public static List<ReplyBlock> Of(IReadOnlyList<SummarySentence> sentences, int count, bool isWhole)
    {
        var extracts = Extracts(sentences);
        var choosing = new Choosing(count);
        if (!Argues(sentences))
        {
            return [.. Part("Main points", choosing.Take(extracts, count, extract => Reason(extract.Core)))];
        }

        var thesis = choosing.Take(extracts, !isWhole ? 0 : count <= 8 ? 1 : 2, extract => Thesis(extract.Core));
        var wants = choosing.Take(extracts, Share(count, 4), extract => Want(extract.Core));
        var concessions = choosing.Take(Concessions(extracts, sentences), Share(count, 6), Concession);
        var reasons = choosing.Take(extracts, count, extract => Reason(extract.Core));

        return
        [
            .. Part("Thesis", thesis),
            .. Part(thesis.Count > 0 ? "Main reasons" : "Main points", reasons),
            .. Part("Concessions", concessions),
            .. Part("What the author wants", wants),
        ];
    }

    /// <summary>The sentence that says best what a text maintains; where none does, the most central one. Null for a text without any.</summary>
    public static Extract? ThesisOf(IReadOnlyList<SummarySentence> sentences)
    {
        var extracts = Extracts(sentences);
        var choosing = new Choosing(ThesisSentences);
        IEnumerable<Extract> best = [.. choosing.Take(extracts, 1, extract => Thesis(extract.Core)), .. choosing.Take(extracts, 1, extract => Reason(extract.Core))];
        return best.FirstOrDefault();
    }

    // One sentence in thirty that takes a stand: an encyclopedia or a story has fewer.
    private static bool Argues(IReadOnlyList<SummarySentence> sentences) =>
        sentences.Count(sentence => ArgumentRole.Wants(sentence) >= 1 || ArgumentRole.Maintains(sentence) >= 1) * SentencesPerStand >= sentences.Count
        && sentences.Count > 0;

    private static List<Extract> Extracts(IReadOnlyList<SummarySentence> sentences) =>
    [
        .. Enumerable.Range(0, sentences.Count)
            .Where(i => !sentences[i].IsQuestion && sentences[i].Words is >= LeastWords and <= MostWords)
            .Select(i => Extract.Of(sentences, i)),
    ];

    // A concession is fairly quoted with the answer that the author gives it.
    private static IEnumerable<Extract> Concessions(List<Extract> extracts, IReadOnlyList<SummarySentence> sentences)
    {
        var rebuttals = sentences.Where(ArgumentRole.Rebuts).Select(sentence => (sentence.Paragraph.Number, sentence.Number)).ToHashSet();
        return extracts.Select(extract =>
            rebuttals.Contains((extract.Core.Paragraph.Number, extract.Last + 1)) ? extract.WithNext() : extract);
    }

    private static int Share(int count, int of) => count < 3 ? 0 : Math.Max(1, (int)Math.Round((double)count / of));

    private static double Thesis(SummarySentence sentence)
    {
        var (wants, maintains) = (ArgumentRole.Wants(sentence), ArgumentRole.Maintains(sentence));
        var isEarly = sentence.Place <= EarlyPlace;
        if (wants < 1 && maintains < 1 && !(isEarly && sentence.Centrality >= PlainlyCentral && sentence.Judgement > 0))
        {
            return 0;
        }

        var place = isEarly ? 0.45 : sentence.Place >= LatePlace ? 0.2 : 0;
        return (0.8 * sentence.Centrality) + (0.5 * sentence.TitleShare) + (0.3 * wants) + (0.25 * maintains) + place
            - (0.4 * ArgumentRole.Concedes(sentence));
    }

    private static double Want(SummarySentence sentence)
    {
        var wants = ArgumentRole.Wants(sentence);
        return wants < PlainlyWanting ? 0 : (0.6 * wants) + (0.6 * sentence.Centrality) + (0.35 * sentence.Place);
    }

    // Authors meet objections where they draw their conclusions, and answer them there.
    private static double Concession(Extract extract)
    {
        var concedes = ArgumentRole.Concedes(extract.Core);
        var isAnswered = extract.Last > extract.Core.Number || extract.Core.Text.Contains(',', StringComparison.Ordinal);
        return concedes < PlainlyConceding ? 0
            : concedes + (0.4 * extract.Core.Centrality) + (0.4 * extract.Core.Place) + (isAnswered ? 0.2 : 0);
    }

    private static double Reason(SummarySentence sentence)
    {
        var cues = (sentence.Has(DiscourseRole.Reason) ? 0.25 : 0) + (sentence.Has(DiscourseRole.Evidence) ? 0.1 : 0)
            + (sentence.Number == 1 ? 0.2 : 0) + (0.3 * sentence.Judgement);
        var others = (0.3 * ArgumentRole.Wants(sentence)) + (0.3 * ArgumentRole.Concedes(sentence))
            + (sentence.Has(DiscourseRole.Attribution) ? 0.1 : 0)
            + (ArgumentRole.Doubts(sentence) ? 0.4 : 0) + Math.Min(0.3, 0.1 * sentence.Figures) + (sentence.Has(DiscourseRole.Example) ? 0.1 : 0);
        return sentence.Centrality + cues - others + 0.2;
    }

    private static IEnumerable<ReplyBlock> Part(string heading, IReadOnlyList<Extract> extracts) =>
        extracts.Count == 0 ? [] : extracts.Select(extract => (ReplyBlock)extract.ToQuote()).Prepend(new HeadingBlock(heading));
}
