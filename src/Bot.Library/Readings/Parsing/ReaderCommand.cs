namespace Bot.Library.Readings.Parsing;

/// <summary>How the program starts itself as a reader process.</summary>
/// <param name="File">The program to start.</param>
/// <param name="Arguments">Arguments before those of the reader: the program's library, where <c>dotnet</c> is what is started.</param>
public sealed record ReaderCommand(string File, IReadOnlyList<string> Arguments)
{
    /// <summary>The command for a program whose library has a name and lies beside this library.</summary>
    /// <param name="name">The name of the program's library without its extension.</param>
    /// <returns>The running program itself, or <c>dotnet</c> with the library, as it was started.</returns>
    public static ReaderCommand StartItself(string name)
    {
        var running = Environment.ProcessPath ?? "dotnet";
        return Path.GetFileName(running) == (OperatingSystem.IsWindows() ? $"{name}.exe" : name)
            ? new ReaderCommand(running, [])
            : new ReaderCommand(running, [Path.Combine(AppContext.BaseDirectory, $"{name}.dll")]);
    }
}
