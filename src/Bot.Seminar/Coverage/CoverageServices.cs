using Bot.Seminar.Channels;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar.Coverage;

/// <summary>Registers the counting of paragraphs and answers, and the commands that show it: <c>coverage</c> and <c>feedback</c>.</summary>
internal static class CoverageServices
{
    public static IServiceCollection AddCoverage(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddSingleton<TouchLog>();
        services.TryAddSingleton<FeedbackReasons>();
        services.TryAddSingleton<UnansweredQuestions>();
        services.TryAddSingleton(provider => new ChannelFeedback(
            provider.GetRequiredService<ChannelShelves>(),
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<TouchLog>(),
            provider.GetRequiredService<FeedbackReasons>()));
        services.TryAddSingleton(provider => new ReadingCoverage(provider.GetRequiredService<Database>(), provider.GetRequiredService<TouchLog>()));
        return services
            .AddCommand<CoverageCommand>()
            .AddCommand<FeedbackCommand>()
            .AddCommand<FeedbackWhyCommand>()
            .AddCommand<HelpfulCommand>();
    }
}
