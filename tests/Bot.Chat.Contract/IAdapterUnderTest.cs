using Bot.Chat.Posting;

namespace Bot.Chat.Contract;

/// <summary>
/// An adapter that runs against a loopback platform, seen from both ends: events go in as the platform sends them, and what stands on
/// the platform's screens is read back.
/// </summary>
public interface IAdapterUnderTest : IAsyncDisposable
{
    /// <summary>What it declares.</summary>
    Capabilities Capabilities { get; }

    /// <summary>What it keeps to.</summary>
    Limits Limits { get; }

    /// <summary>Writes to channels; null where <see cref="Capabilities.Posts"/> is not declared.</summary>
    IChannelPoster? Poster { get; }

    /// <summary>Delivers an event as the platform does, signed and complete.</summary>
    /// <param name="happened">What a member did.</param>
    /// <returns>How the adapter took it.</returns>
    Task<Acknowledgement> DeliverAsync(Happening happened);

    /// <summary>Stops the adapter and starts it again, as the host does after a fault.</summary>
    Task RestartAsync();

    /// <summary>What stands on the platform now, in order, as its members see it.</summary>
    IReadOnlyList<SeenMessage> Seen { get; }

    /// <summary>Makes the platform refuse the next message with its rate limit, and take it again after the time it names.</summary>
    void LimitNext(TimeSpan retryAfter);

    /// <summary>Makes the platform refuse, once, to deliver the next private reply (or to change the message that stands for it).</summary>
    void RefuseNextPrivateReply();

    /// <summary>How many messages came to the platform while its rate limit forbade them.</summary>
    int LimitBreaches { get; }
}

/// <summary>What a member of the loopback platform did.</summary>
/// <param name="Kind">The kind of event.</param>
/// <param name="Command">The command's name; empty for a mention.</param>
/// <param name="Text">The command's text, or what stands after the mention.</param>
public sealed record Happening(HappeningKind Kind, string Command = "", string Text = "")
{
    /// <summary>Names the event, so that the same one can be delivered again. Each new one gets its own.</summary>
    public string Delivery { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>Options that the platform delivers apart from the text, where it can.</summary>
    public IReadOnlyDictionary<string, string> Options { get; init; } = new Dictionary<string, string>();

    /// <summary>The button that is pressed, for <see cref="HappeningKind.Press"/>.</summary>
    public SeenButton? Button { get; init; }

    /// <summary>Whether the platform says that the member may manage the channel.</summary>
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

    /// <summary>A message of the bot itself, which the platform reports as any other.</summary>
    OwnMessage,

    /// <summary>A message of another bot, which mentions this one.</summary>
    OtherBot,
}

/// <summary>How an adapter took an event.</summary>
/// <param name="Elapsed">From the delivery to the acknowledgement.</param>
/// <param name="IsAccepted">Whether the platform counts it as taken.</param>
/// <param name="IsPrivate">Whether the acknowledgement fixed the reply to be private; null where it fixed nothing.</param>
public sealed record Acknowledgement(TimeSpan Elapsed, bool IsAccepted, bool? IsPrivate);

/// <summary>A message as members see it.</summary>
/// <param name="Text">All words on it that people read, in order, without the platform's markup.</param>
/// <param name="IsPrivate">Whether one member alone sees it.</param>
public sealed record SeenMessage(string Text, bool IsPrivate)
{
    /// <summary>The plain words that a notification shows and a screen reader speaks.</summary>
    public required string PlainText { get; init; }

    /// <summary>Its length as the platform counts it.</summary>
    public required int Length { get; init; }

    /// <summary>The buttons on it.</summary>
    public IReadOnlyList<SeenButton> Buttons { get; init; } = [];

    /// <summary>Whether the platform, parsing it, notifies anybody.</summary>
    public bool Pings { get; init; }

    /// <summary>The name of the thread that it opened; null for none.</summary>
    public string? Thread { get; init; }

    /// <summary>Whether it is pinned.</summary>
    public bool IsPinned { get; init; }
}

/// <summary>A button on a message.</summary>
/// <param name="Label">What it says.</param>
/// <param name="State">What it carries unseen.</param>
public sealed record SeenButton(string Label, string State);
