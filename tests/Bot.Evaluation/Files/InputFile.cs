namespace Bot.Evaluation.Files;

/// <summary>Opens the input files and folders of the command line.</summary>
internal static class InputFile
{
    /// <summary>The lines of a UTF-8 text file, read lazily.</summary>
    /// <exception cref="EvaluationException">The file is missing or may not be read.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="EvaluationException">The file is missing or may not be read.</exception>
    public static FileStream Open(string path)
    {
        if (!File.Exists(path))
        {
            throw new EvaluationException($"There is no file {path}. docs/evaluation.md says where to get the test sets.");
        }

        try
        {
            return File.OpenRead(path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path} cannot be read: {unreadable.Message}");
        }
    }

    /// <summary>Checks that a folder exists.</summary>
    /// <exception cref="EvaluationException">It does not exist.</exception>
    public static void RequireFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new EvaluationException($"There is no folder {path}. docs/evaluation.md says where to get the test sets.");
        }
    }
}
