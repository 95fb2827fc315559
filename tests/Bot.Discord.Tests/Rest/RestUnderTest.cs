using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Tests.Rest;

/// <summary>A client of Discord's API as the program registers it.</summary>
internal static class RestUnderTest
{
    public static ServiceProvider Start(DiscordOptions options, ILoggerProvider? log = null) => new ServiceCollection()
        .AddLogging(logging => Write(logging, log))
        .AddSingleton(TimeProvider.System)
        .AddSingleton(Options.Create(options))
        .AddRest()
        .BuildServiceProvider();

    private static void Write(ILoggingBuilder logging, ILoggerProvider? log)
    {
        if (log is not null)
        {
            logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log);
        }
    }
}
