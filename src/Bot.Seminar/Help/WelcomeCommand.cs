namespace Bot.Seminar.Help;

/// <summary>The greeting when the bot joins a server: what it is, and what can be set up. Adapters run it by its name.</summary>
internal sealed class WelcomeCommand(Func<CommandCatalogue> catalogue) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("help welcome", "Greets a server.") { IsHidden = true, Visibility = ReplyVisibility.Channel };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var readings = request.Shelf.Readings.Count;
        return Task.FromResult(ChatReply.Answer(
            new TextBlock(WelcomeTexts.Hello),
            new ListBlock([
                WelcomeTexts.FormatGetsAnAnswer(Example("ask", "ask What do the readings argue about?")),
                readings == 0
                    ? WelcomeTexts.NoReadings
                    : WelcomeTexts.FormatReadings(Count.Readings(readings), Example("readings", "readings")),
                WelcomeTexts.TeachersCan,
            ]),
            new ChoicesBlock([
                new Choice(WelcomeTexts.PlanDebate, "debate schedule", "") { OpensForm = true },
                new Choice(WelcomeTexts.Settings, "settings", ""),
                new Choice(WelcomeTexts.Help, "help", ""),
            ])));

        string Example(string name, string line) => catalogue().Find(name) is { Info: var info }
            ? CommandNotation.WriteExample(request.Command.Style, catalogue().Listed, info, line)
            : line;
    }
}
