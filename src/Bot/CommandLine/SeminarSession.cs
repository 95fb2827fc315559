using Bot.Api;
using Bot.Batch;
using Bot.Configuration;
using Bot.Hosting;
using Bot.Library;
using Bot.Library.Embeddings;
using Bot.Library.Readings.Folders;
using Bot.Seminar;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.CommandLine;

/// <summary>The seminar without a host, for verbs that answer once.</summary>
internal sealed class SeminarSession : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private SeminarSession(ServiceProvider services) => this.services = services;

    /// <summary>The readings.</summary>
    public ShelfSnapshot Shelf => services.GetRequiredService<Shelf>().Current;

    /// <summary>Answers requests.</summary>
    public BatchRunner Batch => new(services.GetRequiredService<CommandRouter>(), TimeProvider.System);

    /// <summary>The online checks of the configured chat platforms.</summary>
    public IReadOnlyList<IOnlineCheck> OnlineChecks => [.. services.GetServices<IOnlineCheck>()];

    /// <inheritdoc cref="Open(IReadOnlyDictionary{string, string?}, bool, CancellationToken)" />
    public static SeminarSession Open(IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken) =>
        Open(settings, false, cancellationToken);

    /// <summary>Reads the settings and the folder of readings.</summary>
    /// <param name="settings">Settings of the command line.</param>
    /// <param name="tryAgain">Whether to try again to read files that could not be read.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="WrongSettingException">A setting cannot be used.</exception>
    /// <exception cref="ReadingFolderException">There is nothing to read.</exception>
    public static SeminarSession Open(IReadOnlyDictionary<string, string?> settings, bool tryAgain, CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationManager();
        configuration.UseBotSources(settings);
        var services = Register(configuration).BuildServiceProvider();
        SettingsCheck.Validate(services);
        if (tryAgain)
        {
            services.GetRequiredService<ReadingFolder>().ForgetProblems();
        }

        services.GetRequiredService<ShelfLoader>().Refresh(progress: LoadingDisplay.OnStandardError(TimeProvider.System), cancellationToken: cancellationToken);
        return new SeminarSession(services);
    }

    /// <summary>
    /// Prepares the readings for search by meaning. Vectors are stored, so this takes time once for each text; sentences without a vector in time are
    /// searched only by words.
    /// </summary>
    /// <param name="timeout">The longest time to wait.</param>
    /// <param name="cancellationToken">Cancels the program's wait.</param>
    public async Task EmbedAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await services.GetRequiredService<ShelfEmbedder>().EmbedAsync(LoadingDisplay.OnStandardError(TimeProvider.System), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync("There are many readings, so this answer was found by words only. The next call continues the preparation.");
        }
        catch (EmbeddingUnavailableException unreachable)
        {
            await Console.Error.WriteLineAsync($"The embedding model cannot be reached, so this answer was found by words only: {unreachable.Message}");
        }
    }

    /// <summary>All commands, without reading settings or files.</summary>
    public static CommandCatalogue CreateCatalogue()
    {
        using var services = Register(new ConfigurationManager()).BuildServiceProvider();
        return services.GetRequiredService<CommandCatalogue>();
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();

    private static IServiceCollection Register(ConfigurationManager configuration) => new ServiceCollection()
        .AddSingleton<IConfiguration>(configuration)
        .AddLogging(logging => logging.UseBotLogging(configuration, onlyWarnings: true))
        .AddHostOptions()
        .AddReadings(configuration)
        .AddStorage()
        .AddSeminar()
        .AddApiOptions()
        .AddChatPlatforms(configuration);
}
