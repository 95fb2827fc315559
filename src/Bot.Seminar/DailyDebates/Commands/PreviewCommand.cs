using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Shows what a channel will debate, with dates.</summary>
internal sealed class PreviewCommand(ChannelSchedules channel, Database database, IOptions<DebatesOptions> options) : ISeminarCommand
{
    private const int Usual = 14;
    private const int MaxItems = 31;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate preview", "Shows the motions that will be debated here, with their dates.")
    {
        Text = new OptionInfo("n", "How many; 14 by default. With 1 you see the next debate just as it will be posted.") { Kind = OptionKind.Number },
        Examples = ["debate preview", "debate preview 1"],
        Details = "What you see is what will be posted, unless a teacher pins, queues or skips something, or the readings change.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var number = Usual;
        if (request.Text.Length > 0
            && (!int.TryParse(request.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MaxItems))
        {
            return ChatReply.Error($"How many debates do you want to see? Write a number from 1 to {MaxItems}: debate preview 14");
        }

        var schedules = (await channel.OfAsync(request, cancellationToken)).Where(schedule => !schedule.IsPaused).ToList();
        var plan = await channel.PlanAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        foreach (var schedule in schedules)
        {
            await plan.RefreshAsync(schedule, cancellationToken);
        }

        await database.WriteAsync(plan.KeepAsync, cancellationToken);

        var coming = await UpcomingAsync(schedules, plan, number, cancellationToken);
        if (coming.Count == 0)
        {
            return ChatReply.Answer(new TextBlock("Nothing is planned here: there is no schedule, or all of them are paused or over."));
        }

        return number == 1 ? await InFullAsync(coming[0], cancellationToken) : ChatReply.Answer(
            new ListBlock([.. coming.Select(Line)]),
            new ChoicesBlock([new Choice("Show the next one in full", "debate preview", "1")]));
    }

    private static async Task<List<(Schedule Schedule, Occurrence Occurrence, ReservedMotion? ReservedMotion)>> UpcomingAsync(
        List<Schedule> schedules, ChannelPlan plan, int number, CancellationToken cancellationToken)
    {
        var coming = new List<(Schedule, Occurrence, ReservedMotion?)>();
        var next = schedules.ToDictionary(schedule => schedule, schedule => ChannelSchedules.NextOf(schedule, plan));
        while (coming.Count < number
            && next.Where(item => item.Value is not null)
                .OrderBy(item => item.Value?.Due)
                .ThenBy(item => item.Key.Number)
                .FirstOrDefault() is { Key: { } schedule, Value: { } due })
        {
            coming.Add((schedule, due, await plan.TakeAsync(schedule, due.Date, cancellationToken)));
            next[schedule] = schedule.Rule.AfterDay(due.Date, day => plan.IsFree(schedule, day));
        }

        return coming;
    }

    private static string Line((Schedule Schedule, Occurrence Occurrence, ReservedMotion? ReservedMotion) item) =>
        $"{ChannelSchedules.DescribeDue(item.Schedule, item.Occurrence)}: {item.ReservedMotion?.Motion.Text ?? "no motion; the readings hold none"}";

    private async Task<ChatReply> InFullAsync(
        (Schedule Schedule, Occurrence Occurrence, ReservedMotion? ReservedMotion) item, CancellationToken cancellationToken)
    {
        if (item.ReservedMotion is not { } taken)
        {
            return ChatReply.Answer(new TextBlock(Line(item)));
        }

        var closes = (item.Occurrence.Due + Duration.FromTimeSpan(options.Value.PollOpen)).InZone(item.Schedule.Rule.Zone);
        var prompt = DailyPrompt.Of(taken.Motion, await taken.Motion.SidesAsync(cancellationToken), taken.Number, "", closes);
        return ChatReply.Answer(
        [
            new TextBlock($"To be posted on {ChannelSchedules.DescribeDue(item.Schedule, item.Occurrence)}:"),
            .. prompt.Blocks.Where(block => block is not PollBlock),
            new TextBlock($"The poll: {string.Join(", ", DailyPrompt.Stances)}."),
        ]);
    }
}
