using Bot.Chat.Posting;

namespace Bot.Chat.Contract;

/// <summary>
/// An adapter that is connected to a loopback platform: tests send the platform's events and read the messages on its screens.
/// </summary>
public interface IAdapterUnderTest : IAsyncDisposable
{
    /// <summary>The declared capabilities.</summary>
    Capabilities Capabilities { get; }

    /// <summary>The limits of its messages.</summary>
    Limits Limits { get; }

    /// <summary>Writes to channels; null without <see cref="Capabilities.Posts"/>.</summary>
    IChannelPoster? Poster { get; }

    /// <summary>Delivers a complete, signed event.</summary>
    /// <param name="happened">What a member did.</param>
    /// <returns>The adapter's acknowledgement.</returns>
    Task<Acknowledgement> DeliverAsync(Happening happened);

    /// <summary>Stops the adapter and starts it again, as the host does after an error.</summary>
    Task RestartAsync();

    /// <summary>The messages on the platform now, in order, as members see them.</summary>
    IReadOnlyList<SeenMessage> Seen { get; }

    /// <summary>Makes the platform refuse the next message with its rate limit, and accept it after the given time.</summary>
    void LimitNext(TimeSpan retryAfter);

    /// <summary>Makes the platform refuse the next private reply once (or the edit of its acknowledgement).</summary>
    void RefuseNextPrivateReply();

    /// <summary>The number of messages that ignored the rate limit.</summary>
    int LimitBreaches { get; }
}

/// <summary>An action of a member of the loopback platform.</summary>
/// <param name="Kind">The kind of event.</param>
/// <param name="Command">The command's name; empty for a mention.</param>
/// <param name="Text">The command's text, or the text after the mention.</param>
public sealed record Happening(HappeningKind Kind, string Command = "", string Text = "")
{
    /// <summary>The event's id, so that the same event can be delivered again.</summary>
    public string Delivery { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Options that the platform delivers separately from the text, if it can.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The pressed button, for <see cref="HappeningKind.Press"/>.</summary>
    public SeenButton? Button { get; init; }

    /// <summary>Whether the member may manage the channel.</summary>
    public bool IsTeacher { get; init; }
}

/// <summary>The kinds of events.</summary>
public enum HappeningKind
{
    /// <summary>A slash command.</summary>
    Command,

    /// <summary>A button was pressed.</summary>
    Press,

    /// <summary>A message that mentions the bot.</summary>
    Mention,

    /// <summary>A message of the bot, which the platform reports like any other.</summary>
    OwnMessage,

    /// <summary>A message of another bot, which mentions this one.</summary>
    OtherBot,
}

/// <summary>An adapter's acknowledgement of an event.</summary>
/// <param name="Elapsed">The time from the delivery to the acknowledgement.</param>
/// <param name="IsAccepted">Whether the platform counts it as accepted.</param>
/// <param name="IsPrivate">Whether the acknowledgement makes the reply private; null if it does not fix this.</param>
public sealed record Acknowledgement(TimeSpan Elapsed, bool IsAccepted, bool? IsPrivate);

/// <summary>A message as members see it.</summary>
/// <param name="Text">Its visible text, in order, without markup.</param>
/// <param name="IsPrivate">Whether only one member sees it.</param>
public sealed record SeenMessage(string Text, bool IsPrivate)
{
    /// <summary>The plain text for notifications and screen readers.</summary>
    public required string PlainText { get; init; }

    /// <summary>Its length as the platform counts it.</summary>
    public required int Length { get; init; }

    /// <summary>The buttons on it.</summary>
    public IReadOnlyList<SeenButton> Buttons { get; init; } = [];

    /// <summary>Whether it notifies anyone on the platform.</summary>
    public bool Pings { get; init; }

    /// <summary>The name of its thread; null if there is none.</summary>
    public string? Thread { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>A button on a message.</summary>
/// <param name="Label">Its label.</param>
/// <param name="State">Its hidden state.</param>
public sealed record SeenButton(string Label, string State);
