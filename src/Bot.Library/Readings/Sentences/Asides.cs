namespace Bot.Library.Readings.Sentences;

/// <summary>The brackets of a paragraph after which the sentence continues: nothing inside them ends it.</summary>
internal sealed class Asides
{
    private const int MaxLength = 600;

    private readonly List<(int Open, int Close)> spans = [];
    private int seen;

    public Asides(string text)
    {
        var open = new Stack<int>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[')
            {
                open.Push(i);
            }
            else if (text[i] is ')' or ']' && open.TryPop(out var start) && open.Count == 0 && i - start <= MaxLength && GoesOn(text, i + 1))
            {
                spans.Add((start, i));
            }
        }
    }

    /// <summary>Whether a place is inside such brackets. Call it with ascending places.</summary>
    public bool GoesOnBehind(int place)
    {
        while (seen < spans.Count && spans[seen].Close < place)
        {
            seen++;
        }

        return seen < spans.Count && spans[seen].Open < place;
    }

    private static bool GoesOn(string text, int behind)
    {
        var next = Marks.SkipSpace(text, behind);
        return next < text.Length && (text[next] is ',' or ';' or ':' or '–' or '—' or '.' or '?' or '!' || char.IsLower(text[next]));
    }
}
