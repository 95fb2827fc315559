using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Removes days from all schedules of a channel.</summary>
internal sealed class HolidayCommand(Database database) : ISeminarCommand
{
    private const int MaxDays = 366;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate holiday", "Removes a day or several days from all schedules of this channel.")
    {
        Text = new OptionInfo("days", "A day such as 2026-12-08, or 2026-12-21..2027-01-03.") { Required = true },
        Options = [new OptionInfo("off", "Whether to undo this, so that the days have debates again.") { Choices = ["no", "yes"] }],
        Examples = ["debate holiday 2026-12-08", "debate holiday 2026-12-21..2027-01-03", "debate holiday 2026-12-08 off:yes"],
        Details = "Free days of all channels can be in an .ics file, which the person who runs the bot sets as Debates:HolidaysFile.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var ends = request.Text.Split("..", 2);
        if (ScheduleText.DateOf(ends[0].Trim()) is not { } first || ScheduleText.DateOf(ends[^1].Trim()) is not { } last
            || last < first || Period.DaysBetween(first, last) >= MaxDays)
        {
            return ChatReply.Error(DebateCommandTexts.FormatNoDays(request.Text, MaxDays, "2026-12-21..2027-01-03"));
        }

        var isOff = request.Option("off") == "yes";
        var key = ChannelKey.Of(request.Command.Channel);
        await database.WriteAsync(
            async session =>
            {
                for (var day = first; day <= last; day = day.PlusDays(1))
                {
                    await session.ExecuteAsync(
                        isOff
                            ? "DELETE FROM holidays WHERE channel = @key AND date = @date"
                            : "INSERT INTO holidays (channel, date) VALUES (@key, @date) ON CONFLICT (channel, date) DO NOTHING",
                        new { key, date = Dates.FormatIso(day) });
                }

                return true;
            },
            cancellationToken);
        return ChatReply.Answer(new TextBlock((first == last, isOff) switch
        {
            (true, false) => DebateCommandTexts.FormatDayIsFree(Dates.FormatDay(first)),
            (true, true) => DebateCommandTexts.FormatDayHasDebates(Dates.FormatDay(first)),
            (false, false) => DebateCommandTexts.FormatDaysAreFree(Dates.FormatDay(first), Dates.FormatDay(last)),
            (false, true) => DebateCommandTexts.FormatDaysHaveDebates(Dates.FormatDay(first), Dates.FormatDay(last)),
        }));
    }
}
