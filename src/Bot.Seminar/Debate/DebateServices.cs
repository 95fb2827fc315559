using Bot.Seminar.Arguments;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Debate;

/// <summary>Registers the command <c>debate</c> and the search for motions.</summary>
internal static class DebateServices
{
    public static IServiceCollection AddDebate(this IServiceCollection services)
    {
        services.TryAddSingleton(_ => MotionModel.Load(MotionModel.ShippedFile));
        services.TryAddSingleton<MotionJudge>();
        services.TryAddSingleton<MotionFinder>();
        services.TryAddSingleton<MotionTopic>();
        services.TryAddSingleton<SideSearch>();
        services.TryAddSingleton<ShelfWait>();
        services.TryAddSingleton<Starters>();
        return services.AddArguments().AddCommand<DebateCommand>().AddCommand<StartersCommand>();
    }
}
