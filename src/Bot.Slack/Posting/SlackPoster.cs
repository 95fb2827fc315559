using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Chat.Posting;
using Bot.Slack.Rendering;
using Bot.Slack.Requests;
using Bot.Slack.WebApi;
using Bot.Slack.Workspaces;

namespace Bot.Slack.Posting;

/// <summary>
/// Posts to channels. Slack drops no message that is sent twice, so each carries its key as metadata, and before a key is used again the
/// channel is looked through for it.
/// </summary>
internal sealed class SlackPoster(SlackWebApi api, TimeProvider time) : IChannelPoster, IDisposable
{
    // Posts of one key go one after the other; which others wait for them too is left to chance.
    private const int Lines = 64;

    // Whoever repeats a call after longer than this looks first.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly RecentEvents tried = new(time, Remembered);
    private readonly SemaphoreSlim[] lines = [.. Enumerable.Range(0, Lines).Select(_ => new SemaphoreSlim(1))];

    public string Platform => SlackAdapter.Platform;

    public Capabilities Capabilities => SlackAdapter.Able;

    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        var line = lines[(uint)post.Key.GetHashCode(StringComparison.Ordinal) % Lines];
        await line.WaitAsync(cancellationToken);
        try
        {
            return await PostNextAsync(post, cancellationToken);
        }
        finally
        {
            line.Release();
        }
    }

    public Task<FindOutcome> FindAsync(ChannelAddress channel, string key, DateTimeOffset since, CancellationToken cancellationToken) =>
        PostKeys.FindAsync(api, channel, key, since, cancellationToken);

    public async Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken)
    {
        var messages = ReplyMessages.Of(content);
        var arguments = messages[0].ForEdit().ToJson();
        arguments["channel"] = message.Channel.Channel;
        arguments["ts"] = message.Id;
        var answer = await CallAsync(message.Channel, "chat.update", arguments, cancellationToken);
        return answer is not ApiAnswer.Done ? OutcomeOf(answer) : new PostOutcome.Posted(message)
        {
            Shortfall = messages.Count == 1 ? null : "The new text is longer than one message; only the beginning of it is shown.",
        };
    }

    public void Dispose()
    {
        foreach (var line in lines)
        {
            line.Dispose();
        }
    }

    private async Task<PostOutcome> PostNextAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        if (!tried.TryAdd(post.Key))
        {
            switch (await FindAsync(post.Channel, post.Key, time.GetUtcNow() - Remembered, cancellationToken))
            {
                case FindOutcome.Found found:
                    return new PostOutcome.Posted(found.Message);
                case FindOutcome.Unclear unclear:
                    return new PostOutcome.Unclear(unclear.Why);
            }
        }

        var messages = ReplyMessages.Of(post.Content);
        var first = await SendAsync(post.Channel, messages[0], cancellationToken, PostKeys.Metadata(post.Key));
        return first is ApiAnswer.Done { Body: var body } && body.Text("ts") is { } id
            ? await FinishAsync(post, messages, id, cancellationToken)
            : OutcomeOf(first);
    }

    // The message stands; what goes wrong from here on is a shortfall of it.
    private async Task<PostOutcome> FinishAsync(
        ChannelPost post, IReadOnlyList<SlackMessage> messages, string id, CancellationToken cancellationToken)
    {
        var steps = new List<ApiAnswer>();
        foreach (var message in messages.Skip(1))
        {
            steps.Add(await SendAsync(post.Channel, message, cancellationToken));
        }

        if (post.ThreadName is { } name)
        {
            // A thread of Slack's has no name, so its first message begins with it.
            var opening = ChatReply.Answer([new HeadingBlock(name), .. post.ThreadOpening?.Blocks ?? []]);
            foreach (var message in ReplyMessages.Of(opening))
            {
                steps.Add(await SendAsync(post.Channel with { Thread = id }, message, cancellationToken));
            }
        }

        if (post.Pin)
        {
            steps.Add(await CallAsync(
                post.Channel, "pins.add", new JsonObject { ["channel"] = post.Channel.Channel, ["timestamp"] = id }, cancellationToken));
        }

        var problems = steps.Select(step => step.Problem).OfType<string>().Distinct().ToList();
        return new PostOutcome.Posted(await LinkedAsync(post, id, cancellationToken)) { Shortfall = problems.Count == 0 ? null : string.Join(' ', problems) };
    }

    private async Task<PostedMessage> LinkedAsync(ChannelPost post, string id, CancellationToken cancellationToken) => new(post.Channel, id)
    {
        Thread = post.ThreadName is null ? null : id,
        Link = await Permalinks.ToAsync(api, post.Channel, id, cancellationToken),
    };

    private Task<ApiAnswer> SendAsync(ChannelAddress channel, SlackMessage message, CancellationToken cancellationToken, JsonObject? metadata = null)
    {
        var arguments = message.ToJson();
        arguments["channel"] = channel.Channel;
        arguments["thread_ts"] = channel.Thread;
        arguments["metadata"] = metadata;
        return CallAsync(channel, "chat.postMessage", arguments, cancellationToken);
    }

    private Task<ApiAnswer> CallAsync(ChannelAddress channel, string method, JsonObject arguments, CancellationToken cancellationToken) =>
        api.CallAsync(new Workspace(channel.Space), method, arguments, cancellationToken);

    private static PostOutcome OutcomeOf(ApiAnswer answer) => answer switch
    {
        ApiAnswer.Refused refused => new PostOutcome.Refused(refused.Why),
        ApiAnswer.Failed failed => new PostOutcome.Failed(failed.Why, failed.RetryAfter),
        ApiAnswer.Unclear unclear => new PostOutcome.Unclear(unclear.Why),
        _ => new PostOutcome.Unclear("Slack did not say which message it is."),
    };
}
