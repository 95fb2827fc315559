using Bot.Library.Embeddings;
using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Library.SecondStage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Bot.Library;

/// <summary>Registers the library.</summary>
public static class LibraryServices
{
    /// <summary>
    /// Adds the shelf, the loader that fills it, the service that loads it at the start of the host and watches the folder, and the validated options. Safe
    /// to call twice. A program that does not start a host calls <see cref="ShelfLoader.Refresh"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="configuration">Its configuration; the section <c>Readings</c> is read.</param>
    public static IServiceCollection AddLibrary(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (services.Any(service => service.ServiceType == typeof(ShelfLoader)))
        {
            return services;
        }

        services.AddOptions<ReadingsOptions>().Bind(configuration.GetSection(ReadingsOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ReadingsOptions>, ReadingsOptionsValidator>());
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => ReadingFactory.Default);
        services.AddReader(configuration);
        services.TryAddSingleton<Shelf>();
        services.TryAddSingleton<ShelfLoader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ShelfService>());
        return services.AddEmbeddings(configuration).AddRetrieval(configuration);
    }

    /// <summary>
    /// Reads files in separate processes, unless <c>Reader:Isolated</c> is false. Without this they are read in the program itself.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="command">How the program starts itself as a reader process: <see cref="ReaderChild.Run"/>.</param>
    public static IServiceCollection AddReaderProcesses(this IServiceCollection services, ReaderCommand command)
    {
        services.TryAddSingleton<IFileParser>(provider => provider.GetRequiredService<IOptions<ReaderOptions>>().Value is { Isolated: true } options
            ? new ReaderProcesses(command, options, provider.GetRequiredService<TimeProvider>())
            : CreateInProcessParser(provider));
        return services;
    }

    private static void AddReader(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ReaderOptions>().Bind(configuration.GetSection(ReaderOptions.Section)).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure(options => options.Folder = options.Folder is { Length: > 0 } folder ? folder
                : Path.Combine(configuration["Storage:Folder"] ?? "data", "readings"));
        services.TryAddSingleton(CreateInProcessParser);
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ReaderOptions>>().Value;
            return new KeptReadings(options.Folder, options, provider.GetRequiredService<TimeProvider>());
        });
        services.TryAddSingleton(provider => new SentFileReader(provider.GetRequiredService<IFileParser>(), provider.GetRequiredService<KeptReadings>()));
        services.TryAddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<ReaderOptions>>().Value;
            var (parser, time) = (provider.GetRequiredService<IFileParser>(), provider.GetRequiredService<TimeProvider>());
            var workers = parser is InProcessParser ? Environment.ProcessorCount : options.Processes;
            return new ReadingFolder(
                provider.GetRequiredService<IOptions<ReadingsOptions>>().Value, parser, provider.GetRequiredService<KeptReadings>(), workers, time);
        });
    }

    private static IFileParser CreateInProcessParser(IServiceProvider provider) =>
        new InProcessParser(provider.GetRequiredService<IOptions<ReaderOptions>>().Value, provider.GetRequiredService<ReadingFactory>());

    // The service that embeds the shelf must be after the one that fills it.
    private static IServiceCollection AddEmbeddings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<EmbeddingOptions>().Bind(configuration.GetSection(EmbeddingOptions.Section)).ValidateDataAnnotations().ValidateOnStart()
            .PostConfigure(options => options.Folder = options.Folder is { Length: > 0 } folder ? folder
                : Path.Combine(configuration["Storage:Folder"] ?? "data", "vectors"));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmbeddingOptions>, EmbeddingOptionsValidator>());
        services.TryAddSingleton(provider => SentenceModels.Of(provider.GetRequiredService<IOptions<EmbeddingOptions>>().Value));
        services.TryAddSingleton<QueryVectors>();
        services.TryAddSingleton<ShelfEmbedder>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, EmbeddingService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, MemoryService>());
        return services;
    }

    private static IServiceCollection AddRetrieval(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecondStageOptions>().Bind(configuration.GetSection(SecondStageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => RankingModel.Load(RankingModel.ShippedFile));
        services.TryAddSingleton<ISecondStage, SecondStageReader>();
        services.TryAddSingleton<MotionNetwork>();
        services.TryAddSingleton<PassageRetriever>();
        return services;
    }
}
