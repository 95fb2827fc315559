using Bot.Library.Embeddings;
using Bot.Library.Readings;
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
    /// Adds the shelf, the loader that fills it, the service that does so at the start of the host and follows the folder, and the
    /// options, checked at the start. Safe to call twice. A program that does not start a host calls <see cref="ShelfLoader.Refresh"/>.
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
        services.TryAddSingleton(provider =>
            new ReadingFolder(provider.GetRequiredService<IOptions<ReadingsOptions>>().Value, provider.GetRequiredService<ReadingFactory>()));
        services.TryAddSingleton<Shelf>();
        services.TryAddSingleton<ShelfLoader>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ShelfService>());
        return services.AddEmbeddings(configuration).AddRetrieval(configuration);
    }

    // The service that embeds the shelf comes after the one that fills it.
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
        return services;
    }

    private static IServiceCollection AddRetrieval(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecondStageOptions>().Bind(configuration.GetSection(SecondStageOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(_ => RankingModel.Load(RankingModel.ShippedFile));
        services.TryAddSingleton<ISecondStage, SecondStageReader>();
        services.TryAddSingleton<PassageRetriever>();
        return services;
    }
}
