using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Storage;

/// <summary>Registers the database.</summary>
public static class StorageServices
{
    /// <summary>Adds the database without opening it. Safe to call twice.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>());
        services.AddOptions<StorageOptions>().BindConfiguration(StorageOptions.Section).ValidateOnStart();
        services.TryAddSingleton<Database>();
        services.TryAddSingleton<SharedClaims>();
        return services;
    }

    /// <summary>Adds the service that opens the database at the start of a host and watches it. Register it before the services that use the
    /// database.</summary>
    public static IServiceCollection AddStorageService(this IServiceCollection services)
    {
        services.AddStorage();
        services.AddHostedService<DatabaseService>();
        return services;
    }
}
