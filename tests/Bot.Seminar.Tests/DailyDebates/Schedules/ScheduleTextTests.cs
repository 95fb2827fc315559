using Bot.Library.Readings;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.Tests.DailyDebates.Schedules;

public sealed class ScheduleTextTests
{
    private static readonly IReadOnlyList<Reading> Readings =
    [
        TestReadings.Of("ferry", "The Ferry", "The council should pay for the ferry."),
        TestReadings.Of("bridge", "The Bridge", "The council should build the bridge."),
    ];

    [Theory]
    [InlineData("09:00 Europe/Lisbon", "09:00 Europe/Lisbon, daily")]
    [InlineData("9:05 europe/lisbon weekdays", "09:05 Europe/Lisbon, weekdays")]
    [InlineData("6pm UTC Mon,Thu 2026-09-01..2027-01-31", "18:00 UTC, Mon,Thu, 2026-09-01 to 2027-01-31")]
    [InlineData("18:30 UTC 2026-09-01..", "18:30 UTC, daily, from 2026-09-01")]
    [InlineData("18:30 UTC ferry,bridge", "18:30 UTC, daily, on bridge, ferry")]
    public void AScheduleIsReadAsPeopleWriteIt(string typed, string described)
    {
        var (rule, readings, problem) = ScheduleText.Parse(typed, Readings);

        Assert.Equal("", problem);
        Assert.Equal(described, new Schedule("", "", 1, rule!, readings).Describe());
    }

    [Theory]
    [InlineData("25:00 UTC", "“25:00” is not a time.")]
    [InlineData("noon UTC", "“noon” is not a time.")]
    [InlineData("09:00", "In which time zone is it 09:00?")]
    [InlineData("09:00 Lisbon", "“Lisbon” is not a time zone that I know. Did you mean Europe/Lisbon?")]
    [InlineData("09:00 Europe/Lissabon", "“Europe/Lissabon” is not a time zone that I know. Did you mean Europe/Lisbon?")]
    [InlineData("09:00 UTC daily 2026-13-01..", "“2026-13-01..” is not a range of days.")]
    [InlineData("09:00 UTC daily 2026-09-02..2026-09-01", "“2026-09-02..2026-09-01” is not a range of days.")]
    [InlineData("09:00 UTC tunnel", "No reading is called “tunnel”.")]
    public void AnUnreadableScheduleIsReported(string typed, string said) =>
        Assert.StartsWith(said, ScheduleText.Parse(typed, Readings).Problem, StringComparison.Ordinal);
}
