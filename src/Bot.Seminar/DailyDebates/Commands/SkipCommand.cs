using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Leaves out one debate of a schedule.</summary>
internal sealed class SkipCommand(ChannelSchedules channel, Database database) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate skip", "Leaves out the next debate, or the debate of a day.")
    {
        Text = new OptionInfo("date", "The day; the next debate's by default."),
        Options = [new OptionInfo("off", "Whether to undo this, so that the day has its debate again.") { Choices = ["no", "yes"] }, ChannelSchedules.Which],
        Examples = ["debate skip", "debate skip 2026-11-30", "debate skip 2026-11-30 off:yes"],
        Details = "With off:yes a skipped day has its debate again, and a motion that was pinned to the day is removed.",
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

        var plan = await channel.PlanAsync(schedule.Channel, cancellationToken);
        var date = request.Text.Length > 0 ? ScheduleText.DateOf(request.Text) : plan.NextOf(schedule)?.Date;
        if (date is not { } day)
        {
            return ChatReply.Error(
                request.Text.Length > 0 ? DebateCommandTexts.FormatNoDay(request.Text, "2026-11-30") : DebateCommandTexts.NoneToSkip);
        }

        if (request.Option("off") == "yes")
        {
            return await TakeBackAsync(schedule, day, cancellationToken);
        }

        if (schedule.Rule.FindDue(day) is not { } due || due <= channel.Now || plan.IsFree(schedule, day))
        {
            return ChatReply.Error(DebateCommandTexts.FormatNoDebateOn(Dates.FormatDay(day)));
        }

        await database.WriteAsync(
            session => session.ExecuteAsync(
                """
                INSERT INTO special_days (schedule, date, motion) VALUES (@id, @date, '')
                ON CONFLICT (schedule, date) DO UPDATE SET motion = ''
                """,
                new { id = schedule.Id, date = Dates.FormatIso(day) }),
            cancellationToken);
        return ChatReply.Answer(
            new TextBlock(DebateCommandTexts.FormatLeftOut(Dates.FormatDay(day))),
            new ChoicesBlock([new Choice(DebateCommandTexts.TakeThatBack, "debate skip", $"{Dates.FormatIso(day)} off:yes schedule:{schedule.Number}")]));
    }

    private async Task<ChatReply> TakeBackAsync(Schedule schedule, LocalDate day, CancellationToken cancellationToken) =>
        await database.WriteAsync(
            session => session.ExecuteAsync("DELETE FROM special_days WHERE schedule = @id AND date = @date", new { id = schedule.Id, date = Dates.FormatIso(day) }),
            cancellationToken) == 1
            ? ChatReply.Answer(new TextBlock(DebateCommandTexts.FormatLikeOthers(Dates.FormatDay(day))))
            : ChatReply.Error(DebateCommandTexts.FormatNothingSpecial(Dates.FormatDay(day)));
}
