using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Summary;

/// <summary>Adds the command <c>summary</c>.</summary>
internal static class SummaryServices
{
    /// <summary>Adds it once, with <see cref="SummaryOptions"/>; it needs a <see cref="Library.Shelf"/>.</summary>
    public static IServiceCollection AddSummary(this IServiceCollection services)
    {
        services.AddOptions<SummaryOptions>().BindConfiguration(SummaryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TopicSummary>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, SummaryCommand>());
        return services;
    }
}
