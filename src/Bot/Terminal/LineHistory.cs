namespace Bot.Terminal;

/// <summary>The earlier lines, only in memory, because questions are not stored.</summary>
internal sealed class LineHistory
{
    private const int MaxLines = 500;

    private readonly List<string> lines = [];
    private int position;
    private string draft = "";

    /// <summary>Keeps a line as the latest; blank lines and repetitions of the latest are not kept.</summary>
    public void Add(string line)
    {
        if (!string.IsNullOrWhiteSpace(line) && (lines.Count == 0 || lines[^1] != line))
        {
            lines.Add(line);
            if (lines.Count > MaxLines)
            {
                lines.RemoveAt(0);
            }
        }

        position = lines.Count;
        draft = "";
    }

    /// <summary>The line before the shown one; the oldest stays.</summary>
    /// <param name="current">The current input, which is restored after the latest line.</param>
    public string GoBack(string current)
    {
        Keep(current);
        position = Math.Max(0, position - 1);
        return ShowCurrent();
    }

    /// <summary>The line after the shown one; after the latest comes the line that was being typed.</summary>
    /// <param name="current">The current input.</param>
    public string GoForward(string current)
    {
        Keep(current);
        position = Math.Min(lines.Count, position + 1);
        return ShowCurrent();
    }

    private void Keep(string current)
    {
        if (position == lines.Count)
        {
            draft = current;
        }
    }

    private string ShowCurrent() => position < lines.Count ? lines[position] : draft;
}
