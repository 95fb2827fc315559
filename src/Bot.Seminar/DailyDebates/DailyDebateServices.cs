using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Seminar.DailyDebates.Commands;
using Bot.Seminar.DailyDebates.Export;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Proposals;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.DailyDebates.Voting;
using Bot.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.DailyDebates;

/// <summary>Registers daily debates: their commands, plans, posting and polls.</summary>
internal static class DailyDebateServices
{
    public static IServiceCollection AddDailyDebates(this IServiceCollection services)
    {
        services.AddStorage();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DebatesOptions>, DebatesOptionsValidator>());
        services.AddOptions<DebatesOptions>().BindConfiguration(DebatesOptions.Section).ValidateOnStart();
        services.TryAddSingleton<HolidayCalendar>();
        services.TryAddSingleton<ScheduleStore>();
        services.TryAddSingleton<MotionPools>();
        services.TryAddSingleton<ChannelSchedules>();
        services.TryAddSingleton<ChannelPlans>();
        services.TryAddSingleton<ComingDebates>();
        services.TryAddSingleton(provider => new ChannelAgendas(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ScheduleStore>(),
            provider.GetRequiredService<ChannelPlans>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new AgendaCalendar(
            provider.GetRequiredService<Database>(),
            provider.GetRequiredService<ScheduleStore>(),
            provider.GetRequiredService<ChannelPlans>(),
            provider.GetRequiredService<ComingDebates>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<ProposalStore>();
        services.TryAddSingleton(provider => new QueuedMotions(
            provider.GetRequiredService<ProposalStore>(),
            provider.GetRequiredService<ChannelShelves>(),
            provider.GetRequiredService<MotionPools>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new DebateResults(provider.GetRequiredService<Database>()));
        services.TryAddSingleton<VoterHashes>();
        services.TryAddSingleton<VoteStore>();
        services.TryAddSingleton<DueDebates>();
        services.TryAddSingleton<ClosingPolls>();
        services.TryAddSingleton<OutboxStore>();
        services.TryAddSingleton<Outbox>();
        services.TryAddSingleton<DebateScheduler>();
        return services
            .AddCommand<TodayCommand>()
            .AddCommand<ScheduleCommand>()
            .AddCommand<ListCommand>()
            .AddCommand<PreviewCommand>()
            .AddCommand<SkipCommand>()
            .AddCommand<PinCommand>()
            .AddCommand<QueueCommand>()
            .AddCommand<HolidayCommand>()
            .AddCommand<PauseCommand>()
            .AddCommand<ResumeCommand>()
            .AddCommand<PostCommand>()
            .AddCommand<RemoveCommand>()
            .AddCommand<NotifyCommand>()
            .AddCommand<SuggestCommand>()
            .AddCommand<ExportCommand>()
            .AddCommand<AcceptCommand>()
            .AddCommand<DeclineCommand>()
            .AddCommand<UnqueueCommand>()
            .AddCommand<VoteCommand>();
    }
}
