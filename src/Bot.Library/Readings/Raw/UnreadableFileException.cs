namespace Bot.Library.Readings.Raw;

/// <summary>A file that cannot be served. The message is one sentence that says why and, where a person can, how to fix it.</summary>
internal sealed class UnreadableFileException(string message, Exception? cause = null) : Exception(message, cause);
