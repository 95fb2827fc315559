using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Quote;

/// <summary>Adds the command <c>checkquote</c>.</summary>
internal static class QuoteServices
{
    /// <summary>Adds it once; it needs a <see cref="Library.Shelf"/>.</summary>
    public static IServiceCollection AddQuote(this IServiceCollection services)
    {
        services.TryAddSingleton<EssayFile>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ISeminarCommand, CheckQuoteCommand>());
        return services;
    }
}
