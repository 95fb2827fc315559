using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Schedules;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Creates a schedule of daily debates for a channel.</summary>
internal sealed class ScheduleCommand(ChannelSchedules channel, ScheduleStore store) : ISeminarCommand
{
    private const string Tag = "tag";
    private const int MaxOfChannel = 10;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate schedule", "Posts a debate to this channel at the same local time each day.")
    {
        Text = new OptionInfo("when", "A time, a time zone, days, and a range of dates; the last two are optional.") { Required = true },
        Options =
        [
            new OptionInfo("readings", "Take motions only from these readings, separated by commas.") { Kind = OptionKind.Readings },
            new OptionInfo(Tag, "The tag of its posts, if the channel is a forum."),
        ],
        FormTitle = "A daily debate",
        AsksForChannel = true,
        TextParts =
        [
            new OptionInfo("time", "When it is posted.") { Required = true, Proposed = "09:00" },
            new OptionInfo("time zone", "The time zone of that time, such as Europe/Lisbon.") { Required = true },
            new OptionInfo("days", "The days of the week.")
            {
                Required = true,
                Choices = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
                TakesSeveral = true,
                Proposed = "Mon,Tue,Wed,Thu,Fri",
            },
        ],
        Examples =
        [
            "debate schedule 09:00 Europe/Lisbon weekdays",
            "debate schedule 18:30 America/New_York Mon,Thu 2026-09-07..2026-12-18 readings:case-for-pressure,case-for-engagement",
        ],
        Details = "The time is local time, so it follows summer time. If a time does not exist on a day, the debate is posted right "
            + "after the gap; if it occurs twice, the debate is posted once. Days are daily, weekdays, weekends, or a list such as Mon,Wed or Mon-Thu. "
            + "In a forum each debate is a post with the motion as its title.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var tag = request.Option(Tag);
        if (await channel.ExplainNoPostsAsync(request.Command.Channel, tag, cancellationToken) is { } cannot)
        {
            return ChatReply.Error(cannot);
        }

        var text = request.Option("readings") is { } readings ? $"{request.Text} {readings}" : request.Text;
        var (rule, ids, problem) = ScheduleText.Parse(text, request.Shelf.Readings);
        if (rule is null)
        {
            return ChatReply.Error(problem);
        }

        var others = await channel.OfAsync(request, cancellationToken);
        if (others.FirstOrDefault(other => other.Rule == rule && other.Readings.SequenceEqual(ids)) is { } same)
        {
            return ChatReply.Error(DebateCommandTexts.FormatScheduleExists(same.Number));
        }

        if (others.Count >= MaxOfChannel)
        {
            return ChatReply.Error(DebateCommandTexts.FormatTooManySchedules(others.Count, "debate remove schedule:N"));
        }

        var key = ChannelKey.Of(request.Command.Channel);
        var plan = await channel.PlanAsync(key, cancellationToken);
        var next = rule.FindAfter(channel.Now, _ => false);
        if (plan.NextOf(new Schedule("", key, 0, rule, ids) { Next = next }) is not { } first)
        {
            return ChatReply.Error(DebateCommandTexts.NoDayToCome);
        }

        var schedule = await store.AddAsync(key, rule, ids, tag ?? "", next, cancellationToken);
        return ChatReply.Answer(
            new TextBlock(DebateCommandTexts.FormatScheduled(schedule.Number, schedule.Describe(), schedule.Describe(first))),
            new ChoicesBlock([new Choice(DebateCommandTexts.WhatWillBePosted, "debate preview", "")]));
    }
}
