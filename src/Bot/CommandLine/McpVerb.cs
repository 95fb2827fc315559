using System.CommandLine;
using Bot.Api;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Library.Readings;
using Bot.Seminar;
using Bot.Storage;

namespace Bot.CommandLine;

/// <summary>The verb <c>mcp</c>: serves an assistant that starts the program and talks to it over its standard streams.</summary>
internal static class McpVerb
{
    public static Command Create(Settings settings)
    {
        var verb = new VerbWithExamples("mcp", "Serves an assistant over standard input and output, by the Model Context Protocol.", ["mcp --readings ~/week-3"])
        {
            Details = "An assistant's program starts it; docs/mcp.md explains the setup. Only the protocol is written to standard output.",
        };
        verb.SetAction(async (parsed, cancellationToken) =>
        {
            // Code that writes to the console must not break the protocol, which has its own stream.
            Console.SetOut(Console.Error);
            using var host = Build(settings.Of(parsed));
            SettingsCheck.Validate(host.Services);
            await host.RunAsync(cancellationToken);
            return ExitCode.Answered;
        });
        return verb;
    }

    // The database stays closed: look-ups need none.
    private static IHost Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.UseBotSources(settings);
        builder.Logging.UseBotLogging(builder.Configuration, onlyWarnings: true);
        builder.Services
            .AddSingleton<IProgress<LoadProgress>>(LoadingDisplay.OnStandardError(TimeProvider.System))
            .AddReadings(builder.Configuration)
            .AddStorage()
            .AddSeminar()
            .AddStdioMcp();
        return builder.Build();
    }
}
