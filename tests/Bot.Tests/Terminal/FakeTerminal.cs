using System.Text;
using Bot.Terminal;

namespace Bot.Tests.Terminal;

/// <summary>A terminal that types a test's keys and records the screen.</summary>
internal sealed class FakeTerminal(params ConsoleKeyInfo[] keys) : ITerminal
{
    private readonly Queue<ConsoleKeyInfo> keys = new(keys);
    private readonly StringBuilder screen = new();

    public int Width { get; set; } = 60;

    public string Written => screen.ToString();

    /// <summary>The last line of the screen.</summary>
    public string LastLine => Written[(Written.LastIndexOf("\u001b[K", StringComparison.Ordinal) + 3)..].Split('\r')[0];

    public ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<ConsoleKeyInfo?>(keys.Count > 0 ? keys.Dequeue() : null);

    public void Write(string text) => screen.Append(text);

    /// <summary>Parses keys: <c>abc</c> are letters, <c>&lt;Left&gt;</c> is a key, <c>&lt;C-w&gt;</c> and <c>&lt;M-b&gt;</c> have a modifier.</summary>
    public static ConsoleKeyInfo[] Keys(string typed)
    {
        var result = new List<ConsoleKeyInfo>();
        for (var i = 0; i < typed.Length; i++)
        {
            var close = typed[i] == '<' ? typed.IndexOf('>', i) : -1;
            if (close < 0)
            {
                result.Add(new ConsoleKeyInfo(typed[i], ConsoleKey.None, shift: false, alt: false, control: false));
                continue;
            }

            result.Add(Named(typed[(i + 1)..close]));
            i = close;
        }

        return [.. result];
    }

    private static ConsoleKeyInfo Named(string name)
    {
        var isControl = name.StartsWith("C-", StringComparison.Ordinal);
        var isAlt = name.StartsWith("M-", StringComparison.Ordinal);
        var bare = isControl || isAlt ? name[2..] : name;
        var key = bare switch
        {
            "Left" => ConsoleKey.LeftArrow,
            "Right" => ConsoleKey.RightArrow,
            "Up" => ConsoleKey.UpArrow,
            "Down" => ConsoleKey.DownArrow,
            _ => Enum.Parse<ConsoleKey>(bare, ignoreCase: true),
        };
        return new ConsoleKeyInfo('\0', key, shift: false, isAlt, isControl);
    }
}
