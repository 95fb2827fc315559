using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Chat.Posting;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>An in-memory platform that can simulate all failures.</summary>
internal sealed class FakePlatform : IChannelPoster
{
    private readonly Lock gate = new();
    private readonly List<ChannelPost> posts = [];

    /// <summary>A refusal, in the same words in each language.</summary>
    public static PostOutcome Refuse(string why) => new PostOutcome.Refused(TranslatedText.Of(() => why));

    public string Platform => "test";

    public Capabilities Capabilities => Capabilities.Posts | Capabilities.Threads;

    /// <summary>The posts in the channels, in order.</summary>
    public IReadOnlyList<ChannelPost> Posts
    {
        get
        {
            lock (gate)
            {
                return [.. posts];
            }
        }
    }

    /// <summary>The outcome of each post; null for success.</summary>
    public Func<ChannelPost, PostOutcome?> OnPost { get; set; } = _ => null;

    /// <summary>Whether a post exists even if its outcome is not success.</summary>
    public bool KeepsWhatItDoesNotConfirm { get; set; }

    /// <summary>The result of a search; null for the real one.</summary>
    public Func<string, FindOutcome?> OnFind { get; set; } = _ => null;

    public int Looks { get; private set; }

    /// <summary>The only tag of its forums.</summary>
    public string Tag { get; set; } = "Debate";

    public Task<string?> ObstacleAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        Task.FromResult(tag is null || tag == Tag ? null : $"There is no tag {tag}.");

    public Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var outcome = OnPost(post);
            if (outcome is null || KeepsWhatItDoesNotConfirm)
            {
                posts.Add(post);
            }

            return Task.FromResult(outcome ?? new PostOutcome.Posted(Message(post)));
        }
    }

    public Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Looks++;
            return Task.FromResult(OnFind(post.Key)
                ?? (posts.Exists(there => there.Key == post.Key) ? new FindOutcome.Found(Message(post)) : new FindOutcome.Absent()));
        }
    }

    public Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken) =>
        Task.FromResult(Refuse("No."));

    /// <summary>Why direct messages fail; null if they work.</summary>
    public string? NoDirectMessages { get; set; }

    public Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken) => Task.FromResult<DirectOutcome>(
        NoDirectMessages is { } why ? new DirectOutcome.Closed(why) : new DirectOutcome.Opened(new ChannelAddress(Platform, "", $"direct {member.Id}")));

    public Uri? LinkToChannel(ChannelAddress channel) => new($"https://chat.example/{Uri.EscapeDataString(channel.Channel)}");

    private static PostedMessage Message(ChannelPost post) =>
        new(post.Channel, $"m-{post.Key}") { Thread = post.ThreadName is null ? null : $"t-{post.Key}" };
}
