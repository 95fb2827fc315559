using Bot.Batch;
using Bot.Chat;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.CommandLine;

/// <summary>The seminar without a host: for verbs that answer and end.</summary>
internal sealed class SeminarSession : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SeminarSession(ServiceProvider services) => this.services = services;

    /// <summary>What is on the shelf.</summary>
    public ShelfSnapshot Shelf => services.GetRequiredService<Shelf>().Current;

    /// <summary>Answers requests.</summary>
    public BatchRunner Batch => new(services.GetRequiredService<CommandRouter>(), TimeProvider.System);

    /// <summary>Ask the chat platforms that are configured.</summary>
    public IReadOnlyList<IOnlineCheck> OnlineChecks => [.. services.GetServices<IOnlineCheck>()];

    /// <summary>Reads the settings and the folder of readings.</summary>
    /// <exception cref="WrongSettingException">A setting cannot be used.</exception>
    /// <exception cref="ReadingFolderException">There is nothing to read.</exception>
    public static SeminarSession Open(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(settings);
        var services = Register(configuration).BuildServiceProvider();
        SettingsCheck.Validate(services);
        services.GetRequiredService<ShelfLoader>().Refresh(LoadingDisplay.OnStandardError(TimeProvider.System), cancellationToken);
        return new SeminarSession(services);
    }

    /// <summary>The commands there are, told without reading settings or files.</summary>
    public static CommandCatalogue Catalogue()
    {
        using var services = Register(new ConfigurationManager()).BuildServiceProvider();
        return services.GetRequiredService<CommandCatalogue>();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static IServiceCollection Register(ConfigurationManager configuration) => new ServiceCollection()
        .AddSingleton<IConfiguration>(configuration)
        .AddLogging(logging => logging.UseBotLogging(configuration, onlyWarnings: true))
        .AddHostOptions()
        .AddLibrary(configuration)
        .AddStorage()
        .AddSeminar()
        .AddChatPlatforms(configuration);
}
