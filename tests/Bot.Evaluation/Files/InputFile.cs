namespace Bot.Evaluation.Files;

/// <summary>Opens what the command line names.</summary>
internal static class InputFile
{
    /// <summary>The lines of a text file in UTF-8, read as they are asked for.</summary>
    /// <exception cref="EvaluationException">The file is missing or may not be read.</exception>
    public static IEnumerable<string> Lines(string path)
    {
        using var reader = new StreamReader(Open(path));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>A file, to be read.</summary>
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

    /// <summary>Makes sure that a folder is there.</summary>
    /// <exception cref="EvaluationException">It is not.</exception>
    public static void RequireFolder(string path)
    {
        if (!Directory.Exists(path))
        {
            throw new EvaluationException($"There is no folder {path}. docs/evaluation.md says where to get the test sets.");
        }
    }
}
