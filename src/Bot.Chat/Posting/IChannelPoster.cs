namespace Bot.Chat.Posting;

/// <summary>Posts to channels of one platform on the bot's own initiative.</summary>
public interface IChannelPoster
{
    /// <summary>The <see cref="ChannelAddress.Platform"/> that it serves.</summary>
    string Platform { get; }

    /// <summary>What it can do now.</summary>
    Capabilities Capabilities { get; }

    /// <summary>Why nothing can be posted to a channel until a person changes something; null if nothing is known that keeps messages away.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="tag">The tag that posts are to have there; null for none.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    /// <returns>What is wrong and how to fix it, in whole sentences.</returns>
    Task<string?> ObstacleAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        Task.FromResult(PostTags.ExplainNone(tag));

    /// <summary>
    /// Posts a message. The key reaches the platform, so that a repeated call soon after the first gives the message that is there
    /// instead of a second one, where the platform can tell; <see cref="FindAsync"/> is for later.
    /// </summary>
    Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken);

    /// <summary>
    /// Looks for a message that may have been posted before: by its key where the platform keeps that with the message, else by what the
    /// message says. If it is there and what belongs to it is not (further messages, its thread), the rest is posted.
    /// </summary>
    /// <param name="post">The message. It is enough to know the blocks that its content begins with.</param>
    /// <param name="since">When it can have been posted at the earliest.</param>
    /// <param name="cancellationToken">Cancels the look-up.</param>
    Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>Replaces the content of a posted message.</summary>
    Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken);

    /// <summary>Opens the direct messages with a member. Whether the member accepts messages is only known when one is posted.</summary>
    /// <param name="channel">A channel that the member is in.</param>
    /// <param name="member">Who.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken) =>
        Task.FromResult<DirectOutcome>(new DirectOutcome.Closed(PosterTexts.NoDirectMessages));

    /// <summary>Where members open a channel; null if it has no address.</summary>
    Uri? LinkToChannel(ChannelAddress channel) => null;
}

/// <summary>Whether a member can be written to. The cases are closed.</summary>
public abstract record DirectOutcome
{
    private DirectOutcome()
    {
    }

    /// <summary>They can.</summary>
    /// <param name="Channel">Where the messages go.</param>
    public sealed record Opened(ChannelAddress Channel) : DirectOutcome;

    /// <summary>They cannot, for now or for good.</summary>
    /// <param name="Why">What is wrong and how to fix it, in whole sentences.</param>
    public sealed record Closed(string Why) : DirectOutcome;
}

/// <summary>A message for a channel.</summary>
/// <param name="Channel">Where to.</param>
/// <param name="Content">What it says.</param>
/// <param name="Key">Identifies this message among all that the bot ever posts; at most 25 letters, digits and dashes.</param>
public sealed record ChannelPost(ChannelAddress Channel, ChatReply Content, string Key)
{
    /// <summary>
    /// The name of a thread to open on the message, at most 100 characters; null for none. Needs <see cref="Capabilities.Threads"/>. Where a channel
    /// is a list of threads, such as a forum, it is the title.
    /// </summary>
    public string? ThreadName { get; init; }

    /// <summary>The tag that it gets where the channel's posts have tags; null for none.</summary>
    public string? Tag { get; init; }

    /// <summary>Whether to pin it. Needs <see cref="Capabilities.Pins"/>.</summary>
    public bool Pin { get; init; }
}

/// <summary>A posted message.</summary>
/// <param name="Channel">Where it is.</param>
/// <param name="Id">The platform's id of it.</param>
public sealed record PostedMessage(ChannelAddress Channel, string Id)
{
    /// <summary>The thread that it opened, or that it is; null if there is none.</summary>
    public string? Thread { get; init; }

    /// <summary>The address at which it can be opened, if that is known.</summary>
    public Uri? Link { get; init; }
}

/// <summary>How a post ended. The cases are closed.</summary>
public abstract record PostOutcome
{
    private PostOutcome()
    {
    }

    /// <summary>It is in the channel.</summary>
    /// <param name="Message">The message; the first one where the content took several.</param>
    public sealed record Posted(PostedMessage Message) : PostOutcome
    {
        /// <summary>What could not be done besides (no thread, no pin) and how to fix it; null if everything was done.</summary>
        public string? Shortfall { get; init; }
    }

    /// <summary>The platform will not take it until a person fixes something.</summary>
    /// <param name="Why">What is wrong and how to fix it, in whole sentences.</param>
    public sealed record Refused(string Why) : PostOutcome;

    /// <summary>It is certainly not there, and the same call may succeed later.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    /// <param name="RetryAfter">When to try again, where the platform said so.</param>
    public sealed record Failed(string Why, TimeSpan? RetryAfter = null) : PostOutcome;

    /// <summary>It was sent and no answer came, so that it, or what belongs to it, may be there or not. Look before sending again.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : PostOutcome;
}

/// <summary>How a look for an earlier message ended. The cases are closed.</summary>
public abstract record FindOutcome
{
    private FindOutcome()
    {
    }

    /// <summary>It is there.</summary>
    /// <param name="Message">The message; the first one where the content took several.</param>
    public sealed record Found(PostedMessage Message) : FindOutcome
    {
        /// <summary>What could not be done besides, as in <see cref="PostOutcome.Posted.Shortfall"/>.</summary>
        public string? Shortfall { get; init; }
    }

    /// <summary>It is certainly not there: all that was written since then could be seen.</summary>
    public sealed record Absent : FindOutcome;

    /// <summary>The platform could not be asked, or did not show everything.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : FindOutcome;
}
