using Bot.Chat;
using Bot.Seminar.Commands;
using Bot.Seminar.Coverage;

namespace Bot.Seminar.Channels;

/// <summary>
/// The seminar that adapters are given: the router, with what a channel's teachers decided, and with a count of the paragraphs that were
/// asked about, quoted and opened.
/// </summary>
internal sealed class ChannelSeminar(CommandRouter router, ChannelSettings settings, TouchLog touches) : ISeminar
{
    /// <inheritdoc />
    public IReadOnlyList<CommandInfo> Commands => router.Commands;

    /// <inheritdoc />
    public async ValueTask<ReplyVisibility> VisibilityOfAsync(ChatCommand command, CancellationToken cancellationToken) =>
        await router.VisibilityOfAsync(await DecidedAsync(command, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        var decided = await DecidedAsync(command, cancellationToken);
        var reply = await router.HandleAsync(decided, cancellationToken);
        touches.Note(command.Channel, router.NameOf(decided), reply);
        return reply;
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => router.Suggest(request);

    private async ValueTask<ChatCommand> DecidedAsync(ChatCommand command, CancellationToken cancellationToken) => command.Wanted is null
        ? command with { Wanted = await settings.VisibilityAsync(command.Channel, cancellationToken) }
        : command;
}
