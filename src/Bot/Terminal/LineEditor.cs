using System.Globalization;
using Bot.Chat.Delivery;

namespace Bot.Terminal;

/// <summary>Reads a line from a terminal, with the keys that people know from their shell.</summary>
internal sealed class LineEditor(ITerminal terminal, Func<string, int, Completion> complete)
{
    private const string Prompt = "› ";
    private const int MaxCandidates = 60;

    private readonly LineHistory history = new();
    private LineBuffer buffer = new();
    private bool tabWasLast;

    /// <summary>Reads one line.</summary>
    /// <returns>The line, or null if the person leaves: Ctrl-D on an empty line, or Ctrl-C on it twice.</returns>
    public async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        buffer = new LineBuffer();
        var leaveIsDue = false;
        while (true)
        {
            Draw();
            if (await terminal.ReadKeyAsync(cancellationToken) is not { } key)
            {
                return null;
            }

            var isEmpty = buffer.Text.Length == 0;
            if (Is(key, ConsoleKey.Enter) || key.KeyChar is '\r' or '\n')
            {
                return Accept();
            }

            if (IsControl(key, ConsoleKey.C))
            {
                if (isEmpty && leaveIsDue)
                {
                    terminal.Write("\r\n");
                    return null;
                }

                leaveIsDue = isEmpty;
                terminal.Write(isEmpty ? $"\r\n{TerminalTexts.HowToLeave}\r\n" : "^C\r\n");
                buffer.Set("");
                continue;
            }

            if (IsControl(key, ConsoleKey.D) && isEmpty)
            {
                terminal.Write("\r\n");
                return null;
            }

            leaveIsDue = false;
            Press(key);
            tabWasLast = Is(key, ConsoleKey.Tab);
        }
    }

    /// <summary>Draws the line again after other output.</summary>
    public void Redraw() => Draw();

    private string Accept()
    {
        buffer.MoveEnd();
        Draw();
        terminal.Write("\r\n");
        history.Add(buffer.Text);
        return buffer.Text;
    }

    private void Press(ConsoleKeyInfo key)
    {
        var isControl = key.Modifiers.HasFlag(ConsoleModifiers.Control);
        var isAlt = key.Modifiers.HasFlag(ConsoleModifiers.Alt);
        switch (key.Key)
        {
            case ConsoleKey.Tab: Complete(); break;
            case ConsoleKey.UpArrow: buffer.Set(history.GoBack(buffer.Text)); break;
            case ConsoleKey.DownArrow: buffer.Set(history.GoForward(buffer.Text)); break;
            case ConsoleKey.P when isControl: buffer.Set(history.GoBack(buffer.Text)); break;
            case ConsoleKey.N when isControl: buffer.Set(history.GoForward(buffer.Text)); break;
            case ConsoleKey.LeftArrow when isControl || isAlt: buffer.MoveWordLeft(); break;
            case ConsoleKey.RightArrow when isControl || isAlt: buffer.MoveWordRight(); break;
            case ConsoleKey.B when isAlt: buffer.MoveWordLeft(); break;
            case ConsoleKey.F when isAlt: buffer.MoveWordRight(); break;
            case ConsoleKey.LeftArrow: buffer.MoveLeft(); break;
            case ConsoleKey.RightArrow: buffer.MoveRight(); break;
            case ConsoleKey.B when isControl: buffer.MoveLeft(); break;
            case ConsoleKey.F when isControl: buffer.MoveRight(); break;
            case ConsoleKey.Home: buffer.MoveHome(); break;
            case ConsoleKey.End: buffer.MoveEnd(); break;
            case ConsoleKey.A when isControl: buffer.MoveHome(); break;
            case ConsoleKey.E when isControl: buffer.MoveEnd(); break;
            case ConsoleKey.Backspace when isAlt || isControl: buffer.KillWordLeft(); break;
            case ConsoleKey.Backspace: buffer.Backspace(); break;
            case ConsoleKey.H when isControl: buffer.Backspace(); break;
            case ConsoleKey.Delete: buffer.Delete(); break;
            case ConsoleKey.D when isControl: buffer.Delete(); break;
            case ConsoleKey.D when isAlt: buffer.KillWordRight(); break;
            case ConsoleKey.K when isControl: buffer.KillToEnd(); break;
            case ConsoleKey.U when isControl: buffer.KillToStart(); break;
            case ConsoleKey.W when isControl: buffer.KillWordLeft(); break;
            case ConsoleKey.Y when isControl: buffer.Yank(); break;
            case ConsoleKey.L when isControl: terminal.Write("\u001b[H\u001b[2J"); break;
            case ConsoleKey.Escape: break;
            default: Type(key.KeyChar); break;
        }
    }

    private void Type(char letter)
    {
        if (!char.IsControl(letter))
        {
            buffer.Insert(letter.ToString(CultureInfo.InvariantCulture));
        }
    }

    private void Complete()
    {
        var completion = complete(buffer.Text, buffer.Cursor);
        var typed = buffer.Cursor - completion.Start;
        if (completion.CommonStart.Length > typed || completion.Candidates.Count == 1)
        {
            buffer.Replace(completion.Start, buffer.Cursor, completion.CommonStart);
        }
        else if (completion.Candidates.Count > 1 && tabWasLast)
        {
            var more = completion.Candidates.Count - MaxCandidates;
            var shown = string.Join("  ", completion.Candidates.Take(MaxCandidates).Select(candidate => candidate.Trim()));
            terminal.Write($"\r\n{(more > 0 ? TerminalTexts.FormatAndMore(shown, more) : shown)}\r\n");
        }
    }

    // Uses one row of the screen: a long line scrolls to the side, so that changing the window breaks nothing.
    private void Draw()
    {
        var room = Math.Max(4, terminal.Width - Cells.Of(Prompt) - 1);
        var (start, before) = (buffer.Cursor, 0);
        foreach (var place in StringInfo.ParseCombiningCharacters(buffer.Text[..buffer.Cursor]).Reverse())
        {
            var cells = Cells.Of(buffer.Text[place..start]);
            if (before + cells > room)
            {
                break;
            }

            (start, before) = (place, before + cells);
        }

        var shown = Cells.Cut(buffer.Text[start..], room);
        var column = Cells.Of(Prompt) + before;
        terminal.Write($"\r\u001b[K{Prompt}{shown}\r\u001b[{column}C");
    }

    private static bool Is(ConsoleKeyInfo key, ConsoleKey wanted) => key.Key == wanted;

    private static bool IsControl(ConsoleKeyInfo key, ConsoleKey wanted) =>
        key.Key == wanted && key.Modifiers.HasFlag(ConsoleModifiers.Control);
}
