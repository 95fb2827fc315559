namespace Bot.Evaluation.Files;

/// <summary>
/// An input error that the user can fix: a missing file, a malformed line, a mode that an engine lacks. The program prints the message and ends with exit
/// code 2.
/// </summary>
internal sealed class EvaluationException(string message) : Exception(message)
{
    /// <summary>A line of a file is malformed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="line">The line's number, from 1.</param>
    /// <param name="problem">The problem.</param>
    public static EvaluationException AtLine(string path, long line, string problem) =>
        new($"{path}, line {line}, cannot be read: {problem.TrimEnd('.')}. Fix the line or download the file again.");
}
