using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Resumes a paused schedule.</summary>
internal sealed class ResumeCommand(ChannelSchedules channel, ScheduleStore store) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate resume", "Resumes a paused schedule.")
    {
        Options = [ChannelSchedules.Which],
        Examples = ["debate resume", "debate resume schedule:2"],
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

        if (!schedule.IsPaused)
        {
            return ChatReply.Error(DebateCommandTexts.FormatNotPaused(schedule.Number));
        }

        var plan = await channel.PlanAsync(schedule.Channel, cancellationToken);
        var next = schedule.Rule.FindAfter(channel.Now, _ => false);
        await store.ChangeAsync(schedule, isPaused: false, next, cancellationToken);
        return ChatReply.Answer(new TextBlock(plan.NextOf(schedule with { Next = next }) is { } there
            ? DebateCommandTexts.FormatResumed(schedule.Number, schedule.Describe(there))
            : DebateCommandTexts.FormatOver(schedule.Number)));
    }
}
