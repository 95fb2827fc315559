namespace Bot.Library.Lexicons;

/// <summary>The lines of a word list that say something.</summary>
internal static class LexiconLines
{
    /// <summary>Each line without its comment, which begins with <c>#</c>, and its number from 1; blank ones are left out.</summary>
    public static IEnumerable<(string Content, int Number)> Of(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            var content = line.Split('#', 2)[0].Trim();
            if (content.Length > 0)
            {
                yield return (content, number);
            }
        }
    }
}
