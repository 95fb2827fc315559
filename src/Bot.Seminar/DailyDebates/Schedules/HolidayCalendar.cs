using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Schedules;

/// <summary>The days that are free in every channel: those of the .ics file, read again when it changes.</summary>
internal sealed partial class HolidayCalendar(IOptions<DebatesOptions> options, ILogger<HolidayCalendar> logger)
{
    private readonly Lock gate = new();
    private DateTime readAt;
    private IReadOnlySet<LocalDate> days = new HashSet<LocalDate>();

    /// <summary>The days; if the file can no longer be read, the last known ones.</summary>
    public IReadOnlySet<LocalDate> Days
    {
        get
        {
            if (options.Value.HolidaysFile is not { Length: > 0 } file)
            {
                return days;
            }

            lock (gate)
            {
                if (File.GetLastWriteTimeUtc(file) is var changed && changed != readAt)
                {
                    readAt = changed;
                    var (read, problem) = HolidayFile.Read(file);
                    if (problem is null)
                    {
                        days = read;
                    }
                    else
                    {
                        LogUnreadable(file, problem);
                    }
                }

                return days;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The holidays in {File} cannot be read, so the last known ones are used: {Problem}")]
    private partial void LogUnreadable(string file, string problem);
}
