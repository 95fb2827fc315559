namespace Bot.Library.Readings;

/// <summary>Cuts a paragraph into sentences.</summary>
public sealed class SentenceSplitter
{
    private const string Ends = ".!?”";
    private readonly string ends = Ends;

    /// <summary>Cuts a text where its sentences end.</summary>
    /// <param name="text">One paragraph.</param>
    /// <returns>The sentences in order, without the white space between them; empty for a blank text.</returns>
    public IReadOnlyList<Sentence> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<Sentence>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i]) && i > 0 && ends.Contains(text[i - 1], StringComparison.Ordinal)))
            {
                if (text[start..i].Trim().Length > 0)
                {
                    sentences.Add(new Sentence(start, i - start));
                }

                start = i + 1;
            }
        }

        return sentences;
    }
}
