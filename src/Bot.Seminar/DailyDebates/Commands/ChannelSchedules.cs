using System.Globalization;
using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Shared code of the commands on schedules: finds the schedule, its plan and what comes next.</summary>
internal sealed class ChannelSchedules(ScheduleStore store, ChannelPlans plans, IEnumerable<IChannelPoster> posters, TimeProvider time)
{
    /// <summary>The option that selects a schedule if a channel has several.</summary>
    public static OptionInfo Which { get; } = new("schedule", "The schedule's number, if there are several.") { Kind = OptionKind.Number };

    /// <summary>The message if a channel has no schedule.</summary>
    public static string NoSchedule => DebateCommandTexts.FormatNoSchedule("debate schedule 09:00 Europe/Lisbon weekdays");

    /// <summary>The current instant.</summary>
    public Instant Now => Dates.Now(time);

    /// <summary>The channel's schedules.</summary>
    public Task<IReadOnlyList<Schedule>> OfAsync(CommandRequest request, CancellationToken cancellationToken) =>
        store.OfAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);

    /// <summary>The active schedules of channels, in order of their next debates.</summary>
    public Task<IReadOnlyList<Schedule>> ListComingAsync(IReadOnlyList<string> channels, CancellationToken cancellationToken) =>
        store.ListComingAsync(channels, cancellationToken);

    /// <summary>The schedule of a request, or the problem if it is not clear.</summary>
    public async Task<(Schedule? Schedule, string Problem)> ResolveAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var all = await OfAsync(request, cancellationToken);
        if (all.Count == 0)
        {
            return (null, NoSchedule);
        }

        if (request.Option(Which.Name) is not { } typed)
        {
            return all.Count == 1 ? (all[0], "") : (null, DebateCommandTexts.FormatSeveralSchedules(List(all)));
        }

        var number = int.Parse(typed, CultureInfo.InvariantCulture);
        return all.FirstOrDefault(schedule => schedule.Number == number) is { } meant
            ? (meant, "")
            : (null, DebateCommandTexts.FormatNoSuchSchedule(number, List(all)));
    }

    /// <summary>The channel's current plan.</summary>
    public Task<ChannelPlan> PlanAsync(string channel, CancellationToken cancellationToken) => plans.OfAsync(channel, cancellationToken);

    /// <summary>Why the bot cannot post to a channel (with this tag, if there is one); null if it can.</summary>
    public async Task<string?> ExplainNoPostsAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        posters.FirstOrDefault(poster => poster.Platform == channel.Platform) is { } poster
            ? await poster.ObstacleAsync(channel, tag, cancellationToken)
            : DebateCommandTexts.NoChat;

    private static string List(IReadOnlyList<Schedule> all) =>
        string.Join("; ", all.Select(schedule => $"{schedule.Number} ({schedule.Describe()})"));
}
