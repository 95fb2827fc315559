using Bot.Library.Languages;

namespace Bot.Library.Readings.Sentences;

/// <summary>Words that are written with a full stop which need not end the sentence.</summary>
internal sealed class Abbreviations
{
    private const string NeverEndsSection = "[never-ends]";
    private const string MayEndSection = "[may-end]";

    private readonly HashSet<string> neverEnds = new(StringComparer.Ordinal);
    private readonly HashSet<string> mayEnd = new(StringComparer.Ordinal);

    private Abbreviations()
    {
    }

    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "config", "lexicon");

    /// <summary>The lists that ship with the program, one for each language, in the order of their names.</summary>
    public static IReadOnlyList<string> Files => Directory.Exists(Folder) ? [.. Directory.GetFiles(Folder, "abbreviations*.txt").Order(StringComparer.Ordinal)] : [];

    /// <summary>The abbreviations of a language that ship with the program; those of English for a language that is not known.</summary>
    /// <exception cref="FileNotFoundException">The file is not beside the program.</exception>
    public static Abbreviations Of(ReadingLanguage language) => Load(Path.Combine(Folder, NameFile(language)));

    /// <summary>Reads a list: one abbreviation a line without its last full stop, below <c>[never-ends]</c> or <c>[may-end]</c>.</summary>
    /// <param name="file">The path; lines that begin with <c>#</c> are comments.</param>
    /// <exception cref="FileNotFoundException">There is no such file; the message names it.</exception>
    /// <exception cref="FormatException">A word stands above both headings, or a heading is unknown; the message names file and line.</exception>
    public static Abbreviations Load(string file)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"The list of abbreviations {file} is missing; it ships in config/lexicon.", file);
        }

        var abbreviations = new Abbreviations();
        HashSet<string>? section = null;
        var number = 0;
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
        {
            number++;
            if (line.StartsWith('['))
            {
                section = line switch
                {
                    NeverEndsSection => abbreviations.neverEnds,
                    MayEndSection => abbreviations.mayEnd,
                    _ => throw new FormatException($"{file}, line {number}: “{line}” is neither “{NeverEndsSection}” nor “{MayEndSection}”."),
                };
            }
            else if (line.Length > 0 && !line.StartsWith('#'))
            {
                (section ?? throw new FormatException(
                    $"{file}, line {number}: “{line}” stands above “{NeverEndsSection}” and “{MayEndSection}”.")).Add(line.TrimEnd('.'));
            }
        }

        return abbreviations;
    }

    /// <summary>Whether a sentence continues after this word and its full stop, whatever follows; <c>Mr</c>, <c>e.g</c>.</summary>
    internal bool NeverEnds(ReadOnlySpan<char> word) => Contains(neverEnds, word);

    /// <summary>Whether a sentence ends behind this word and its full stop only before an opening word; <c>U.S</c>, <c>p.m</c>.</summary>
    internal bool MayEnd(ReadOnlySpan<char> word) => Contains(mayEnd, word);

    private static string NameFile(ReadingLanguage language) => language switch
    {
        ReadingLanguage.German => "abbreviations.de.txt",
        ReadingLanguage.French => "abbreviations.fr.txt",
        ReadingLanguage.Spanish => "abbreviations.es.txt",
        ReadingLanguage.Portuguese => "abbreviations.pt.txt",
        ReadingLanguage.Italian => "abbreviations.it.txt",
        ReadingLanguage.Dutch => "abbreviations.nl.txt",
        _ => "abbreviations.txt",
    };

    private static bool Contains(HashSet<string> words, ReadOnlySpan<char> word) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
