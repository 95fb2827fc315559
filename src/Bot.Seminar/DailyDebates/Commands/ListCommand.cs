using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Lists a channel's schedules, what waits in its queue, and what its teachers should know.</summary>
internal sealed class ListCommand(ChannelSchedules channel, Database database) : ISeminarCommand
{
    private const int MaxReports = 5;
    private const int MaxDecided = 5;
    private const int MaxOnButton = 40;
    private static readonly Duration ReportsKept = Duration.FromDays(14);

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate list", "Lists this channel's debate schedules, queued motions, and days that were missed.")
    {
        Examples = ["debate list"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var key = ChannelKey.Of(request.Command.Channel);
        var schedules = await channel.OfAsync(request, cancellationToken);
        var plan = await channel.PlanAsync(key, cancellationToken);
        var (waiting, reports) = await database.ReadAsync(
            async session => (
                await session.QueryAsync<Waiting>(
                    "SELECT id, motion, state FROM proposals WHERE channel = @key AND state IN ('queued', 'suggested') ORDER BY state, queued_at, made_at, id", new { key }),
                await Reports.LatestAsync(session, key, channel.Now - ReportsKept, MaxReports)),
            cancellationToken);
        return ChatReply.Answer(
        [
            schedules.Count > 0
                ? new ListBlock([.. schedules.Select(schedule => Line(schedule, ChannelSchedules.NextOf(schedule, plan)))])
                : new TextBlock("This channel has no schedule. Make one, for example: debate schedule 09:00 Europe/Lisbon weekdays"),
            .. Section("Queued, to come first", waiting.Where(proposal => proposal.State == "queued").Select(proposal => proposal.Motion)),
            .. Section("Suggested, waiting for a teacher", waiting.Where(proposal => proposal.State == "suggested").Select(proposal => proposal.Motion)),
            .. Section("What went wrong lately", reports),
            .. waiting.Count > 0 ? [new ChoicesBlock([.. waiting.Take(MaxDecided).SelectMany(Decisions)])] : Array.Empty<ReplyBlock>(),
        ]);
    }

    private static string Line(Schedule schedule, Occurrence? next) => (schedule.IsPaused, next) switch
    {
        (true, _) => $"Schedule {schedule.Number}: {schedule.Describe()}; paused",
        (false, null) => $"Schedule {schedule.Number}: {schedule.Describe()}; over",
        (false, { } there) => $"Schedule {schedule.Number}: {schedule.Describe()}; next on {ChannelSchedules.DescribeDue(schedule, there)}",
    };

    private static IEnumerable<Choice> Decisions(Waiting proposal)
    {
        var motion = ShortText.Of(proposal.Motion, MaxOnButton);
        return proposal.State == "queued"
            ? [new Choice($"Take back: {motion}", "debate unqueue", proposal.Id)]
            : [new Choice($"Accept: {motion}", "debate accept", proposal.Id), new Choice($"Decline: {motion}", "debate decline", proposal.Id)];
    }

    private static IEnumerable<ReplyBlock> Section(string heading, IEnumerable<string> items) =>
        items.ToList() is { Count: > 0 } list ? [new HeadingBlock(heading), new ListBlock(list)] : [];

    private sealed record Waiting
    {
        public string Id { get; init; } = "";

        public string Motion { get; init; } = "";

        public string State { get; init; } = "";
    }
}
