using System.Globalization;
using Bot.Chat.Languages;
using Bot.Seminar.Channels;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Storage;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Shows a channel's next motions, with dates.</summary>
internal sealed class PreviewCommand(
    ChannelSchedules channel, ComingDebates debates, Database database, IOptions<DebatesOptions> options) : ISeminarCommand
{
    private const int Usual = 14;
    private const int MaxItems = 31;

    /// <inheritdoc />
    public CommandInfo Info { get; } = new("debate preview", "Shows the motions that will be debated here, with their dates.")
    {
        Text = new OptionInfo("n", "How many; 14 by default. 1 shows the next debate exactly as it will be posted.") { Kind = OptionKind.Number },
        Examples = ["debate preview", "debate preview 1"],
        Details = "These motions will be posted, unless a teacher pins, queues or skips something, or the readings change.",
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var number = Usual;
        if (request.Text.Length > 0
            && (!int.TryParse(request.Text, NumberStyles.None, CultureInfo.InvariantCulture, out number) || number is < 1 or > MaxItems))
        {
            return ChatReply.Error(DebateCommandTexts.FormatHowMany(MaxItems, "debate preview 14"));
        }

        var plan = await channel.PlanAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        var coming = await debates.OfAsync(await channel.OfAsync(request, cancellationToken), plan, number, until: null, cancellationToken);
        if (coming.Count == 0)
        {
            return ChatReply.Answer(new TextBlock(DebateCommandTexts.NothingPlanned));
        }

        return number == 1 ? await ShowInFullAsync(coming[0], cancellationToken) : ChatReply.Answer(
            new ListBlock([.. coming.Select(WriteLine)]),
            new ChoicesBlock([new Choice(DebateCommandTexts.ShowNext, "debate preview", "1")]));
    }

    private static string WriteLine(ComingDebate item) => item.Reserved is { } taken
        ? DebateCommandTexts.FormatComing(item.Schedule.Describe(item.Occurrence), taken.Motion.Text)
        : DebateCommandTexts.FormatComingWithout(item.Schedule.Describe(item.Occurrence));

    private async Task<ChatReply> ShowInFullAsync(ComingDebate item, CancellationToken cancellationToken)
    {
        if (item.Reserved is not { } taken)
        {
            return ChatReply.Answer(new TextBlock(WriteLine(item)));
        }

        var closes = (item.Occurrence.Due + Duration.FromTimeSpan(options.Value.PollOpen)).InZone(item.Schedule.Rule.Zone);
        var sides = await taken.Motion.FindSidesAsync(cancellationToken);

        // Shown in the language in which it will be posted, which can differ from the teacher's.
        var language = await database.ReadAsync(session => PostLanguage.OfAsync(session, item.Schedule.Channel), cancellationToken);
        return ChatReply.Answer(
        [
            new TextBlock(DebateCommandTexts.FormatToBePosted(item.Schedule.Describe(item.Occurrence))),
            .. Wording.SayIn<ReplyBlock[]>(language, () => [.. DailyPrompt.Of(taken.Motion, sides, taken.Number, "", closes).Blocks.Select(ShowBlock)]),
        ]);
    }

    // A preview has no vote.
    private static ReplyBlock ShowBlock(ReplyBlock block) => block is PollBlock poll
        ? new TextBlock(DebateCommandTexts.FormatThePoll(string.Join(", ", poll.Answers.Select(answer => answer.Label))))
        : block;
}
