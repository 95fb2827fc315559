namespace Bot.Seminar.DailyDebates.Agenda;

/// <summary>What a channel's teachers have on their hands.</summary>
/// <param name="Schedules">The schedules, by number.</param>
/// <param name="Queue">Motions that come first, in order.</param>
/// <param name="Suggestions">Motions of members that wait for a teacher.</param>
/// <param name="Reports">What went wrong lately, the newest first.</param>
public sealed record ChannelAgenda(
    IReadOnlyList<ListedSchedule> Schedules,
    IReadOnlyList<WaitingMotion> Queue,
    IReadOnlyList<WaitingMotion> Suggestions,
    IReadOnlyList<string> Reports);

/// <summary>A schedule as it is listed.</summary>
/// <param name="Number">What people of the channel call it, from 1.</param>
/// <param name="Description">When and on what: <c>09:00 Europe/Lisbon, weekdays</c>.</param>
/// <param name="IsPaused">Whether it rests until it is resumed.</param>
/// <param name="Next">When its next debate comes, on the clocks of its place; null where none does.</param>
public sealed record ListedSchedule(int Number, string Description, bool IsPaused, string? Next)
{
    /// <summary>Whether it rests, is over, or when it goes on.</summary>
    public string State => IsPaused ? AgendaTexts.Paused : Next is null ? AgendaTexts.Over : AgendaTexts.FormatNextOn(Next);
}

/// <summary>A motion that somebody wrote.</summary>
/// <param name="Id">What the commands that decide on it take: <c>debate accept</c>, <c>debate decline</c>, <c>debate unqueue</c>.</param>
/// <param name="Motion">The motion.</param>
public sealed record WaitingMotion(string Id, string Motion);

/// <summary>The debates of a channel in a month, day by day.</summary>
/// <param name="First">The first day of the month.</param>
/// <param name="Today">The day that it is where the first schedule is.</param>
/// <param name="Days">Every day of the month.</param>
public sealed record AgendaMonth(DateOnly First, DateOnly Today, IReadOnlyList<AgendaDay> Days);

/// <summary>A day of a month.</summary>
/// <param name="Date">The day.</param>
/// <param name="Debates">What takes place or took place, or does not although a schedule names the day; in the order of the hours.</param>
public sealed record AgendaDay(DateOnly Date, IReadOnlyList<AgendaDebate> Debates);

/// <summary>A debate of a day.</summary>
/// <param name="Schedule">The number of its schedule; null where that is gone, or the debate was one besides.</param>
/// <param name="Time">When, on the clocks of the schedule's place.</param>
/// <param name="Zone">The place: <c>Europe/Lisbon</c>.</param>
/// <param name="State">What becomes or became of it.</param>
/// <param name="Motion">The motion; empty where none is known yet or there is none.</param>
public sealed record AgendaDebate(int? Schedule, TimeOnly Time, string Zone, AgendaState State, string Motion);

/// <summary>What becomes of a debate.</summary>
public enum AgendaState
{
    /// <summary>It comes, with a motion of the plan.</summary>
    Planned,

    /// <summary>It comes, with a motion of the queue.</summary>
    Queued,

    /// <summary>It comes, with the motion that a teacher pinned to the day.</summary>
    Pinned,

    /// <summary>A teacher left it out.</summary>
    Skipped,

    /// <summary>The day is free.</summary>
    Holiday,

    /// <summary>It was posted.</summary>
    Posted,

    /// <summary>It should have come, and did not.</summary>
    Missed,
}
