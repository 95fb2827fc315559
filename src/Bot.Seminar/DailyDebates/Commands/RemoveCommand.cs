using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Removes a schedule.</summary>
internal sealed class RemoveCommand(ChannelSchedules channel, ScheduleStore store) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate remove", "Removes a schedule; past debates stay on record.")
    {
        Options = [ChannelSchedules.Which],
        Examples = ["debate remove", "debate remove 2"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (schedule, problem) = await channel.ResolveAsync(request, cancellationToken);
        if (schedule is null)
        {
            return ChatReply.Error(problem);
        }

        await store.RemoveAsync(schedule, cancellationToken);
        return ChatReply.Answer(new TextBlock(DebateCommandTexts.FormatRemoved(schedule.Number, schedule.Describe())));
    }
}
