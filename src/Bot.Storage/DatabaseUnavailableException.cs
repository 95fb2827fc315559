namespace Bot.Storage;

/// <summary>
/// The database cannot be used at the moment: locked, full, read-only, damaged or gone. The request has not been carried out, or can be made
/// again without harm. The message is one sentence that can be shown to anyone; it names no secret.
/// </summary>
public class DatabaseUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A newer version of the program has changed the database. The message says what to do.</summary>
public sealed class NewerSchemaException(string message) : DatabaseUnavailableException(message);
