using Bot.Api;
using Bot.Configuration;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Seminar;
using Bot.Storage;
using Bot.Terminal;
using Bot.Web;

namespace Bot.Hosting;

/// <summary>The long-running service: readings, adapters, health checks.</summary>
internal static class BotHost
{
    /// <summary>Runs until it is stopped or the console ends.</summary>
    /// <param name="settings">Settings of the command line.</param>
    /// <param name="cancellationToken">Stops the host.</param>
    /// <exception cref="WrongSettingException">A setting cannot be used.</exception>
    /// <exception cref="ReadingFolderException">There is nothing to read.</exception>
    public static async Task RunAsync(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        await using var app = Build(settings);
        SettingsCheck.Validate(app.Services);
        await app.RunAsync(cancellationToken);
    }

    /// <summary>Builds the host without starting it.</summary>
    public static WebApplication Build(IReadOnlyDictionary<string, string?> settings)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.UseBotSources(settings);
        builder.Logging.UseBotLogging(builder.Configuration, onlyWarnings: SystemTerminal.IsInteractive);
        builder.WebHost.UseUrls(builder.Configuration[$"{HttpOptions.Section}:{nameof(HttpOptions.Url)}"] ?? "");

        builder.Services.AddSingleton<IProgress<LoadProgress>>(LoadingDisplay.OnStandardError(TimeProvider.System));
        builder.Services.AddHostOptions();
        builder.Services.AddReadings(builder.Configuration);
        builder.Services.AddStorageService();
        builder.Services.AddSeminar();
        builder.Services.AddChatPlatforms(builder.Configuration);
        builder.Services.AddApi(PublicReach.IsThere(builder.Configuration));
        SettingsCheck.Read(() => builder.Services.AddConsole(builder.Configuration));
        SettingsCheck.Read(() => builder.Services.AddPages(builder.Configuration));
        SettingsCheck.Read(() => builder.Services.AddTelemetry(builder.Configuration));
        builder.Services.AddReadingListService();
        builder.Services.AddAdapters();
        builder.Services.AddDebateService();
        builder.Services.AddOptionalPortServer();

        var app = builder.Build();
        app.MapHealth();
        app.MapChatPlatforms();
        SettingsCheck.Read(() => app.MapApi());
        app.MapWeb();
        return app;
    }
}
