namespace Bot.Library.Readings.Parsing;

/// <summary>No reader process could be started. The message says why and what to do.</summary>
internal sealed class ReaderUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
