using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Readings.Structure;

/// <summary>
/// Finds headings that count: <c>Chapter I</c>, <c>Article 5</c>, <c>FEDERALIST No. 51</c>, <c>1. Definitions.</c>, or a numeral alone. One line of
/// that form may be anything; lines that count on through the text are headings, however a file marks them. What a table of contents lists is none.
/// </summary>
internal static partial class SectionSeries
{
    private const int MaxHeadingLength = 120;
    private const int MaxSubjectWords = 20;
    private const int MinMembers = 2;
    private const int MinTitled = 3;
    private const int MinFromTheMiddle = 5;
    private const int MaxTitleWords = 12;

    /// <summary>The blocks with those headings and the entries of a table of contents marked; a heading is joined with the subject below it.</summary>
    public static IReadOnlyList<RawBlock> Mark(IReadOnlyList<RawBlock> blocks)
    {
        var texts = blocks.Select(block => Folding.Fold(TextMarks.RemoveMarks(block.Text))).ToList();
        var contents = ContentsList.Find(texts);
        var headings = FindHeadings(blocks, texts, contents);
        var marked = new List<RawBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            if (contents.IsEntry(i))
            {
                marked.Add(blocks[i] with { IsHeading = false, Kind = ParagraphKind.Contents });
            }
            else if (contents.IsHeading(i))
            {
                marked.Add(blocks[i] with { IsHeading = true });
            }
            else if (!headings.Contains(i))
            {
                marked.Add(blocks[i]);
            }
            else if (Form.Of(texts[i]) is { Rest.Length: 0 } && i + 1 < blocks.Count && !headings.Contains(i + 1) && IsSubject(blocks, texts, i + 1))
            {
                marked.Add(blocks[i] with { Text = blocks[i].Text + ChooseSeparator(texts[i]) + blocks[i + 1].Text, IsHeading = true });
                i++;
            }
            else
            {
                marked.Add(blocks[i] with { Text = Form.Of(texts[i]) is { IsTitled: true } ? blocks[i].Text.TrimEnd('.') : blocks[i].Text, IsHeading = true });
            }
        }

