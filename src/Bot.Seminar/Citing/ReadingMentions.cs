using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Bot.Library.Languages;
using Bot.Library.Readings;

namespace Bot.Seminar.Citing;

/// <summary>
/// Finds the readings and authors that a question names. All names come from the shelf: an author's last name, with or without other names before it (<c>Du
/// Bois</c>), a title or two consecutive words that no other title has (<c>AI Act</c>), its initials (<c>GDPR</c>), and one word after “the” (<c>the
/// Declaration</c>). Parts of a title count only if they are capitalized. A file without an author often has the author's name in its own
/// (<c>thoreau-civil-disobedience</c>), so a capitalized word of that names it too, unless it is in the title.
/// </summary>
internal static partial class ReadingMentions
{
    private const int MinWordLength = 3;
    private const int MaxWords = 12;
    private const int MinInitials = 3;

    private static readonly ConditionalWeakTable<Reading, Names> KnownNames = [];

    /// <summary>The names in order, without overlap; if two begin at the same word, the longer one.</summary>
    public static IReadOnlyList<Mention> Find(string question, IReadOnlyList<Reading> readings)
    {
        var words = WordsOf(question);

        // In a question without any capitals, names have none either.
        var hasCapitals = words.Skip(1).Any(word => word.IsCapital);
        var names = readings.Select(reading => KnownNames.GetValue(reading, NamesOf)).ToList();
        var byWord = names.SelectMany(name => name.Words, (name, word) => (word, name)).ToLookup(pair => pair.word, pair => pair.name, StringComparer.Ordinal);
        var mentions = new List<Mention>();
        for (var i = 0; i < words.Count; i++)
        {
            var near = byWord[words[i].Text].ToList();
            for (var count = near.Count == 0 ? 0 : Math.Min(MaxWords, words.Count - i); count > 0; count--)
            {
                if (FindMention(question, words, i, count, near, hasCapitals) is { } mention)
                {
                    mentions.Add(mention);
                    i += count - 1;
                    break;
                }
            }
        }

        return mentions;
    }

    /// <summary>The readings whose author has this name, or whose file if it has no author; whether it is capitalized does not matter.</summary>
    public static IReadOnlyList<Reading> FindByAuthor(string name, IReadOnlyList<Reading> readings)
    {
        var run = WordsOf(name);
        return run.Count == 0 ? []
            : [.. readings.Where(reading => KnownNames.GetValue(reading, NamesOf) is var names
                && (names.HasAuthor(run) || (run is [var only] && names.IsInFileName(only.Text))))];
    }

    private static Mention? FindMention(string question, List<Word> words, int first, int count, List<Names> names, bool hasCapitals)
    {
        var run = words.GetRange(first, count);
        var (start, end) = (run[0].Start, run[^1].End);
        var authors = names.FindAll(name => (!hasCapitals || run.Exists(word => word.IsCapital)) && name.HasAuthor(run));
        if (authors.Count > 0)
        {
            return new Mention([.. authors.Select(name => name.Reading)], start, end, IsAuthor: true);
        }

        var isWrittenAsName = run.TrueForAll(word => word.IsCapital || StopWords.Contains(word.Text)) && run[0].IsCapital && run[^1].IsCapital

            // "Human Rights" in "Human Rights Council" is not a title.
            && !(first + count < words.Count && words[first + count].IsCapital);
        var behindThe = first > 0 && words[first - 1].Text == "the";
        var isQuoted = IsQuoted(question, start, end);
        var titles = names.FindAll(name => name.IsTitle(run, isQuoted) || (isWrittenAsName && name.HasInTitle(run, behindThe)));
        if (titles.Count == 0 && isWrittenAsName && count == 1 && !question[start..end].Any(char.IsLower))
        {
            // "GPL" is the GNU General Public License before it is the GNU Lesser General Public License.
            titles = [.. names.Select(name => (Name: name, Rank: name.RankOfInitials(run[0].Text))).Where(name => name.Rank is not null)
                .GroupBy(name => name.Rank).MinBy(rank => rank.Key)?.Select(name => name.Name) ?? []];
        }

        return titles.Count > 0 && titles.TrueForAll(name => name.IsSameWork(titles[0]))
            ? new Mention([.. titles.Select(name => name.Reading)], isQuoted ? start - 1 : start, isQuoted ? end + 1 : end, IsAuthor: false)
            : null;
    }

    private static bool IsQuoted(string question, int start, int end) =>
        start > 0 && end < question.Length && question[start - 1] is '“' or '"' or '‘' or '«' or '„' && question[end] is '”' or '"' or '’' or '»' or '“';

    private static List<Word> WordsOf(string text) => [.. WordForm.Matches(text).Select(match => new Word(
        match.Value.ToLowerInvariant(), match.Index, match.Index + match.Length, char.IsUpper(match.Value[0]) || char.IsDigit(match.Value[0])))];

