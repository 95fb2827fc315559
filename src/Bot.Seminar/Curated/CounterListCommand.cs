namespace Bot.Seminar.Curated;

/// <summary>Lists the counterarguments of a channel's teachers.</summary>
internal sealed class CounterListCommand(CuratedList list) : ISeminarCommand
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
        var all = await list.OfAsync(request.Command.Channel, cancellationToken);
        return all.Count == 0
            ? ChatReply.Answer(new TextBlock(CuratedTexts.FormatNone("counter add Sanctions work. | Not without China.")))
            : ChatReply.Answer(
                new ListBlock([.. all.Select(line => $"{line.Id}: {line.Text}")]),
                new TextBlock(CuratedTexts.FormatToTakeAway($"counter remove {all[0].Id}")));
    }
}
