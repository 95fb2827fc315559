using System.Globalization;

namespace Bot.Terminal;

/// <summary>A line that is being typed, with its cursor. The cursor moves by whole visible characters.</summary>
internal sealed class LineBuffer
{
    private string killed = "";

    /// <summary>The text.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The offset of the cursor in UTF-16 code units, from 0 to the length of the text.</summary>
    public int Cursor { get; private set; }

    /// <summary>Replaces the text, with the cursor at its end.</summary>
    public void Set(string text) => (Text, Cursor) = (text, text.Length);

    public void Insert(string text) => Replace(Cursor, Cursor, text);

    /// <summary>Replaces a part of the text, with the cursor after it.</summary>
    public void Replace(int start, int end, string text)
    {
        Text = string.Concat(Text.AsSpan(0, start), text, Text.AsSpan(end));
        Cursor = start + text.Length;
    }

    public void MoveLeft() => Cursor = FindPrevious(Cursor);

    public void MoveRight() => Cursor = FindNext(Cursor);

    public void MoveHome() => Cursor = 0;

    public void MoveEnd() => Cursor = Text.Length;

    public void MoveWordLeft() => Cursor = FindWordStart();

    public void MoveWordRight() => Cursor = FindWordEnd();

    public void Backspace() => Replace(FindPrevious(Cursor), Cursor, "");

    public void Delete()
    {
        var start = Cursor;
        Replace(start, FindNext(start), "");
    }

    /// <summary>Cuts from the cursor to the end.</summary>
    public void KillToEnd() => Kill(Cursor, Text.Length);

    /// <summary>Cuts from the beginning to the cursor.</summary>
    public void KillToStart() => Kill(0, Cursor);

    /// <summary>Cuts the word before the cursor, back to the space before it.</summary>
    public void KillWordLeft()
    {
        var start = Cursor;
        while (start > 0 && Text[start - 1] == ' ')
        {
            start--;
        }

        while (start > 0 && Text[start - 1] != ' ')
        {
            start--;
        }

        Kill(start, Cursor);
    }

    /// <summary>Cuts the rest of the word after the cursor.</summary>
    public void KillWordRight() => Kill(Cursor, FindWordEnd());

    /// <summary>Inserts the text that was cut last.</summary>
    public void Yank() => Insert(killed);

    private void Kill(int start, int end)
    {
        if (end > start)
        {
            killed = Text[start..end];
            Replace(start, end, "");
        }
    }

    private int FindNext(int position) =>
        position < Text.Length ? position + StringInfo.GetNextTextElementLength(Text, position) : position;

    private int FindPrevious(int position)
    {
        var last = 0;
        for (var i = 0; i < position; i = FindNext(i))
        {
            last = i;
        }

        return last;
    }

    private int FindWordStart()
    {
        var position = Cursor;
        while (position > 0 && !char.IsLetterOrDigit(Text[position - 1]))
        {
            position--;
        }

        while (position > 0 && char.IsLetterOrDigit(Text[position - 1]))
        {
            position--;
        }

        return position;
    }

    private int FindWordEnd()
    {
        var position = Cursor;
        while (position < Text.Length && !char.IsLetterOrDigit(Text[position]))
        {
            position++;
        }

        while (position < Text.Length && char.IsLetterOrDigit(Text[position]))
        {
            position++;
        }

        return position;
    }
}
