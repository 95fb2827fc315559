namespace Bot.Evaluation.Files;

/// <summary>Creates the output files of the command line.</summary>
internal static class OutputFile
{
    /// <summary>Creates or replaces a UTF-8 text file; creates its folder if needed.</summary>
    /// <exception cref="EvaluationException">It cannot be written.</exception>
    public static StreamWriter Create(string path)
    {
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full) ?? full);
            return new StreamWriter(full);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            throw new EvaluationException($"{path} cannot be written: {unwritable.Message}");
        }
    }
}
