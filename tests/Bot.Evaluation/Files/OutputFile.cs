namespace Bot.Evaluation.Files;

/// <summary>Makes the files that the command line names.</summary>
internal static class OutputFile
{
    /// <summary>A new text file in UTF-8, in the place of an old one; its folder is made where it is missing.</summary>
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
