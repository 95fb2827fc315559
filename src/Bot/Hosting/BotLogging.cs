using Microsoft.Extensions.Logging.Console;

namespace Bot.Hosting;

/// <summary>Logs go to standard error, so that they do not mix with answers.</summary>
internal static class BotLogging
{
    /// <summary>Logs as the section <c>Logging</c> says.</summary>
    /// <param name="logging">The builder of the logs.</param>
    /// <param name="configuration">All settings.</param>
    /// <param name="onlyWarnings">Whether a person reads the answers at the same screen and must not be disturbed.</param>
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

        // What keeps the host from starting is told to the operator in a sentence; the host would add a stack trace to it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        // Its entries contain what people asked, at every level.
        logging.AddFilter<ConsoleLoggerProvider>("ModelContextProtocol", LogLevel.None);
        if (onlyWarnings)
        {
            logging.AddFilter<ConsoleLoggerProvider>(level => level >= LogLevel.Warning);
        }
    }
}
