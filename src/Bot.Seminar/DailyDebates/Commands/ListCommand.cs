using Bot.Chat.Delivery;
using Bot.Seminar.DailyDebates.Agenda;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Lists a channel's schedules, its queue, its suggestions and its reports.</summary>
internal sealed class ListCommand(ChannelAgendas agendas) : ISeminarCommand
{
    private const int MaxDecided = 5;
    private const int MaxOnButton = 40;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate list", "Lists this channel's debate schedules, queued motions, and days that were missed.")
    {
        Examples = ["debate list"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var agenda = await agendas.OfAsync(request.Command.Channel, cancellationToken);
        var decisions = agenda.Queue.Select(motion => new[] { CreateButton(DebateCommandTexts.FormatTakeBackMotion, "debate unqueue", motion) })
            .Concat(agenda.Suggestions.Select(motion => new[]
            {
                CreateButton(DebateCommandTexts.FormatAcceptMotion, "debate accept", motion),
                CreateButton(DebateCommandTexts.FormatDeclineMotion, "debate decline", motion),
            }))
            .Take(MaxDecided)
            .SelectMany(choices => choices)
            .ToList();
        return ChatReply.Answer(
        [
            agenda.Schedules.Count > 0
                ? new ListBlock([.. agenda.Schedules.Select(WriteLine)])
                : new TextBlock(ChannelSchedules.NoSchedule),
            .. WriteSection(DebateCommandTexts.Queued, agenda.Queue.Select(waiting => waiting.Motion)),
            .. WriteSection(DebateCommandTexts.Suggested, agenda.Suggestions.Select(waiting => waiting.Motion)),
            .. WriteSection(DebateCommandTexts.WentWrong, agenda.Reports),
            .. decisions.Count > 0 ? [new ChoicesBlock(decisions)] : Array.Empty<ReplyBlock>(),
        ]);
    }

    private static string WriteLine(ListedSchedule schedule) =>
        DebateCommandTexts.FormatListedSchedule(schedule.Number, schedule.Description, schedule.State);

    private static Choice CreateButton(Func<object?, string> label, string command, WaitingMotion waiting) =>
        new(label(ShortText.Of(waiting.Motion, MaxOnButton)), command, waiting.Id);

    private static IEnumerable<ReplyBlock> WriteSection(string heading, IEnumerable<string> items) =>
        items.ToList() is { Count: > 0 } list ? [new HeadingBlock(heading), new ListBlock(list)] : [];
}
