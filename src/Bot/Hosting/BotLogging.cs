using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>Logs go to standard error, so that they do not mix with answers.</summary>
internal static class BotLogging
{
    /// <summary>Configures logging from the section <c>Logging</c>.</summary>
    /// <param name="logging">The logging builder.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="onlyWarnings">Whether only warnings and errors are logged, because a person reads answers on the same screen.</param>
    public static void UseBotLogging(this ILoggingBuilder logging, IConfiguration configuration, bool onlyWarnings)
    {
        logging.ClearProviders();
        logging.AddConfiguration(configuration.GetSection("Logging"));
        logging.AddConsole(options =>
        {
            options.FormatterName = LogLines.FormatterName;
            options.LogToStandardErrorThreshold = LogLevel.Trace;
        });
        logging.AddConsoleFormatter<LogLines, ConsoleFormatterOptions>();

        // The operator gets a sentence about a failed start; the host would also log a stack trace.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // Its log entries contain members' questions at every level.
        logging.AddFilter<ConsoleLoggerProvider>("ModelContextProtocol", LogLevel.None);
        if (onlyWarnings)
        {
            logging.AddFilter<ConsoleLoggerProvider>(level => level >= LogLevel.Warning);
        }
    }
}
