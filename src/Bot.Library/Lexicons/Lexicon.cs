namespace Bot.Library.Lexicons;

/// <summary>What the bot knows of words: general knowledge of the language and of place names, never of one reading.</summary>
public sealed class Lexicon
{
    private Lexicon()
    {
    }

    /// <summary>The folder that ships beside the program.</summary>
    public static string DefaultFolder { get; } = Path.Combine(AppContext.BaseDirectory, "config", "lexicon");

    /// <summary>The lexicon that ships with the program, read once.</summary>
    public static Lexicon Default => Shipped.Value;

    /// <summary>Words and phrases that stand for each other.</summary>
    public ConceptMap Concepts { get; } = new();

    /// <summary>Words that are opposed to each other.</summary>
    public required Opposites Opposites { get; init; }

    /// <summary>Words that judge and deny.</summary>
    public required StanceWords Stance { get; init; }

    /// <summary>Words that judge a thing as a whole.</summary>
    public required VerdictWords Verdicts { get; init; }

    /// <summary>Phrases that show what a sentence does in an argument.</summary>
    public required DiscourseCues Discourse { get; init; }

    /// <summary>Questions that test a claim where no text answers it.</summary>
    public required CriticalQuestions CriticalQuestions { get; init; }

    private static Lazy<Lexicon> Shipped { get; } = new(() => Load(DefaultFolder));

    /// <summary>Reads every file of a lexicon.</summary>
    /// <param name="folder">The folder that holds <c>synonyms.txt</c>, <c>places.txt</c> and the rest.</param>
    /// <exception cref="FileNotFoundException">A file of the lexicon is missing.</exception>
    /// <exception cref="FormatException">A file is not in its format; the message names file and line.</exception>
    public static Lexicon Load(string folder)
    {
        var antonyms = Path.Combine(folder, "antonyms.txt");
        var lexicon = new Lexicon
        {
            Opposites = Opposites.Load(antonyms),
            Stance = StanceWords.Load(Path.Combine(folder, "stance.yaml")),
            Verdicts = VerdictWords.Load(Path.Combine(folder, "verdicts.yaml")),
            Discourse = DiscourseCues.Load(Path.Combine(folder, "discourse.yaml")),
            CriticalQuestions = CriticalQuestions.Load(Path.Combine(folder, "critical-questions.yaml")),
        };
        lexicon.Concepts.AddFile(Path.Combine(folder, "places.txt"), Kinship.Place);
        lexicon.Concepts.AddFile(Path.Combine(folder, "synonyms.txt"), Kinship.Synonym);
        lexicon.Concepts.AddFile(Path.Combine(folder, "places-related.txt"), Kinship.RelatedPlace);
        foreach (var group in Opposites.Groups(antonyms))
        {
            lexicon.Concepts.AddGroup(group, Kinship.Antonym);
        }

        return lexicon;
    }
}
