using System.Globalization;
using Bot.Chat.Languages;

namespace Bot.Chat;

/// <summary>The seminar as an adapter sees it: what it can do, and who does it.</summary>
public interface ISeminar
{
    /// <summary>The commands, in the order in which help lists them. Hidden ones are among them.</summary>
    IReadOnlyList<CommandInfo> Commands { get; }

    /// <summary>Looks up the command that a request leads to. Answered from memory.</summary>
    FoundCommand Find(ChatCommand request);

    /// <summary>
    /// Who will see the reply to a command. Platforms fix this with the acknowledgement, so it is decided before any work starts, and
    /// <see cref="HandleAsync"/> keeps to it.
    /// </summary>
    /// <param name="command">What was asked.</param>
    /// <param name="cancellationToken">Cancels the look-up of the channel's settings.</param>
    ValueTask<ReplyVisibility> VisibilityOfAsync(FoundCommand command, CancellationToken cancellationToken);

    /// <summary>
    /// The language for what is said to a member in a channel: that of the channel's setting, else the member's, else English. <see cref="HandleAsync"/>
    /// answers in it. An adapter makes it its <see cref="CultureInfo.CurrentUICulture"/> before it says anything itself.
    /// </summary>
    /// <param name="channel">Where it is said.</param>
    /// <param name="locale">The member's, as <see cref="ChatCommand.Locale"/>; for what is said to everyone, the server's.</param>
    /// <param name="cancellationToken">Ends the look-up of the channel's settings.</param>
    ValueTask<CultureInfo> LanguageOfAsync(ChannelAddress channel, string? locale, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ReplyLanguages.Find(locale) ?? ReplyLanguages.English);

    /// <summary>Answers a command.</summary>
    /// <param name="command">What was asked.</param>
    /// <param name="cancellationToken">Cancels the work when the host stops.</param>
    /// <returns>The reply; expected failures are replies with <see cref="ReplyStatus.Error"/>, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">The caller no longer wants the reply.</exception>
    Task<ChatReply> HandleAsync(FoundCommand command, CancellationToken cancellationToken);

    /// <summary>
    /// Answers a message that a member posted in a channel without addressing the bot, if the channel's teachers want questions answered
    /// there. Do not pass messages of bots, edited messages, or messages to somebody in particular.
    /// </summary>
    /// <param name="message">Where it was posted, its words, and whose they are.</param>
    /// <param name="cancellationToken">Cancels the work when the host stops.</param>
    /// <returns>The answer, for everyone; null if the bot stays quiet: it is not a question, or the readings have no certain answer.</returns>
    Task<ChatReply?> OverhearAsync(ChatCommand message, CancellationToken cancellationToken) => Task.FromResult<ChatReply?>(null);

    /// <summary>Values for what a member is typing. Answered from memory, in a few milliseconds.</summary>
    IReadOnlyList<Suggestion> Suggest(SuggestionRequest request);
}

/// <summary>Shorter ways to ask the seminar.</summary>
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
/// <param name="Typed">What is there so far; may be empty.</param>
public sealed record SuggestionRequest(string Command, string Option, string Typed)
{
    /// <summary>Where it is typed: what is suggested stands in the readings of this channel.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>The other options as far as they are filled in, by name.</summary>
    public IReadOnlyDictionary<string, string> Others { get; init; } = new Dictionary<string, string>();

    /// <summary>How many suggestions the platform shows.</summary>
    public int MaxItems { get; init; } = 25;
}

/// <summary>A value that may be meant.</summary>
/// <param name="Label">What people see; at most 75 characters, the narrowest platform's limit.</param>
/// <param name="Value">What the command gets.</param>
public sealed record Suggestion(string Label, string Value);
