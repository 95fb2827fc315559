using Bot.Seminar.DailyDebates.Schedules;
using NodaTime;
using NodaTime.Text;

namespace Bot.Seminar.Tests.DailyDebates.Schedules;

public sealed class ScheduleRuleTests
{
    [Theory]
    // The clocks go forward at 01:00 in Lisbon, back at 02:00.
    [InlineData("2026-03-28", "09:00", "Europe/Lisbon", "2026-03-28T09:00:00Z")]
    [InlineData("2026-03-29", "09:00", "Europe/Lisbon", "2026-03-29T08:00:00Z")]
    [InlineData("2026-03-29", "01:30", "Europe/Lisbon", "2026-03-29T01:00:00Z")]
    [InlineData("2026-10-25", "01:30", "Europe/Lisbon", "2026-10-25T00:30:00Z")]
    // Lord Howe changes by half an hour, Troll by two hours, and Casablanca changes back for Ramadan.
    [InlineData("2026-10-04", "02:15", "Australia/Lord_Howe", "2026-10-03T15:30:00Z")]
    [InlineData("2026-04-05", "01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00Z")]
    [InlineData("2026-03-29", "02:30", "Antarctica/Troll", "2026-03-29T01:00:00Z")]
    [InlineData("2026-02-15", "02:30", "Africa/Casablanca", "2026-02-15T01:30:00Z")]
    // Samoa had no 30 December 2011.
    [InlineData("2011-12-29", "09:00", "Pacific/Apia", "2011-12-29T19:00:00Z")]
    [InlineData("2011-12-30", "09:00", "Pacific/Apia", null)]
    [InlineData("2011-12-31", "09:00", "Pacific/Apia", "2011-12-30T19:00:00Z")]
    public void ADebateIsDueAtTheTimeOnTheWall(string date, string time, string zone, string? due) =>
        Assert.Equal(due is null ? null : InstantPattern.General.Parse(due).Value, Rule(time, zone).FindDue(Date(date)));

    [Fact]
    public void DaysOfTheWeekAndTheRangeAreKept()
    {
        var rule = Rule("09:00", "UTC") with { Days = ScheduleDays.Parse("Mon,Wed")!, First = Date("2026-09-02"), Last = Date("2026-09-09") };

        var days = new List<LocalDate>();
        for (var next = rule.FindAfter(Instant.FromUtc(2026, 8, 1, 0, 0), _ => false); next is { } there; next = rule.FindAfterDay(there.Date, _ => false))
        {
            days.Add(there.Date);
        }

        Assert.Equal([Date("2026-09-02"), Date("2026-09-07"), Date("2026-09-09")], days);
    }

    [Theory]
    [InlineData("daily", "daily")]
    [InlineData("Weekdays", "weekdays")]
    [InlineData("mon-fri", "weekdays")]
    [InlineData("sat,sun", "weekends")]
    [InlineData("fridays", "Fri")]
    [InlineData("Fri-Mon", "Mon,Fri,Sat,Sun")]
    [InlineData("tues,THU", "Tue,Thu")]
    public void DaysAreReadAsPeopleWriteThem(string typed, string read)
    {
        Assert.Equal(read, ScheduleDays.Parse(typed)?.ToString());
        Assert.Equal(ScheduleDays.Parse(typed), ScheduleDays.Parse(read));
    }

    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("someday")]
    [InlineData("mon-wed-fri")]
    public void WhatNamesNoDaysIsNotRead(string typed) => Assert.Null(ScheduleDays.Parse(typed));

    internal static LocalDate Date(string date) => LocalDatePattern.Iso.Parse(date).Value;

    private static ScheduleRule Rule(string time, string zone) =>
        new(LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(time).Value, DateTimeZoneProviders.Tzdb[zone], ScheduleDays.Daily);
}
