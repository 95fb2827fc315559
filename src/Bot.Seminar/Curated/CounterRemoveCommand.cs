namespace Bot.Seminar.Curated;

/// <summary>Removes a counterargument of a channel's teachers.</summary>
internal sealed class CounterRemoveCommand(CuratedList list) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter remove", "Removes a counterargument that a teacher added.")
    {
        Text = new OptionInfo("name", "Its name, as “counter list” shows it.") { Required = true },
        Examples = ["counter remove 1f0c9a2b"],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await list.RemoveAsync(request.Command.Channel, request.Text, cancellationToken) is { } problem
            ? ChatReply.Error(problem)
            : ChatReply.Answer(new TextBlock(CuratedTexts.Removed));
}
