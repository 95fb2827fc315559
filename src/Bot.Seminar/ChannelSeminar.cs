using System.Globalization;
using Bot.Chat.Languages;
using Bot.Seminar.Channels;
using Bot.Seminar.Coverage;

namespace Bot.Seminar;

/// <summary>
/// The seminar that adapters use: the router, with the channel's settings, a limit for each member, and counts of the paragraphs that were asked about,
/// quoted and opened and of the answers that helped. Questions without an answer are stored for the teachers, if the channel allows it.
/// </summary>
internal sealed class ChannelSeminar(
    CommandRouter router, ChannelSettings settings, OpenQuestions questions, FairShares shares, TouchLog touches, UnansweredQuestions unanswered) : ISeminar
{
    /// <inheritdoc />
    public IReadOnlyList<CommandInfo> Commands => router.Commands;

    /// <inheritdoc />
    public FoundCommand Find(ChatCommand request) => router.Find(request);

    /// <inheritdoc />
    public async ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken) =>
        await router.VisibilityOfAsync(await DecideVisibilityAsync(command, cancellationToken), cancellationToken);

    /// <inheritdoc />
    public async ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, string? locale, CancellationToken cancellationToken) =>
        await settings.ReadLanguageAsync(channel, cancellationToken) ?? ReplyLanguages.Find(locale) ?? ReplyLanguages.English;

    /// <inheritdoc />
    public async Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(command);
        CultureInfo.CurrentUICulture = await LanguageOfAsync(command.Request.Channel, command.Request.Locale, cancellationToken);
        var (place, refusal) = shares.Enter(command.Request, command.Info);
        if (refusal is not null)
        {
            return refusal;
        }

        using (place)
        {
            var reply = await router.HandleAsync(await DecideVisibilityAsync(command, cancellationToken), cancellationToken);
            var name = command.Info?.Name ?? "";
            touches.Note(command.Request.Channel, name, reply);
            reply = await unanswered.StoreAsync(command.Request, reply, cancellationToken);
            return FeedbackButtons.AddTo(reply, name, command.Request.Style);
        }
    }

    /// <inheritdoc />
    public async Task<ChatReply?> OverhearAsync(ChatCommand message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (Commands.FirstOrDefault(info => info.TakesBareWords) is not { } info
            || await questions.FindAsync(message, cancellationToken) is not { } question)
        {
            return null;
        }

        // IsFromProgram: the words name no command, and the next messages of the channel are not follow-ups to them.
        var asked = message with { Name = info.Name, Text = question, IsFromProgram = true, Wanted = ReplyVisibility.Channel };
        var reply = await HandleAsync(Find(asked), cancellationToken);
        return OpenQuestions.IsAnsweredBy(reply) ? reply : null;
    }

    /// <inheritdoc />
    public IReadOnlyList<Suggestion> Suggest(SuggestionRequest request) => router.Suggest(request);

    private async ValueTask<FoundCommand> DecideVisibilityAsync(FoundCommand command, CancellationToken cancellationToken) => command.Request.Wanted is null
        ? command with { Request = command.Request with { Wanted = await settings.ReadVisibilityAsync(command.Request.Channel, cancellationToken) } }
        : command;
}
