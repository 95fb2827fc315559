using System.Globalization;
using Bot.Chat;
using Bot.Seminar.Arguments;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Curated;

/// <summary>Lists a channel's own counterarguments.</summary>
internal sealed class CounterListCommand(CuratedCounters curated) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter list", "Lists the counterarguments that teachers added here.")
    {
        Examples = ["counter list"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var all = await curated.OfAsync(ChannelKey.Of(request.Command.Channel), cancellationToken);
        return all.Count == 0
            ? ChatReply.Answer(new TextBlock("Nobody has added one yet. Write, for example: counter add Sanctions work. | Not without China."))
            : ChatReply.Answer(new ListBlock([.. all.Select(row => $"{row.Id}: {row.Claim} | {row.Counter}{PlaceOf(row)}")]),
                new TextBlock($"To take one away, write its name: counter remove {all[0].Id}"));
    }

    private static string PlaceOf(CuratedCounters.Row row) => row.Reading.Length > 0
        ? string.Create(CultureInfo.InvariantCulture, $" | {row.Reading} ¶{row.Paragraph}.{row.Sentence}")
        : "";
}
