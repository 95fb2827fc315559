using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.Tests.DailyDebates.Schedules;

public sealed class HolidayFileTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void EveryDayThatAnEventTouchesIsFreeRepeatedOnesEachYear()
    {
        File.WriteAllText(file, """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//school//terms//EN
            BEGIN:VEVENT
            UID:1
            DTSTART;VALUE=DATE:20261221
            DTEND;VALUE=DATE:20261224
            SUMMARY:Break
            END:VEVENT
            BEGIN:VEVENT
            UID:2
            DTSTART;VALUE=DATE:20261001
            RRULE:FREQ=YEARLY
            SUMMARY:Founders' day
            END:VEVENT
            END:VCALENDAR
            """);

        var (days, problem) = HolidayFile.Read(file);

        Assert.Null(problem);
        Assert.Equal(
            ["2026-10-01", "2026-12-21", "2026-12-22", "2026-12-23", "2027-10-01"],
            days.Where(day => day.Year < 2028).Order().Select(Dates.FormatIso));
    }

    [Theory]
    [InlineData("")]
    [InlineData("no calendar at all")]
    [InlineData("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")]
    public void AFileWithoutEventsIsReported(string text)
    {
        File.WriteAllText(file, text);

        Assert.NotNull(HolidayFile.Read(file).Problem);
    }

    [Fact]
    public void AMissingFileIsReported() => Assert.Contains("no-such.ics", HolidayFile.Read("no-such.ics").Problem, StringComparison.Ordinal);
}
