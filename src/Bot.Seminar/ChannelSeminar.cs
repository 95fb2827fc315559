using Bot.Chat;
using Bot.Seminar.Channels;
using Bot.Seminar.Commands;
using Bot.Seminar.Coverage;

namespace Bot.Seminar;

/// <summary>
/// The seminar that adapters are given: the router, with what a channel's teachers decided, with a fair share for each member, and with a count
/// of the paragraphs that were asked about, quoted and opened and of the answers that helped.
/// </summary>
internal sealed class ChannelSeminar(CommandRouter router, ChannelSettings settings, FairShares shares, TouchLog touches) : ISeminar
{
    /// <inheritdoc />
    public IReadOnlyList<CommandInfo> Commands => router.Commands;

    /// <inheritdoc />
    public async ValueTask<ReplyVisibility> VisibilityOfAsync(ChatCommand command, CancellationToken cancellationToken) =>
        await router.VisibilityOfAsync(await DecidedAsync(command, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(ChatCommand command, CancellationToken cancellationToken)
    {
        var name = router.NameOf(command);
        var (place, refusal) = shares.Enter(command, router.Commands.FirstOrDefault(info => info.Name == name));
        if (refusal is not null)
        {
            return refusal;
        }

        using (place)
        {
            var reply = await router.HandleAsync(await DecidedAsync(command, cancellationToken), cancellationToken);
            touches.Note(command.Channel, name, reply);
            return FeedbackButtons.AddTo(reply, name, command.Style);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => router.Suggest(request);

    private async ValueTask<ChatCommand> DecidedAsync(ChatCommand command, CancellationToken cancellationToken) => command.Wanted is null
        ? command with { Wanted = await settings.VisibilityAsync(command.Channel, cancellationToken) }
        : command;
}
