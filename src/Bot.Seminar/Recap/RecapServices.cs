using Bot.Seminar.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Seminar.Recap;

/// <summary>Registers the command <c>recap</c>.</summary>
internal static class RecapServices
{
    public static IServiceCollection AddRecap(this IServiceCollection services) => services.AddCommand<RecapCommand>();
}
