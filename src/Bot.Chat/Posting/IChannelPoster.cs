using Bot.Chat.Languages;

namespace Bot.Chat.Posting;

/// <summary>Posts messages without a command to channels of one platform.</summary>
public interface IChannelPoster
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>Its current capabilities.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Why nothing can be posted to a channel until a person changes something; null if no problem is known.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="tag">The tag of the posts; null for none.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>The problem and how to fix it, in whole sentences.</returns>
    Task<string?> ObstacleAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        Task.FromResult(PostTags.ExplainNone(tag));

    /// <summary>
    /// Posts a message. The key reaches the platform, so that a repeated call soon after the first returns the existing message instead of posting a second
    /// one, if the platform can recognise it; <see cref="FindAsync"/> is for later.
    /// </summary>
    Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for a message that may have been posted before: by its key if the platform keeps that with the message, otherwise by its content. If it exists
    /// but other parts are missing (further messages, its thread), they are posted.
    /// </summary>
    /// <param name="post">The message. The first blocks of its content are enough.</param>
    /// <param name="since">The earliest time at which it can have been posted.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a posted message.</summary>
    Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken);

    /// <summary>Opens the direct messages with a member. Whether the member accepts messages is only known when one is posted.</summary>
    /// <param name="channel">A channel that the member is in.</param>
    /// <param name="member">The member.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken) =>
        Task.FromResult<DirectOutcome>(new DirectOutcome.Closed(PosterTexts.NoDirectMessages));

    /// <summary>The link to a channel; null if it has none.</summary>
    Uri? LinkToChannel(ChannelAddress channel) => null;
}

/// <summary>Whether direct messages to a member are possible. The cases are closed.</summary>
public abstract record DirectOutcome
{
    private DirectOutcome()
    {
    }

    /// <summary>They are possible.</summary>
    /// <param name="Channel">The channel of the direct messages.</param>
    public sealed record Opened(ChannelAddress Channel) : DirectOutcome;

    /// <summary>They are not possible, for now or permanently.</summary>
    /// <param name="Why">The problem and how to fix it, in whole sentences.</param>
    public sealed record Closed(string Why) : DirectOutcome;
}

/// <summary>A message for a channel.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Content">The content.</param>
/// <param name="Key">The unique key of this message; at most 25 letters, digits and dashes.</param>
public sealed record ChannelPost(ChannelAddress Channel, ChatReply Content, string Key)
{
    /// <summary>
    /// The name of a thread to open on the message, at most 100 characters; null if there is none. Needs <see cref="Capabilities.Threads"/>. In a channel
    /// that is a list of threads, such as a forum, it is the title.
    /// </summary>
    public string? ThreadName { get; init; }

    /// <summary>Its tag, if the channel's posts have tags; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether to pin it. Needs <see cref="Capabilities.Pins"/>.</summary>
    public bool Pin { get; init; }
}

/// <summary>A posted message.</summary>
/// <param name="Channel">Its channel.</param>
/// <param name="Id">The platform's id of it.</param>
public sealed record PostedMessage(ChannelAddress Channel, string Id)
{
    /// <summary>Its thread, or the thread that it is; null if there is none.</summary>
    public string? Thread { get; init; }

    /// <summary>Its link, if known.</summary>
    public Uri? Link { get; init; }
}

/// <summary>How a post ended. The cases are closed.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <summary>It is in the channel.</summary>
    /// <param name="Message">The message; the first one if the content needed several.</param>
    public sealed record Posted(PostedMessage Message) : PostOutcome
    {
        /// <summary>Parts that could not be done (no thread, no pin) and how to fix this; null if everything was done.</summary>
        public string? Shortfall { get; init; }
    }

    /// <summary>The platform will not accept it until a person fixes something.</summary>
    /// <param name="Why">The problem and how to fix it, in whole sentences.</param>
    public sealed record Refused(TranslatedText Why) : PostOutcome;

    /// <summary>It is certainly not there, and the same call may succeed later.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, if the platform said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : PostOutcome;

    /// <summary>It was sent but there was no response, so it is unknown whether it, or a part of it, was posted. Search for it before sending it
    /// again.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    public sealed record Unclear(string Why) : PostOutcome;
}

/// <summary>How a search for an earlier message ended. The cases are closed.</summary>
public abstract record FindOutcome
{
    private FindOutcome()
    {
    }

    /// <summary>It exists.</summary>
    /// <param name="Message">The message; the first one if the content needed several.</param>
    public sealed record Found(PostedMessage Message) : FindOutcome
    {
        /// <summary>Parts that could not be done, as in <see cref="PostOutcome.Posted.Shortfall"/>.</summary>
        public string? Shortfall { get; init; }
    }

    /// <summary>It certainly does not exist: all messages since that time were checked.</summary>
    public sealed record Absent : FindOutcome;

    /// <summary>The platform could not be asked, or did not show everything.</summary>
    /// <param name="Why">The reason, in a sentence for the log.</param>
    public sealed record Unclear(string Why) : FindOutcome
    {
        /// <summary>What a person can do, in whole sentences; null if that is not known.</summary>
        public TranslatedText? Advice { get; init; }
    }
}
