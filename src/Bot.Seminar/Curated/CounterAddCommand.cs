namespace Bot.Seminar.Curated;

/// <summary>Adds a teacher's counterargument.</summary>
internal sealed class CounterAddCommand(CuratedList list) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("counter add", "Adds a counterargument of your own, which “counter” shows first.")
    {
        Text = new OptionInfo("counter", "The claim, a bar |, and what speaks against it; after a second bar, a place in a reading.") { Required = true },
        Examples =
        [
            "counter add Sanctions will force North Korea to give up its weapons. | Pakistan kept its bomb under sanctions.",
            "counter add Sanctions work. | Not without China. | what-sanctions-did ¶7.5",
        ],
        ForTeachers = true,
    };

    /// <inheritdoc />
    public async Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken) =>
        await list.AddAsync(request.Command.Channel, request.Text, cancellationToken) is { } problem
            ? ChatReply.Error(CuratedTexts.FormatForExample(problem, Info.Examples[0]))
            : ChatReply.Answer(
                new TextBlock(CuratedTexts.FormatAdded("counter")),
                new ChoicesBlock([new Choice(CuratedTexts.TryIt, "counter", request.Text.Split('|')[0].Trim())]));
}
