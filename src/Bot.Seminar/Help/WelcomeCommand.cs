using Bot.Chat;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Help;

/// <summary>What the bot says when it comes to a place: who it is, and what can be set up. Adapters ask for it by its name.</summary>
internal sealed class WelcomeCommand(Func<CommandCatalogue> catalogue) : ISeminarCommand
{
    /// <inheritdoc />
    public CommandInfo Info { get; } = new("help welcome", "Says hello.") { IsHidden = true, Visibility = ReplyVisibility.Channel };

    /// <inheritdoc />
    public Task<ChatReply> RunAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var readings = request.Shelf.Readings.Count;
        return Task.FromResult(ChatReply.Answer(
            new TextBlock("Hello! I look things up in the assigned readings and quote them word for word."),
            new ListBlock([
                $"{Example("ask", "ask What do the readings argue about?")} gets an answer that only you see until you share it.",
                readings == 0
                    ? "I have no readings yet. The person who runs me has to put them into my folder."
                    : $"I have {Count.Of(readings, "reading")}: see {Example("readings", "readings")}.",
                "Teachers can plan a debate for each day, and decide who sees what in a channel.",
            ]),
            new ChoicesBlock([
                new Choice("Plan a daily debate", "debate schedule", "") { OpensForm = true },
                new Choice("Settings", "settings", ""),
                new Choice("Help", "help", ""),
            ])));

        string Example(string name, string line) => catalogue().Find(name) is { Info: var info }
            ? CommandNotation.Example(request.Command.Style, catalogue().Listed, info, line)
            : line;
    }
}
