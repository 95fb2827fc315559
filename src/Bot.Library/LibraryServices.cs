using Bot.Library.Lexicons;
using Bot.Library.Readings;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Bot.Library;

/// <summary>Registers the library.</summary>
public static class LibraryServices
{
    /// <summary>
    /// Adds the shelf, what fills it (<see cref="ShelfLoader"/>) and the options of the section <c>Readings</c>, checked at the start.
    /// Safe to call twice. Nothing is loaded until somebody asks the loader, or <see cref="AddShelfService"/> does.
    /// </summary>
    public static IServiceCollection AddLibrary(this IServiceCollection services)
    {
        services.AddOptions<ReadingsOptions>()
            .BindConfiguration(ReadingsOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => Lexicon.Default);
        services.TryAddSingleton(_ => new SentenceSplitter());
        services.TryAddSingleton<ReadingFactory>();
        services.TryAddSingleton<ReadingFolder>();
        services.TryAddSingleton<Shelf>();
        services.TryAddSingleton<ShelfLoader>();
        return services;
    }

    /// <summary>Adds the service that fills the shelf at the start of the host and follows the folder. Safe to call twice.</summary>
    public static IServiceCollection AddShelfService(this IServiceCollection services)
    {
        services.AddLibrary();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ShelfService>());
        return services;
    }
}
