namespace Bot.Library.Lexicons;

/// <summary>What the bot knows of words: general knowledge of the language and of place names, never of one reading.</summary>
public sealed class Lexicon
{
    private Lexicon(ConceptMap concepts) => Concepts = concepts;

    /// <summary>The folder that ships beside the program.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "config", "lexicon");

    /// <summary>The lexicon that ships with the program, read once.</summary>
    public static Lexicon Default => Shipped.Value;

    /// <summary>Words and phrases that stand for each other.</summary>
    public ConceptMap Concepts { get; }

    private static Lazy<Lexicon> Shipped { get; } = new(() => Load(DefaultFolder));

    /// <summary>Reads every file of a lexicon.</summary>
    /// <param name="folder">The folder that holds <c>synonyms.txt</c>, <c>places.txt</c> and the rest.</param>
    /// <exception cref="FileNotFoundException">A file of the lexicon is missing.</exception>
    /// <exception cref="FormatException">A file is not in its format; the message names file and line.</exception>
    public static Lexicon Load(string folder)
    {
        var concepts = new ConceptMap();
        concepts.AddFile(Path.Combine(folder, "places.txt"), Kinship.Place);
        concepts.AddFile(Path.Combine(folder, "synonyms.txt"), Kinship.Synonym);
        concepts.AddFile(Path.Combine(folder, "places-related.txt"), Kinship.RelatedPlace);
        foreach (var pair in File.ReadLines(Path.Combine(folder, "antonyms.txt")).Select(line => line.Split('#', 2)[0].Replace('|', ',')).Where(line => line.Trim().Length > 0))
        {
            concepts.AddGroup(pair.Split(',', StringSplitOptions.TrimEntries), Kinship.Antonym);
        }

        return new Lexicon(concepts);
    }
}
