using Bot.Terminal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>
/// Writes each log entry as one line: a line break in a file name makes no second entry, and an escape sequence does not control the reader's terminal.
/// </summary>
internal sealed class LogLines() : ConsoleFormatter(FormatterName)
{
    /// <summary>The name of the formatter.</summary>
    public const string FormatterName = "lines";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var message = logEntry.Formatter(logEntry.State, logEntry.Exception);
        var fault = logEntry.Exception is { } exception ? $" {exception}" : "";
        textWriter.WriteLine($"{ShortenLevel(logEntry.LogLevel)}: {logEntry.Category}[{logEntry.EventId.Id}] {Visible.MakeLine(message + fault)}");
    }

    private static string ShortenLevel(LogLevel level) => level switch
    {
        LogLevel.Trace => "trce",
        LogLevel.Debug => "dbug",
        LogLevel.Information => "info",
        LogLevel.Warning => "warn",
        LogLevel.Error => "fail",
        _ => "crit",
    };
}
