using Bot.Chat;
using Bot.Seminar.Commands;
using Bot.Storage;

namespace Bot.Seminar.Schedules.Commands;

/// <summary>Leaves out one debate of a schedule.</summary>
internal sealed class SkipCommand(ChannelSchedules channel, Database database) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate skip", "Leaves out the next debate, or that of a day.")
    {
        Text = new OptionInfo("date", "The day; the next debate's by default."),
        Options = [ChannelSchedules.Which],
        Examples = ["debate skip", "debate skip 2026-11-30"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var (schedule, problem) = await channel.MeantAsync(request, cancellationToken);
        if (schedule is null)
        {
            return ChatReply.Error(problem);
        }

        var plan = await channel.PlanAsync(schedule.Channel, cancellationToken);
        var date = request.Text.Length > 0 ? ScheduleText.DateOf(request.Text) : ChannelSchedules.NextOf(schedule, plan)?.Date;
        if (date is not { } day)
        {
            return ChatReply.Error(request.Text.Length > 0 ? $"“{request.Text}” is no day. Write it such as 2026-11-30" : "No debate is to come, so there is none to skip.");
        }

        if (schedule.Rule.DueOn(day) is not { } due || due <= channel.Now || plan.IsFree(schedule, day))
        {
            return ChatReply.Error($"There is no debate to come on {Dates.Day(day)}.");
        }

        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO special_days (schedule, date, motion) VALUES (@id, @date, '')
                ON CONFLICT (schedule, date) DO UPDATE SET motion = ''
                """,
                new { id = schedule.Id, date = Dates.Iso(day) }),
            cancellationToken);
        return ChatReply.Answer(new TextBlock($"The debate on {Dates.Day(day)} is left out."));
    }
}