        return marked;
    }

    private static string ChooseSeparator(string heading) => char.IsLetterOrDigit(heading[^1]) ? ": " : " ";

    private static HashSet<int> FindHeadings(IReadOnlyList<RawBlock> blocks, List<string> texts, ContentsList contents)
    {
        var headings = new HashSet<int>();
        var members = texts
            .Select((text, index) => (Index: index, Form: IsCandidate(blocks[index], contents, index) ? Form.Of(text) : null))
            .Where(member => member.Form is not null)
            .Select(member => (member.Index, Form: member.Form!));
        foreach (var series in members.GroupBy(member => member.Form.Label))
        {
            var run = new List<(int Index, Form Form)>();
            foreach (var member in series)
            {
                if (run.Count > 0 && !member.Form.CountsOnFrom(run[^1].Form))
                {
                    Accept(run, texts, headings);
                    run.Clear();
                }

                run.Add(member);
            }

            Accept(run, texts, headings);
        }

        AddParents(texts, headings);
        return headings;
    }

    /// <summary>"2. Conditions" above "2.1. Fees" is a heading too.</summary>
    private static void AddParents(List<string> texts, HashSet<int> headings)
    {
        foreach (var first in headings.Where(index => index > 0 && Form.Of(texts[index]) is { Number: 1, Parent: not null }).ToList())
        {
            if (texts[first - 1].Length <= MaxHeadingLength && Form.IsNumberedTitle(texts[first - 1], Form.Of(texts[first])?.Parent))
            {
                headings.Add(first - 1);
            }
        }
    }

    private static bool IsCandidate(RawBlock block, ContentsList contents, int index) =>
        block.Kind is ParagraphKind.Prose && !contents.IsEntry(index) && !contents.IsHeading(index);

    private static void Accept(List<(int Index, Form Form)> run, List<string> texts, HashSet<int> headings)
    {
        // Numbered sentences are a list, unless each has a paragraph below it that is not the next of them.
        if (run.Count > 0 && run[0].Form.IsTitled
            && (run.Count < MinTitled || run[0].Form.Number > 1
                || !run.TrueForAll(member => StandsBetweenParagraphs(texts, member.Index) && !run.Exists(next => next.Index == member.Index + 1))))
        {
            return;
        }

        // A numeral alone may also be a page's number, which is in the middle of sentences, or the first cell of a table's row.
        var isLone = run.Count > 0 && run[0].Form.IsLone;
        if (run.Count < MinMembers
            || (run[0].Form is { Parent: not null } && run[0].Form.Number != 1)
            || (isLone && ((run[0].Form.Number != 1 && (run.Count < MinFromTheMiddle || !texts[run[0].Index].EndsWith('.'))) || !run.TrueForAll(member => StandsBetweenParagraphs(texts, member.Index)))))
        {
            return;
        }

        headings.UnionWith(run.Select(member => member.Index));
    }

    private static bool StandsBetweenParagraphs(List<string> texts, int index) =>
        index + 1 < texts.Count
        && (PlainLine.IsProse(texts[index + 1]) || (PlainLine.IsUpperCase(texts[index + 1]) && PlainLine.IsHeadingLike(texts[index + 1]) && Form.Of(texts[index + 1]) is null))
        && (index == 0 || texts[index - 1].Length == 0 || !char.IsLetterOrDigit(texts[index - 1][^1]) || PlainLine.IsHeadingLike(texts[index - 1]));

    private static bool IsSubject(IReadOnlyList<RawBlock> blocks, List<string> texts, int index)
    {
        var text = texts[index];
        return text.Length is > 0 and <= MaxHeadingLength * 2
            && blocks[index].Kind == ParagraphKind.Prose
            && PlainLine.CountWords(text) <= MaxSubjectWords
            && char.IsUpper(text.First(c => char.IsLetter(c) || c == text[^1]))
            && (!PlainLine.EndsSentence(text) || PlainLine.IsUpperCase(text))
            && text[^1] is not (',' or ';' or ':')
            && !Enumerator.IsMatch(text)
            && Form.Of(text) is null
            && index + 1 < texts.Count;
    }

    [GeneratedRegex(@"^(?:\(?[0-9a-z]{1,4}[.)]|[-–—•])\s")]
    private static partial Regex Enumerator { get; }

    /// <summary>A line that may be a heading that counts.</summary>
    private sealed partial record Form(string Label, int Number, string Rest)
    {
        private const string Titled = "1.";
        private const string RomanTitled = "I.";

        public bool IsLone => Label is "I" or "1";

        /// <summary>The number of the section that it is in, where it says so: <c>2</c> of <c>2.1. Fees</c>.</summary>
        public string? Parent { get; private init; }

        /// <summary>Whether it is a number with a short sentence, as <c>1. Definitions.</c></summary>
        public bool IsTitled => Label is Titled or RomanTitled;

        public bool CountsOnFrom(Form before) => IsTitled || Parent is not null ? Number == before.Number + 1 : IsLone ? Number == before.Number + 1 || Number == 1 : Number > before.Number;

        public static Form? Of(string text)
        {
            if (text.Length <= MaxHeadingLength && Subsection.Match(text) is { Success: true } below && IsTitle(below.Groups["rest"].Value))
            {
                var parent = below.Groups["parent"].Value.TrimEnd('.');
                return new Form($"{parent}.n", int.Parse(below.Groups["number"].Value, CultureInfo.InvariantCulture), below.Groups["rest"].Value) { Parent = parent };
            }

            if (text.Length > MaxHeadingLength || Shape.Match(text) is not { Success: true } match)
            {
                return null;
            }

            var number = match.Groups["number"].Value;
            var isRoman = !int.TryParse(number, CultureInfo.InvariantCulture, out var value);
            if (isRoman && !RomanNumeral.TryParse(number, out value))
            {
                return null;
            }

            var label = match.Groups["label"].Value.Trim();
            var rest = match.Groups["rest"].Value.Trim().TrimStart('.', ':', ')', '—', '–', '-', ' ');
            var isHeading = rest.Length == 0
                || (label.Length > 0 && (char.IsUpper(rest[0]) || rest[0] is '“' or '"') && (!PlainLine.EndsSentence(rest) || PlainLine.IsUpperCase(rest)) && rest[^1] is not (',' or ';'));
            if (label.Length == 0 && IsShortSentence(rest))
            {
                return new Form(isRoman ? RomanTitled : Titled, value, rest);
            }

            return !isHeading || NoSection.IsMatch(label)
                ? null
                : new Form(label.Length > 0 ? label.ToUpperInvariant() : isRoman ? "I" : "1", value, rest);
        }

        /// <summary>Whether a line is the title of a section with a number.</summary>
        public static bool IsNumberedTitle(string text, string? number) =>
            number is not null && text.StartsWith(number, StringComparison.Ordinal)
            && text[number.Length..].TrimStart('.') is var rest && rest.StartsWith(' ') && IsTitle(rest.Trim());

        private static bool IsTitle(string rest) =>
            rest.Length > 0 && (char.IsUpper(rest[0]) || rest[0] is '“' or '"') && !PlainLine.EndsSentence(rest) && rest[^1] is not (',' or ';' or ':') && PlainLine.CountWords(rest) <= MaxTitleWords;

        private static bool IsShortSentence(string rest) =>
            rest is [var first, .., '.' or '!' or '?'] && char.IsUpper(first) && PlainLine.CountWords(rest) <= MaxTitleWords && !InnerEnd.IsMatch(rest);

        [GeneratedRegex(@"^(?<parent>(?:[0-9]{1,2}\.){1,3})(?<number>[0-9]{1,2})\.?\s+(?<rest>\S.*)$")]
        private static partial Regex Subsection { get; }

        [GeneratedRegex(@"[.!?:;]\s")]
        private static partial Regex InnerEnd { get; }

        [GeneratedRegex(@"^(?<label>(?:\p{Lu}[\p{L}.’']*\s+){0,2}(?:(?:No\.|Nr\.|N\.º|§)\s*)?)(?<number>[0-9]{1,3}|[IVXLC]{1,7})(?<rest>$|[.:)—–\s-].*$)")]
        private static partial Regex Shape { get; }

        // These numbers do not mark sections.
        [GeneratedRegex(@"^(?:table|figure|fig\.|page|p\.|slide|plate|exhibit|tabelle|abbildung|seite|tableau|figura)$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$", RegexOptions.IgnoreCase)]
        private static partial Regex NoSection { get; }
    }
}
