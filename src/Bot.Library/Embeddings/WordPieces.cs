using Microsoft.ML.Tokenizers;

namespace Bot.Library.Embeddings;

/// <summary>Splits text into MiniLM's word pieces. Thread-safe; all networks share one vocabulary.</summary>
internal sealed class WordPieces
{
    /// <summary>The piece that begins every input.</summary>
    public const int Start = 101;

    /// <summary>The piece that ends each part of an input.</summary>
    public const int Separator = 102;

    private static WordPieces? shared;
    private static object? gate;

    private readonly BertTokenizer tokenizer;

    private WordPieces()
    {
        using var vocabulary = MiniLmFiles.OpenVocabulary();
        tokenizer = BertTokenizer.Create(vocabulary, new BertOptions { LowerCaseBeforeTokenization = true, RemoveNonSpacingMarks = true });
    }

    /// <summary>The word pieces, loaded on first use.</summary>
    public static WordPieces Shared => LazyInitializer.EnsureInitialized(ref shared, ref gate, () => new WordPieces());

    /// <summary>The pieces of a text, without the ones that begin and end an input.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="max">The maximum number of pieces; the rest of the text is left out.</param>
    public int[] Of(string text, int max)
    {
        var pieces = tokenizer.EncodeToIds(text, max, addSpecialTokens: false, out _, out _);
        return [.. pieces];
    }
}
