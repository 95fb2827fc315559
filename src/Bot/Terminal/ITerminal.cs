namespace Bot.Terminal;

/// <summary>The keys and the screen of one person.</summary>
internal interface ITerminal
{
    /// <summary>How many cells a line has now; it changes when the window does.</summary>
    int Width { get; }

    /// <summary>The next key; null when there will be none any more.</summary>
    ValueTask<ConsoleKeyInfo?> ReadKeyAsync(CancellationToken cancellationToken);

    /// <summary>Writes text and control sequences as they are.</summary>
    void Write(string text);
}
