using Bot.Seminar.Ask;
using Bot.Seminar.Channels;
using Bot.Seminar.Counter;
using Bot.Seminar.Coverage;
using Bot.Seminar.Curated;
using Bot.Seminar.DailyDebates;
using Bot.Seminar.DailyDebates.Recap;
using Bot.Seminar.Debate;
using Bot.Seminar.Find;
using Bot.Seminar.Help;
using Bot.Seminar.Privacy;
using Bot.Seminar.Quote;
using Bot.Seminar.ReadingList;
using Bot.Seminar.ReadingList.Uploads;
using Bot.Seminar.Settings;
using Bot.Seminar.Show;
using Bot.Seminar.Summary;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Bot.Seminar;

/// <summary>Registers the seminar, with one line per feature.</summary>
public static class SeminarServices
{
    /// <summary>
    /// Adds the seminar for adapters, and every command in the order of help. Safe to call twice. Needs logging and a loaded <see cref="Library.Shelf"/>.
    /// </summary>
    public static IServiceCollection AddSeminar(this IServiceCollection services)
    {
        services.TryAddSingleton<OpenQuestions>();
        services.TryAddSingleton<ISeminar, ChannelSeminar>();
        return services
            .AddCommands()
            .AddAsk()
            .AddFind()
            .AddCounter()
            .AddCurated()
            .AddDebate()
            .AddDailyDebates()
            .AddRecap()
            .AddCoverage()
            .AddShow()
            .AddSummary()
            .AddQuote()
            .AddReadingList()
            .AddSettings()
            .AddPrivacy()
            .AddHelp();
    }

    /// <summary>
    /// Adds the services that load reading lists and uploads. Must be after the database's own service and before the adapters.
    /// </summary>
    public static IServiceCollection AddReadingListService(this IServiceCollection services) => services
        .AddHostedService<ReadingListService>()
        .AddHostedService<UploadService>();

    /// <summary>Adds the service that posts debates. Must be after the adapters; needs the database's own service.</summary>
    public static IServiceCollection AddDebateService(this IServiceCollection services) => services.AddHostedService<DebateService>();
}
