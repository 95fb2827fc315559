using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Chat.Posting;
using Bot.Slack.Rendering;

namespace Bot.Slack.Posting;

/// <summary>
/// Posts to channels. Slack does not detect duplicates, so each message has its key as metadata, and the channel is searched for the key before it is used
/// again.
/// </summary>
internal sealed class SlackPoster(SlackWebApi api, TimeProvider time) : IChannelPoster, IDisposable
{
    // Posts with the same key run one after the other; unrelated keys can share a lock.
    private const int Lines = 64;

    // A call that is repeated later than this searches for the message first.
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly RecentEvents tried = new(time, Remembered);
    private readonly SemaphoreSlim[] lines = [.. Enumerable.Range(0, Lines).Select(_ => new SemaphoreSlim(1))];

    public string Platform => SlackPlatform.Name;

    public Capabilities Capabilities => SlackPlatform.Able;

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

    public async Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var found = await PostKeys.FindAsync(api, post.Channel, post.Key, since, cancellationToken);
        if (found is not FindOutcome.Found { Message.Id: var id })
        {
            return found;
        }

        var shortfalls = new Shortfalls();
        return shortfalls.ReportFound(await FinishAsync(post, ReplyMessages.Of(post.Content), id, since, shortfalls, cancellationToken));
    }

    public async Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken)
    {
        var messages = ReplyMessages.Of(content);
        var arguments = messages[0].PrepareEdit().ToJson();
        arguments["channel"] = message.Channel.Channel;
        arguments["ts"] = message.Id;
        var answer = await CallAsync(message.Channel, "chat.update", arguments, cancellationToken);
        return answer is not ApiAnswer.Done ? OutcomeOf(answer) : new PostOutcome.Posted(message)
        {
            Shortfall = messages.Count == 1 ? null : "The new text is longer than one message; only its beginning is shown.",
        };
    }

    public async Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken)
    {
        var answer = await CallAsync(channel, "conversations.open", new JsonObject { ["users"] = member.Id }, cancellationToken);
        return answer is ApiAnswer.Done { Body: var body } && body.Text("channel", "id") is { } id
            ? new DirectOutcome.Opened(new ChannelAddress(Platform, channel.Space, id))
            : new DirectOutcome.Closed(answer is ApiAnswer.Refused { Error: "missing_scope" } ? SlackTexts.DirectNotAllowed : SlackTexts.DirectUnknown);
    }

    // https://docs.slack.dev/interactivity/deep-linking
    public Uri? LinkToChannel(ChannelAddress channel) => new($"https://slack.com/app_redirect?team={channel.Space}&channel={channel.Channel}");

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
            switch (await FindAsync(post, time.GetUtcNow() - Remembered, cancellationToken))
            {
                case FindOutcome.Found found:
                    return new PostOutcome.Posted(found.Message) { Shortfall = found.Shortfall };
                case FindOutcome.Unclear unclear:
                    return new PostOutcome.Unclear(unclear.Why);
            }
        }

        var messages = ReplyMessages.Of(post.Content);
        var first = await SendAsync(post.Channel, messages[0], PostKeys.Of(post.Key, 0), cancellationToken);
        if (first is not ApiAnswer.Done { Body: var body } || body.Text("ts") is not { } id)
        {
            return OutcomeOf(first);
        }

        var shortfalls = new Shortfalls();
        return shortfalls.ReportPosted(await FinishAsync(post, messages, id, null, shortfalls, cancellationToken));
    }

    // Does the remaining steps after the first message was posted. If the first one was found instead, the others are searched for too.
    private async Task<PostedMessage> FinishAsync(
        ChannelPost post, IReadOnlyList<SlackMessage> messages, string id, DateTimeOffset? since, Shortfalls shortfalls, CancellationToken cancellationToken)
    {
        for (var part = 1; part < messages.Count; part++)
        {
            await SendOnceAsync(post.Channel, messages[part], PostKeys.Of(post.Key, part));
        }

        if (post.ThreadName is { } name)
        {
            // Threads in Slack have no name, so the first message shows it.
            await SendOnceAsync(
                post.Channel with { Thread = id }, ReplyMessages.Of(ChatReply.Answer(new HeadingBlock(name)))[0], PostKeys.OfThread(post.Key));
        }

        if (post.Pin)
        {
            var answer = await CallAsync(
                post.Channel, "pins.add", new JsonObject { ["channel"] = post.Channel.Channel, ["timestamp"] = id }, cancellationToken);
            if (answer is not ApiAnswer.Refused { Error: "already_pinned" })
            {
                Note(answer);
            }
        }

        return await AddLinkAsync(post, id, cancellationToken);

        async Task SendOnceAsync(ChannelAddress channel, SlackMessage message, string key)
        {
            var found = since is { } from ? await PostKeys.FindAsync(api, channel, key, from, cancellationToken) : new FindOutcome.Absent();
            if (found is FindOutcome.Unclear unclear)
            {
                shortfalls.Add(unclear.Why);
            }
            else if (found is FindOutcome.Absent)
            {
                Note(await SendAsync(channel, message, key, cancellationToken));
            }
        }

        void Note(ApiAnswer answer) => shortfalls.Add(answer.Problem, mayBeDone: answer is ApiAnswer.Failed or ApiAnswer.Unclear);
    }

    private async Task<PostedMessage> AddLinkAsync(ChannelPost post, string id, CancellationToken cancellationToken) => new(post.Channel, id)
    {
        Thread = post.ThreadName is null ? null : id,
        Link = await Permalinks.ToAsync(api, post.Channel, id, cancellationToken),
    };

    private Task<ApiAnswer> SendAsync(ChannelAddress channel, SlackMessage message, string key, CancellationToken cancellationToken)
    {
        var arguments = message.ToJson();
        arguments["channel"] = channel.Channel;
        arguments["thread_ts"] = channel.Thread;
        arguments["metadata"] = PostKeys.CreateMetadata(key);
        return CallAsync(channel, "chat.postMessage", arguments, cancellationToken);
    }

    private Task<ApiAnswer> CallAsync(ChannelAddress channel, string method, JsonObject arguments, CancellationToken cancellationToken) =>
        api.CallAsync(new Workspace(channel.Space), method, arguments, cancellationToken);

    private static PostOutcome OutcomeOf(ApiAnswer answer) => answer switch
    {
        ApiAnswer.Refused refused => new PostOutcome.Refused(PostProblems.Explain(refused)),
        ApiAnswer.Failed failed => new PostOutcome.Failed(failed.Why, failed.RetryAfter),
        ApiAnswer.Unclear unclear => new PostOutcome.Unclear(unclear.Why),
        _ => new PostOutcome.Unclear("Slack did not return the message's id."),
    };
}