    private static Names NamesOf(Reading reading)
    {
        var main = Subtitle.Replace(reading.Title, "");
        var id = reading.Id.Value[(reading.Id.Value.LastIndexOf('/') + 1)..];
        return new Names(reading, [.. AuthorsOf(reading.Author)], WordsOf(main), WordsOf(reading.Title), WordsOf(id.Replace('-', ' ')));
    }

    private static IEnumerable<List<Word>> AuthorsOf(string? author) => AuthorSeparator.Split(author ?? "")
        .Select(WordsOf)
        .Where(
            name => name.Count > 0 && name[0].IsCapital && name[^1].IsCapital && name.TrueForAll(word => word.IsCapital || word.Text.Length <= MinWordLength));

    [GeneratedRegex(@"\p{L}(?:\.\p{L})+\.?|[\p{L}\p{N}]+(?:[-’'](?!s\b)[\p{L}\p{N}]+)*")]
    private static partial Regex WordForm { get; }

    [GeneratedRegex(@"(?:\s*[:(;]|\s[–—-]\s).*$")]
    private static partial Regex Subtitle { get; }

    [GeneratedRegex(@",|;|&|\b(?:and|with|for|und|et|y|e|en)\b")]
    private static partial Regex AuthorSeparator { get; }

    private readonly record struct Word(string Text, int Start, int End, bool IsCapital);

    /// <summary>The names of one reading.</summary>
    private sealed record Names(Reading Reading, List<List<Word>> Authors, List<Word> MainTitle, List<Word> Title, List<Word> Id)
    {
        private IReadOnlyList<string>? words;

        private readonly string initials = string.Concat(MainTitle.Where(word => !StopWords.Contains(word.Text)).Select(word => word.Text[0]));

        /// <summary>Every word that one of its names can begin with.</summary>
        public IReadOnlyList<string> Words =>
            words ??= [.. Authors.SelectMany(author => author).Concat(Title).Concat(Id).Select(word => word.Text).Concat(InitialsInside()).Distinct()];

        public bool HasAuthor(List<Word> run) => Authors.Exists(author =>
            run[^1].Text.Length >= MinWordLength && author[^1].Text == run[^1].Text && IsInOrder(author, run));

        // A title of one word can be an ordinary word, unless it is in quotation marks or capitalized.
        public bool IsTitle(List<Word> run, bool isQuoted) =>
            (AreSame(MainTitle, run) || AreSame(RemoveArticle(MainTitle), run) || AreSame(Title, run))
            && (isQuoted || run[^1].IsCapital || run.Count(word => !StopWords.Contains(word.Text)) > 1);

        public bool HasInTitle(List<Word> run, bool behindThe) => run switch
        {
            [var only] when (only.Text.Length >= MinInitials && only.Text == initials) || IsInFileName(only.Text) => true,
            [var only] => behindThe && only.Text.Length > MinWordLength && Title.Exists(word => word.IsCapital && word.Text == only.Text),
            _ => Contains(Title, run) || Contains(Id, run),
        };

        public bool IsInFileName(string word) => Reading.Author is null
            && word.Length >= MinWordLength
            && char.IsLetter(word[0])
            && !StopWords.Contains(word)
            && Id.Exists(part => part.Text == word)
            && !Title.Exists(part => part.Text == word);

        /// <summary>
        /// How close letters come to the title's initials: 0 if they begin the title or follow its first word, 1 if they are inside it, null if they are not
        /// in it.
        /// </summary>
        public int? RankOfInitials(string letters) =>
            letters.Length < MinInitials || initials.IndexOf(letters, StringComparison.Ordinal) is not (>= 0 and var at) ? null
            : at == 0 || (at == 1 && initials.Length == letters.Length + 1) ? 0
            : 1;

        public bool IsSameWork(Names other) => ReferenceEquals(this, other) || AreSame(MainTitle, other.MainTitle);

        private IEnumerable<string> InitialsInside() =>
            from start in Enumerable.Range(0, initials.Length)
            from length in Enumerable.Range(MinInitials, Math.Max(0, initials.Length - start - MinInitials + 1))
            select initials.Substring(start, length);

        // "Ida Lund" matches Ida M. Lund.
        private static bool IsInOrder(List<Word> author, List<Word> run)
        {
            var at = 0;
            foreach (var word in author)
            {
                at += at < run.Count && word.Text == run[at].Text ? 1 : 0;
            }

            return at == run.Count;
        }

        private static List<Word> RemoveArticle(List<Word> title) =>
            title is [{ Text: "the" or "a" or "an" }, _, ..] ? title.GetRange(1, title.Count - 1) : title;

        private static bool Contains(List<Word> words, List<Word> run) =>
            Enumerable.Range(0, Math.Max(0, words.Count - run.Count + 1)).Any(at => AreSame(words.GetRange(at, run.Count), run));

        private static bool AreSame(List<Word> words, List<Word> run) => words.Select(word => word.Text).SequenceEqual(run.Select(word => word.Text));
    }
}
