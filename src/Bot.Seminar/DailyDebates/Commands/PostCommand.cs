using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Posts the next motion now, in addition to the schedule.</summary>
internal sealed class PostCommand(ChannelSchedules channel, DueDebates debates) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate post", "Posts the next debate now, in addition to the schedule.")
    {
        Options = [ChannelSchedules.Which],
        Examples = ["debate post"],
        Details = "The motion is the next one of the queue or the plan. Without a schedule it comes from all readings.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (schedule, problem) = (await channel.OfAsync(request, cancellationToken)).Count == 0
            ? (CreateUnscheduled(request), "")
            : await channel.ResolveAsync(request, cancellationToken);
        if (schedule is null)
        {
            return ChatReply.Error(problem);
        }

        if (await channel.ExplainNoPostsAsync(request.Command.Channel, schedule.Tag.Length > 0 ? schedule.Tag : null, cancellationToken) is { } cannot)
        {
            return ChatReply.Error(cannot);
        }

        return await debates.PostNowAsync(schedule, cancellationToken) is { } taken
            ? ChatReply.Answer(new TextBlock(DebateCommandTexts.FormatOnItsWay(taken.Motion.Text)))
            : ChatReply.Error(DebateCommandTexts.FormatNoMotionToPost("debate queue <motion>"));
    }

    private static Schedule CreateUnscheduled(CommandRequest request) => new(
        "", ChannelKey.Of(request.Command.Channel), 0, new ScheduleRule(LocalTime.Midnight, DateTimeZone.Utc, ScheduleDays.Daily), []);
}
