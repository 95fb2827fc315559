using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Privacy;

/// <summary>Registers the commands <c>privacy export</c> and <c>privacy forget</c>.</summary>
internal static class PrivacyServices
{
    public static IServiceCollection AddPrivacy(this IServiceCollection services)
    {
        services.TryAddSingleton<MemberRecords>();
        return services.AddCommand<PrivacyExportCommand>().AddCommand<PrivacyForgetCommand>();
    }
}
