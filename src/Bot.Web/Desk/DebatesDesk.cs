using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The schedules of a channel with a month of its debates, the queue, and suggestions.</summary>
internal sealed class DebatesDesk(
    DeskFrames frames, ChannelAgendas agendas, MotionChoices choices, AgendaCalendar calendar, ChannelShelves shelves, TimeProvider time)
{
    // Further off nobody plans, and dates end somewhere.
    private const int MaxYears = 50;

    public void Map(IEndpointRouteBuilder routes) => routes.MapGet("/debates", ShowAsync);

    private async Task<IResult> ShowAsync(HttpContext context, string? day, string? month, CancellationToken cancellationToken)
    {
        var address = DeskFrames.ChannelOf(context).Address;
        var chosen = DateOf(day, "yyyy-MM-dd");
        var areChosen = await choices.TryChooseAsync(address, cancellationToken);
        return PageFrames.Page<DebatesPage>(new DebatesModel(
            frames.Of(context),
            await agendas.OfAsync(address, cancellationToken),
            await calendar.MonthAsync(address, chosen ?? DateOf(month, "yyyy-MM"), areChosen, cancellationToken),
            shelves.Of(address).Readings)
        {
            Chosen = chosen,
            AreMotionsChosen = areChosen,
            TimeZone = time.LocalTimeZone.Id,
        });
    }

    private DateOnly? DateOf(string? text, string form) =>
        DateOnly.TryParseExact(text, form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && Math.Abs(date.Year - time.GetUtcNow().Year) <= MaxYears ? date : null;
}

/// <summary>The page of the debates.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Agenda">Schedules, queue and suggestions.</param>
/// <param name="Month">The month that is shown.</param>
/// <param name="Readings">What motions can be taken from.</param>
public sealed record DebatesModel(DeskFrame Desk, ChannelAgenda Agenda, AgendaMonth Month, IReadOnlyList<Reading> Readings)
{
    /// <summary>The day on which something can be done; null where none was chosen.</summary>
    public DateOnly? Chosen { get; init; }

    /// <summary>Whether the motions of the next days are chosen; they are being chosen otherwise.</summary>
    public bool AreMotionsChosen { get; init; }

    /// <summary>The time zone of the machine, which is most often that of the class.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The address of the page as it is now.</summary>
    public string Address => Chosen is { } day ? PageAddresses.Debates(Desk.Channel.Code, day) : PageAddresses.DebatesIn(Desk.Channel.Code, Month.First);

    /// <summary>The chosen day, where it is of the month that is shown.</summary>
    public AgendaDay? ChosenDay => Month.Days.FirstOrDefault(day => day.Date == Chosen);
}

/// <summary>How a debate of the calendar is called.</summary>
internal static class AgendaWords
{
    /// <summary>Whether it can still be pinned or left out.</summary>
    public static bool IsToCome(AgendaDebate debate) => debate.State is not (AgendaState.Posted or AgendaState.Missed);

    /// <summary>What becomes of it, in a word or two.</summary>
    public static string Of(AgendaState state) => state switch
    {
        AgendaState.Planned => DebateTexts.Planned,
        AgendaState.Queued => DebateTexts.Queued,
        AgendaState.Pinned => DebateTexts.Pinned,
        AgendaState.Skipped => DebateTexts.Skipped,
        AgendaState.Holiday => DebateTexts.Holiday,
        AgendaState.Posted => DebateTexts.Posted,
        _ => DebateTexts.Missed,
    };

    /// <summary>The same as a sign, for where a word has no room.</summary>
    public static string Sign(AgendaState state) => state switch
    {
        AgendaState.Planned or AgendaState.Queued => "●",
        AgendaState.Pinned => "◆",
        AgendaState.Skipped or AgendaState.Holiday => "–",
        AgendaState.Posted => "✓",
        _ => "!",
    };
}
