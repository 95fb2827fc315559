using System.Net;
using Bot.Chat;
using Bot.Chat.Posting;

namespace Bot.Reliability;

/// <summary>Posts to the loopback platform, and reads its answers as an adapter should: what is not certain is unclear.</summary>
internal sealed class LoopbackPoster(HttpClient http, string address) : IChannelPoster
{
    public string Platform => "loopback";

    public Capabilities Capabilities => Capabilities.Posts;

    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.PostAsync(Of(post.Channel, post.Key), null, cancellationToken);
            return answer.StatusCode == HttpStatusCode.ServiceUnavailable
                ? new PostOutcome.Failed("The platform is down.", TimeSpan.FromMilliseconds(50))
                : new PostOutcome.Posted(new PostedMessage(post.Channel, await answer.Content.ReadAsStringAsync(cancellationToken)));
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException)
        {
            return new PostOutcome.Unclear("No answer came.");
        }
    }

    public async Task<FindOutcome> FindAsync(ChannelAddress channel, string key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(Of(channel, key), cancellationToken);
            return answer.StatusCode == HttpStatusCode.NotFound
                ? new FindOutcome.Absent()
                : new FindOutcome.Found(new PostedMessage(channel, await answer.Content.ReadAsStringAsync(cancellationToken)));
        }
        catch (Exception silent) when (silent is HttpRequestException or IOException)
        {
            return new FindOutcome.Unclear("No answer came.");
        }
    }

    public Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken) =>
        Task.FromResult<PostOutcome>(new PostOutcome.Refused("Messages here cannot be changed."));

    private Uri Of(ChannelAddress channel, string key) => new($"{address}/messages?key={key}&channel={Uri.EscapeDataString(channel.Channel)}");
}
