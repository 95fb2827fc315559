namespace Bot.Evaluation.Files;

/// <summary>
/// Something about the input that its user can fix: a missing file, a malformed line, a mode an engine lacks. The message
/// is shown as it stands, and the program ends with exit code 2.
/// </summary>
internal sealed class EvaluationException(string message) : Exception(message)
{
    /// <summary>A line of a file is not in its form.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line's number, from 1.</param>
    /// <param name="problem">What is wrong with it.</param>
    public static EvaluationException AtLine(string path, long line, string problem) =>
        new($"{path}, line {line}, cannot be read: {problem.TrimEnd('.')}. Mend the line or fetch the file again.");
}
