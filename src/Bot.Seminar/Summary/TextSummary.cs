namespace Bot.Seminar.Summary;

/// <summary>Sums up a text with its most central sentences in order; a long text section by section.</summary>
internal static class TextSummary
{
    // A text with fewer sentences is summed up as a whole, even if it has headings.
    private const int MinLongTextSentences = 60;

    /// <summary>The quotes in the text's order, under headings if the text is long.</summary>
    /// <param name="sentences">The sentences of one text, in order.</param>
    /// <param name="count">The maximum number of sentences.</param>
    public static IReadOnlyList<ReplyBlock> Of(IReadOnlyList<SummarySentence> sentences, int count)
    {
        var extracts = Extract.Of(sentences);
        var sections = sentences.Count < MinLongTextSentences ? [] : ChooseSections(extracts, sentences, count);
        return sections.Count < 2
            ? [.. PutInOrder(Choosing.Take(extracts, count, extract => extract.Core.Centrality)).Select(extract => extract.ToQuote())]
            : QuoteBySection(sections);
    }

    /// <summary>The most central sentence of a text, preferably one that can be understood alone. Null for a text without sentences.</summary>
    public static Extract? FindMostCentral(IReadOnlyList<SummarySentence> sentences) => Extract.Of(sentences)
        .OrderBy(extract => extract.Count)
        .ThenByDescending(extract => extract.Core.Centrality)
        .FirstOrDefault();

    // The longest sections come first; each gets a share by its length.
    private static List<(string Heading, List<Extract> Extracts, int Share)> ChooseSections(
        IReadOnlyList<Extract> extracts, IReadOnlyList<SummarySentence> sentences, int count)
    {
        var runs = NumberSections(sentences);
        var lengths = sentences.CountBy(sentence => runs[sentence.Paragraph.Number]).ToDictionary();
        var sections = extracts
            .GroupBy(extract => runs[extract.Core.Paragraph.Number])
            .Select(group => (Heading: group.First().Core.Paragraph.Section ?? "", Extracts: group.ToList(), Length: lengths[group.Key]))
            .OrderByDescending(section => section.Length)
            .Take(count)
            .OrderBy(section => section.Extracts[0].Core.Paragraph.Number)
            .ToList();
        var total = sections.Sum(section => section.Length);
        var shares = sections.ConvertAll(_ => 1);

        // The next sentence goes to the largest quotient (Sainte-Laguë), so that shares follow the lengths.
        for (var left = count - sections.Count; left > 0 && total > 0; left--)
        {
            var next = Enumerable.Range(0, sections.Count).MaxBy(i => sections[i].Length / ((2.0 * shares[i]) + 1));
            shares[next]++;
        }

        return [.. sections.Select((section, i) => (section.Heading, section.Extracts, shares[i]))];
    }

    // The number of the section of each paragraph. Two sections can have the same heading, such as “Conclusion”.
    private static Dictionary<int, int> NumberSections(IReadOnlyList<SummarySentence> sentences)
    {
        var numbers = new Dictionary<int, int>();
        var (section, heading) = (0, sentences.Count > 0 ? sentences[0].Paragraph.Section : null);
        foreach (var paragraph in sentences.Select(sentence => sentence.Paragraph))
        {
            section += paragraph.Section == heading ? 0 : 1;
            heading = paragraph.Section;
            numbers[paragraph.Number] = section;
        }

        return numbers;
    }

    private static List<ReplyBlock> QuoteBySection(List<(string Heading, List<Extract> Extracts, int Share)> sections)
    {
        var blocks = new List<ReplyBlock>();
        var chosen = new List<Extract>();
        foreach (var (heading, extracts, share) in sections)
        {
            var taken = Choosing.Take(extracts, share, extract => extract.Core.Centrality, chosen);
            if (taken.Count > 0)
            {
                chosen.AddRange(taken);
                if (heading.Length > 0)
                {
                    blocks.Add(new HeadingBlock(heading));
                }

                blocks.AddRange(PutInOrder(taken).Select(extract => extract.ToQuote()));
            }
        }

        return blocks;
    }

    private static IEnumerable<Extract> PutInOrder(IEnumerable<Extract> extracts) =>
        extracts.OrderBy(extract => extract.Core.Paragraph.Number).ThenBy(extract => extract.First);
}
