namespace Bot.Evaluation.Files;

/// <summary>
/// Something about the input that its user can mend: a missing file, a malformed line, a mode an engine lacks. The message
/// is shown as it stands, and the program ends with exit code 2.
/// </summary>
internal sealed class EvaluationException(string message) : Exception(message);
