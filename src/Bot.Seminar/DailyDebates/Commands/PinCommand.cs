using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Sets the motion of a day.</summary>
internal sealed class PinCommand(ChannelSchedules channel, Database database, MotionPools pools) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate pin", "Sets the motion of a day.")
    {
        Text = new OptionInfo("motion", "The motion or the place of its sentence, then the day.") { Required = true },
        Options = [ChannelSchedules.Which],
        Examples = ["debate pin Sanctions should stay until the weapons are gone. 2026-11-30", "debate pin case-for-pressure ¶4.1 2026-11-30"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var cut = request.Text.LastIndexOf(' ');
        var (motion, typed) = cut > 0 ? (request.Text[..cut].TrimEnd(), request.Text[(cut + 1)..]) : ("", request.Text);
        if (ScheduleText.DateOf(typed) is not { } day || motion.Length == 0)
        {
            return ChatReply.Error(DebateCommandTexts.FormatMotionAndDay(Info.Examples[0]));
        }

        var (schedule, problem) = await channel.ResolveAsync(request, cancellationToken);
        if (schedule is null)
        {
            return ChatReply.Error(problem);
        }

        if (schedule.Rule.FindDue(day) is not { } due || due <= channel.Now)
        {
            return ChatReply.Error(DebateCommandTexts.FormatHasNoDebateOn(schedule.Number, schedule.Describe(), Dates.FormatDay(day)));
        }

        var (named, wrong) = await pools.ReadTypedAsync(request.Shelf, motion, cancellationToken);
        if (named is null)
        {
            return ChatReply.Error(wrong);
        }

        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO special_days (schedule, date, motion) VALUES (@id, @date, @motion)
                ON CONFLICT (schedule, date) DO UPDATE SET motion = excluded.motion
                """,
                new { id = schedule.Id, date = Dates.FormatIso(day), motion = named.Text }),
            cancellationToken);
        return ChatReply.Answer(new TextBlock(DebateCommandTexts.FormatPinned(Dates.FormatDay(day), named.Text)));
    }
}
