using System.Globalization;
using Bot.Library.Readings;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Agenda;
using Bot.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Bot.Web.Desk;

/// <summary>The desk page with a channel's schedules, a month of its debates, the queue, and suggestions.</summary>
internal sealed class DebatesDesk(
    DeskFrames frames, ChannelAgendas agendas, MotionChoices choices, AgendaCalendar calendar, ChannelShelves shelves, TimeProvider time)
{
    // How far from today a month can be shown.
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
            await calendar.ReadMonthAsync(address, chosen ?? DateOf(month, "yyyy-MM"), areChosen, cancellationToken),
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

/// <summary>The model of that page.</summary>
/// <param name="Desk">The frame around it.</param>
/// <param name="Agenda">Schedules, queue and suggestions.</param>
/// <param name="Month">The month that is shown.</param>
/// <param name="Readings">The readings for motions.</param>
public sealed record DebatesModel(DeskFrame Desk, ChannelAgenda Agenda, AgendaMonth Month, IReadOnlyList<Reading> Readings)
{
    /// <summary>The selected day; null if there is none.</summary>
    public DateOnly? Chosen { get; init; }

    /// <summary>Whether the motions of the next days are chosen already.</summary>
    public bool AreMotionsChosen { get; init; }

    /// <summary>The time zone of the machine, which is usually that of the class.</summary>
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>The current address of the page.</summary>
    public string Address => Chosen is { } day ? PageAddresses.Debates(Desk.Channel.Code, day) : PageAddresses.DebatesIn(Desk.Channel.Code, Month.First);

    /// <summary>The selected day, if it is in the shown month.</summary>
    public AgendaDay? ChosenDay => Month.Days.FirstOrDefault(day => day.Date == Chosen);
}

/// <summary>Words for debates in the calendar.</summary>
internal static class AgendaWords
{
    /// <summary>Whether it can still be pinned or left out.</summary>
    public static bool IsToCome(AgendaDebate debate) => debate.State is not (AgendaState.Posted or AgendaState.Missed);

    /// <summary>The state in one or two words.</summary>
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

    /// <summary>The state as a symbol, for small screens.</summary>
    public static string Sign(AgendaState state) => state switch
    {
        AgendaState.Planned or AgendaState.Queued => "●",
        AgendaState.Pinned => "◆",
        AgendaState.Skipped or AgendaState.Holiday => "–",
        AgendaState.Posted => "✓",
        _ => "!",
    };
}
