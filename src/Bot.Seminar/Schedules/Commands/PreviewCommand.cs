using System.Globalization;
using Bot.Chat;
using Bot.Library;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.Planning;
using Bot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.Schedules.Commands;

/// <summary>Shows what a channel will debate, with dates.</summary>
internal sealed class PreviewCommand(ChannelSchedules channel, Database database, Shelf shelf, IOptions<DebatesOptions> options) : ISeminarCommand
{
    private const int Usual = 14;
    private const int Most = 31;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate preview", "Shows the motions that will be debated here, with their dates.")
    {
        Text = new OptionInfo("n", "How many; 14 by default. With 1 you see the next debate just as it will be posted.") { Kind = OptionKind.Number },
        Examples = ["debate preview", "debate preview 1"],
        Details = "What you see is what will be posted, unless somebody pins, queues or skips something, or the readings change.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var number = Usual;
        if (request.Text.Length > 0 && (!int.TryParse(request.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > Most))
        {
            return ChatReply.Error($"How many debates do you want to see? Write a number from 1 to {Most}: debate preview 14");
        }

        var schedules = (await channel.OfAsync(request, cancellationToken)).Where(schedule => !schedule.IsPaused).ToList();
        var plan = await channel.PlanAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        schedules.ForEach(plan.Refresh);
        await database.WriteAsync(plan.KeepAsync, cancellationToken);

        var coming = Upcoming(schedules, plan).Take(number).ToList();
        if (coming.Count == 0)
        {
            return ChatReply.Answer(new TextBlock("Nothing is planned here: there is no schedule, or all of them are paused or over."));
        }

        return number == 1 ? InFull(coming[0]) : ChatReply.Answer(
            new ListBlock([.. coming.Select(Line)]),
            new ChoicesBlock([new Choice("Show the next one in full", "debate preview", "1")]));
    }

    private static IEnumerable<(Schedule Schedule, Occurrence Occurrence, Taken? Taken)> Upcoming(List<Schedule> schedules, ChannelPlan plan)
    {
        var next = schedules.ToDictionary(schedule => schedule, schedule => ChannelSchedules.NextOf(schedule, plan));
        while (next.Where(item => item.Value is not null).OrderBy(item => item.Value?.Due).ThenBy(item => item.Key.Number).FirstOrDefault() is { Key: { } schedule, Value: { } due })
        {
            yield return (schedule, due, plan.Take(schedule, due.Date));
            next[schedule] = schedule.Rule.AfterDay(due.Date, day => plan.IsFree(schedule, day));
        }
    }

    private static string Line((Schedule Schedule, Occurrence Occurrence, Taken? Taken) item) =>
        $"{ChannelSchedules.Said(item.Schedule, item.Occurrence)}: {item.Taken?.Motion.Text ?? "no motion; the readings hold none"}";

    private ChatReply InFull((Schedule Schedule, Occurrence Occurrence, Taken? Taken) item)
    {
        if (item.Taken is not { } taken)
        {
            return ChatReply.Answer(new TextBlock(Line(item)));
        }

        var closes = (item.Occurrence.Due + Duration.FromTimeSpan(options.Value.PollOpen)).InZone(item.Schedule.Rule.Zone);
        var prompt = DailyPrompt.Of(shelf.Current, taken.Motion, taken.Number, "", closes);
        return ChatReply.Answer(
        [
            new TextBlock($"To be posted on {ChannelSchedules.Said(item.Schedule, item.Occurrence)}:"),
            .. prompt.Blocks.Where(block => block is not PollBlock),
            new TextBlock($"The poll: {string.Join(", ", DailyPrompt.Stances)}."),
        ]);
    }
}
