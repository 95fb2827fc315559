using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Ask;

/// <summary>Registers the command <c>ask</c>.</summary>
internal static class AskServices
{
    public static IServiceCollection AddAsk(this IServiceCollection services)
    {
        services.AddOptions<AskOptions>().BindConfiguration("Ask").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<FurtherQuestions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, AskCommand>());
        return services;
    }
}
