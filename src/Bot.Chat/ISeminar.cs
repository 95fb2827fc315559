using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat;

/// <summary>The interface of the seminar for adapters.</summary>
public interface ISeminar
{
    /// <summary>All commands, in the order of help, including hidden ones.</summary>
    IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>Looks up the command of a request, in memory.</summary>
    FoundCommand Find(ChatCommand request);

    /// <summary>
    /// Who will see the reply to a command. Platforms fix this with the acknowledgement, so it is decided before any work starts, and
    /// <see cref="HandleAsync"/> keeps to it.
    /// </summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the look-up of the channel's settings.</param>
    ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken);

    /// <summary>
    /// The language for a member in a channel: that of the channel's setting, otherwise the member's, otherwise English. <see cref="HandleAsync"/> answers
    /// in it. An adapter sets it as <see cref="CultureInfo.CurrentUICulture"/> before it sends its own texts.
    /// </summary>
    /// <param name="channel">The channel.</param>
    /// <param name="locale">The member's locale, as in <see cref="ChatCommand.Locale"/>; for a message to everyone, the server's.</param>
    /// <param name="cancellationToken">Cancels the look-up of the channel's settings.</param>
    ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, string? locale, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ReplyLanguages.Find(locale) ?? ReplyLanguages.English);

    /// <summary>Answers a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="cancellationToken">Cancels the work when the host stops.</param>
    /// <returns>The reply; expected failures are replies with <see cref="ReplyStatus.Error"/>, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The caller no longer wants the reply.</exception>
    Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken);

    /// <summary>
    /// Answers a message that a member posted in a channel without addressing the bot, if the channel's teachers want questions answered
    /// there. Do not pass messages of bots, edited messages, or messages to somebody in particular.
    /// </summary>
    /// <param name="message">The message with its channel and its author.</param>
    /// <param name="cancellationToken">Cancels the work when the host stops.</param>
    /// <returns>The answer, for everyone; null if the bot stays quiet: it is not a question, or the readings have no certain answer.</returns>
    Task<ChatReply?> OverhearAsync(ChatCommand message, CancellationToken cancellationToken) => Task.FromResult<ChatReply?>(null);

    /// <summary>Suggestions for a value that a member is typing. Answered from memory, in a few milliseconds.</summary>
    IReadOnlyList<Suggestion> Suggest(SuggestionRequest request);
}

/// <summary>Extension methods of the seminar.</summary>
public static class SeminarExtensions
{
    /// <summary>Looks a command up and answers it, for callers that need nothing in between.</summary>
    /// <inheritdoc cref="ISeminar.HandleAsync"/>
    public static Task<ChatReply> HandleAsync(this ISeminar seminar, ChatCommand command, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(seminar);
        return seminar.HandleAsync(seminar.Find(command), cancellationToken);
    }
}

/// <summary>A value being typed.</summary>
/// <param name="Command">The command's name.</param>
/// <param name="Option">The option's name; that of the command's text for the text itself.</param>
/// <param name="Typed">The typed text; can be empty.</param>
public sealed record SuggestionRequest(string Command, string Option, string Typed)
{
    /// <summary>The channel, whose readings are suggested.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The other options that are filled in, by name.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>How many suggestions the platform shows.</summary>
    public int MaxItems { get; init; } = 25;
}

/// <summary>A suggested value.</summary>
/// <param name="Label">The shown text; at most 75 characters, the smallest limit of a platform.</param>
/// <param name="Value">The value for the command.</param>
public sealed record Suggestion(string Label, string Value);
