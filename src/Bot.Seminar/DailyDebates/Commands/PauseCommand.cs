using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Pauses a schedule.</summary>
internal sealed class PauseCommand(ChannelSchedules channel, ScheduleStore store) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate pause", "Pauses a schedule until it is resumed.")
    {
        Options = [ChannelSchedules.Which],
        Examples = ["debate pause", "debate pause schedule:2"],
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

        await store.ChangeAsync(schedule, isPaused: true, null, cancellationToken);
        return ChatReply.Answer(
            new TextBlock(DebateCommandTexts.FormatPaused(schedule.Number)),
            new ChoicesBlock([new Choice(DebateCommandTexts.Resume, "debate resume", $"schedule:{schedule.Number}")]));
    }
}
