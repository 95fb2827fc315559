namespace Bot.Library.Readings.Folders;

/// <summary>The folder of readings is missing or has nothing in it that can be served. The message says what to do.</summary>
public sealed class ReadingFolderException(string message, Exception? cause = null) : Exception(message, cause);
