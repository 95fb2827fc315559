namespace Bot.Seminar.DailyDebates.Agenda;

/// <summary>The schedules, motions and reports of a channel, for its teachers.</summary>
/// <param name="Schedules">The schedules, by number.</param>
/// <param name="Queue">Queued motions, in order.</param>
/// <param name="Suggestions">Members' suggestions that wait for a teacher.</param>
/// <param name="Reports">Recent problems, the newest first.</param>
public sealed record ChannelAgenda(
    IReadOnlyList<ListedSchedule> Schedules,
    IReadOnlyList<WaitingMotion> Queue,
    IReadOnlyList<WaitingMotion> Suggestions,
    IReadOnlyList<string> Reports);

/// <summary>A schedule as it is listed.</summary>
/// <param name="Number">Its number in the channel, from 1.</param>
/// <param name="Description">Its time, days and readings: <c>09:00 Europe/Lisbon, weekdays</c>.</param>
/// <param name="IsPaused">Whether it is paused.</param>
/// <param name="Next">The local time of its next debate; null if there is none.</param>
public sealed record ListedSchedule(int Number, string Description, bool IsPaused, string? Next)
{
    /// <summary>Whether it is paused or over, or when its next debate is.</summary>
    public string State => IsPaused ? AgendaTexts.Paused : Next is null ? AgendaTexts.Over : AgendaTexts.FormatNextOn(Next);
}

/// <summary>A motion that somebody wrote.</summary>
/// <param name="Id">The id for <c>debate accept</c>, <c>debate decline</c>, <c>debate unqueue</c>.</param>
/// <param name="Motion">The motion.</param>
public sealed record WaitingMotion(string Id, string Motion);

/// <summary>The debates of a channel in a month, day by day.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Today">The current day in the time zone of the first schedule.</param>
/// <param name="Days">Every day of the month.</param>
public sealed record AgendaMonth(DateOnly First, DateOnly Today, IReadOnlyList<AgendaDay> Days);

/// <summary>A day of a month.</summary>
/// <param name="Date">The day.</param>
/// <param name="Debates">Its debates, also those that are left out or were missed; in order of time.</param>
public sealed record AgendaDay(DateOnly Date, IReadOnlyList<AgendaDebate> Debates);

/// <summary>A debate of a day.</summary>
/// <param name="Schedule">The number of its schedule; null if the schedule was removed, or the debate was posted without one.</param>
/// <param name="Time">The time in the schedule's time zone.</param>
/// <param name="Zone">The time zone: <c>Europe/Lisbon</c>.</param>
/// <param name="State">Its state.</param>
/// <param name="Motion">The motion; empty if none is known yet or there is none.</param>
public sealed record AgendaDebate(int? Schedule, TimeOnly Time, string Zone, AgendaState State, string Motion);

/// <summary>The state of a debate.</summary>
public enum AgendaState
{
    /// <summary>It is coming, with a motion of the plan.</summary>
    Planned,

    /// <summary>It is coming, with a motion of the queue.</summary>
    Queued,

    /// <summary>It is coming, with the motion that a teacher pinned to the day.</summary>
    Pinned,

    /// <summary>A teacher left it out.</summary>
    Skipped,

    /// <summary>The day is free.</summary>
    Holiday,

    /// <summary>It was posted.</summary>
    Posted,

    /// <summary>It was due, but was not posted.</summary>
    Missed,
}
