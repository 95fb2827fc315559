using System.Globalization;
using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>What the commands on schedules share: which one is meant, what comes next, and how it is said.</summary>
internal sealed class ChannelSchedules(ScheduleStore store, ChannelPlans plans, IEnumerable<IChannelPoster> posters, TimeProvider time)
{
    /// <summary>The option that names a schedule where a channel has several.</summary>
    public static OptionInfo Which { get; } = new("schedule", "The schedule's number, where there are several.") { Kind = OptionKind.Number };

    /// <summary>What is said where a channel has none.</summary>
    public static string NoSchedule => DebateCommandTexts.FormatNoSchedule("debate schedule 09:00 Europe/Lisbon weekdays");

    /// <summary>The moment now.</summary>
    public Instant Now => Dates.Now(time);

    /// <summary>The channel's schedules.</summary>
    public Task<IReadOnlyList<Schedule>> OfAsync(CommandRequest request, CancellationToken cancellationToken) =>
        store.OfAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);

    /// <summary>The schedules of channels that do not rest, by when they are due.</summary>
    public Task<IReadOnlyList<Schedule>> ComingAsync(IReadOnlyList<string> channels, CancellationToken cancellationToken) =>
        store.ComingAsync(channels, cancellationToken);

    /// <summary>The schedule that a request means, or a sentence where that is not clear.</summary>
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

    /// <summary>The channel's plan as it stands.</summary>
    public Task<ChannelPlan> PlanAsync(string channel, CancellationToken cancellationToken) => plans.OfAsync(channel, cancellationToken);

    /// <summary>Why the bot cannot post to a channel by itself, with this tag where there is one; null where it can.</summary>
    public async Task<string?> ExplainNoPostsAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        posters.FirstOrDefault(poster => poster.Platform == channel.Platform) is { } poster
            ? await poster.ObstacleAsync(channel, tag, cancellationToken)
            : DebateCommandTexts.NoChat;

    private static string List(IReadOnlyList<Schedule> all) =>
        string.Join("; ", all.Select(schedule => $"{schedule.Number} ({schedule.Describe()})"));
}
