using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.DailyDebates.Planning;
using Bot.Seminar.DailyDebates.Schedules;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Bot.Seminar.DailyDebates.Commands;

/// <summary>Shows what a channel will debate, with dates.</summary>
internal sealed class PreviewCommand(ChannelSchedules channel, ComingDebates debates, IOptions<DebatesOptions> options) : ISeminarCommand
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

        var plan = await channel.PlanAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        var coming = await debates.OfAsync(await channel.OfAsync(request, cancellationToken), plan, number, until: null, cancellationToken);
        if (coming.Count == 0)
        {
            return ChatReply.Answer(new TextBlock("Nothing is planned here: there is no schedule, or all of them are paused or over."));
        }

        return number == 1 ? await InFullAsync(coming[0], cancellationToken) : ChatReply.Answer(
            new ListBlock([.. coming.Select(Line)]),
            new ChoicesBlock([new Choice("Show the next one in full", "debate preview", "1")]));
    }

    private static string Line(ComingDebate item) =>
        $"{item.Schedule.Describe(item.Occurrence)}: {item.Reserved?.Motion.Text ?? "no motion; the readings hold none"}";

    private async Task<ChatReply> InFullAsync(ComingDebate item, CancellationToken cancellationToken)
    {
        if (item.Reserved is not { } taken)
        {
            return ChatReply.Answer(new TextBlock(Line(item)));
        }

        var closes = (item.Occurrence.Due + Duration.FromTimeSpan(options.Value.PollOpen)).InZone(item.Schedule.Rule.Zone);
        var prompt = DailyPrompt.Of(taken.Motion, await taken.Motion.SidesAsync(cancellationToken), taken.Number, "", closes);
        return ChatReply.Answer(
        [
            new TextBlock($"To be posted on {item.Schedule.Describe(item.Occurrence)}:"),
            .. prompt.Blocks.Where(block => block is not PollBlock),
            new TextBlock($"The poll: {string.Join(", ", DailyPrompt.Stances)}."),
        ]);
    }
}
