using System.Globalization;
using Bot.Chat.Languages;
using Bot.Chat.Posting;

namespace Bot.Web.Channels;

/// <summary>Posts to channels in the browser. Their logs exist only while the program runs, so older posts cannot be found again.</summary>
internal sealed class WebPoster(ChannelLogs channels) : IChannelPoster
{
    public string Platform => WebAdapter.Platform;

    public Capabilities Capabilities => WebAdapter.Able;

    public Task<string?> ObstacleAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        Task.FromResult(channels.Find(channel.Channel) is null ? ExplainUnknown(channel) : PostTags.ExplainNone(tag));

    public Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken) => Task.FromResult<PostOutcome>(
        channels.Find(post.Channel.Channel) is { } log
            ? new PostOutcome.Posted(CreateMessage(post.Channel, log.Post(post.Key, ReplyMessages.Of(post.Content))))
            : new PostOutcome.Refused(TranslatedText.Of(() => ExplainUnknown(post.Channel))));

    public Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<FindOutcome>(
        channels.Find(post.Channel.Channel)?.FindPost(post.Key) is { } entry
            ? new FindOutcome.Found(CreateMessage(post.Channel, entry))
            : new FindOutcome.Absent());

    public Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken)
    {
        var isThere = long.TryParse(message.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && channels.Find(message.Channel.Channel)?.Edit(number, ReplyMessages.Of(content)) == true;
        return Task.FromResult<PostOutcome>(isThere
            ? new PostOutcome.Posted(message)
            : new PostOutcome.Refused(TranslatedText.Of(() => ChatTexts.PostIsGone)));
    }

    private static PostedMessage CreateMessage(ChannelAddress channel, LogEntry entry) =>
        new(channel, entry.Number.ToString(CultureInfo.InvariantCulture));

    private static string ExplainUnknown(ChannelAddress channel) =>
        ChatTexts.FormatNoPosts(channel.Channel);
}
