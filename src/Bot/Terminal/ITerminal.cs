namespace Bot.Terminal;

/// <summary>The keyboard and the screen of one person.</summary>
internal interface ITerminal
{
    /// <summary>The current width in cells; it changes with the window.</summary>
    int Width { get; }

    /// <summary>The next key; null if there are no more.</summary>
    ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken);

    /// <summary>Writes text and control sequences as they are.</summary>
    void Write(string text);
}
