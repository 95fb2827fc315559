using Bot.Chat;
using Bot.Library;
using Bot.Web.Channels;
using Bot.Web.Members;
using Bot.Web.Pages;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Bot.Web.Desk;

/// <summary>
/// The teacher's desk: what a channel's teacher would otherwise ask for command by command, on one page. Everything is done by the commands, so
/// that the same rules hold.
/// </summary>
internal sealed class DeskEndpoints(
    ChannelLogs logs, ChannelDesk desk, PageFrames frames, Shelf shelf, IEnumerable<HealthCheckService> health, TimeProvider time, IOptions<WebOptions> options)
{
    private static readonly ChatReply NotYet = ChatReply.Error("The program is still starting. Please load the page again.");

    /// <summary>Maps the desk where teachers can sign in.</summary>
    public void Map(IEndpointRouteBuilder routes)
    {
        if (options.Value.TeacherPassword.Length == 0)
        {
            return;
        }

        routes.MapGet("/desk", (HttpContext context) => Results.LocalRedirect(PageAddresses.Desk(logs.First)));
        routes.MapGet("/desk/{channel}", ShowAsync);
        routes.MapPost("/desk/{channel}/schedule", ScheduleAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context, string channel, CancellationToken cancellationToken)
    {
        var member = PageFrames.MemberOf(context);
        if (!member.IsTeacher || logs.Find(channel) is null)
        {
            return member.IsTeacher ? NoChannel(context, member) : Results.LocalRedirect(PageAddresses.SignIn(PageAddresses.Desk(channel)));
        }

        var debates = await ListDebatesAsync(channel, member, cancellationToken);
        return PageFrames.Page<DeskPage>(new DeskModel(frames.Of(context), channel, shelf.Current, debates, await StatesAsync(cancellationToken))
        {
            TimeZone = time.LocalTimeZone.Id,
        });
    }

    private async Task<IResult> ScheduleAsync(HttpContext context, string channel)
    {
        var member = PageFrames.MemberOf(context);
        if (!member.IsTeacher || logs.Find(channel) is not { } log)
        {
            return member.IsTeacher ? NoChannel(context, member) : Results.LocalRedirect(PageAddresses.SignIn(PageAddresses.Desk(channel)));
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (from, to) = (form["from"].ToString(), form["to"].ToString());
        var range = from.Length + to.Length > 0 ? $" {from}..{to}" : "";
        var words = $"/debate schedule {form["time"]} {form["zone"]} {form["days"]}{range}";
        var entry = desk.Say(log, new ChannelAddress(WebAdapter.Platform, "", channel), member, words, form["once"].ToString());
        await log.WaitForAnswerAsync(entry.Number, WebLimits.Inline, context.RequestAborted);
        return Results.LocalRedirect(PageAddresses.Entry(channel, entry.Number));
    }

    private async Task<ChatReply> ListDebatesAsync(string channel, Member member, CancellationToken cancellationToken) => desk.Seminar is { } seminar
        ? await seminar.HandleAsync(
            new ChatCommand
            {
                Name = "debate list",
                Channel = new ChannelAddress(WebAdapter.Platform, "", channel),
                User = new ChatUser(member.Id, member.IsTeacher),
                Style = CommandStyle.Slash,
            },
            cancellationToken)
        : NotYet;

    private async Task<IReadOnlyList<string>> StatesAsync(CancellationToken cancellationToken)
    {
        var states = new List<string>();
        foreach (var service in health)
        {
            var report = await service.CheckHealthAsync(cancellationToken);
            states.AddRange(report.Entries.Values.SelectMany(entry => (entry.Description ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        }

        return states;
    }

    private IResult NoChannel(HttpContext context, Member member) =>
        frames.Say(context, member, "No such channel", "There is no channel of that name here.", StatusCodes.Status404NotFound);
}
