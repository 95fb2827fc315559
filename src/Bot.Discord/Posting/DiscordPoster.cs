using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Chat.Posting;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Posting;

/// <summary>Posts to Discord's channels.</summary>
internal sealed class DiscordPoster(RestClient rest, IOptions<DiscordOptions> options) : IChannelPoster
{
    private const int PageSize = 100;
    private const int MostPages = 20;

    private static readonly MessageForm Form = new(HasNativePolls: true);
    private readonly ChannelApi channels = new(rest);

    /// <inheritdoc />
    public string Platform => DiscordChannels.Platform;

    /// <inheritdoc />
    public Capabilities Capabilities =>
        Capabilities.Posts | Capabilities.Edits | Capabilities.Threads | Capabilities.Pins | Capabilities.NativePolls | Capabilities.Buttons | Capabilities.History;

    /// <inheritdoc />
    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var channel = DiscordChannels.IdOf(post.Channel);
        var messages = ReplyMessages.Of(post.Content, Form, DiscordLimits.OfReplies.MessagesPerReply);
        var answer = await channels.PostAsync(channel, messages[0] with { Nonce = PostKeys.Of(post.Key, 0) }, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var sent } || sent.At("id").Text() is not { } id)
        {
            return OutcomeOf(answer, "post", messages[0].Poll is null ? "“Send Messages” and “Embed Links”" : "“Send Messages” and “Create Polls”");
        }

        var posted = new PostedMessage(post.Channel, id) { Link = DiscordChannels.LinkTo(post.Channel, id) };
        var shortfalls = new List<string?> { messages[0].ProblemOfCards(sent) };
        for (var i = 1; i < messages.Count; i++)
        {
            shortfalls.Add(Shortfall(
                await channels.PostAsync(channel, messages[i] with { Nonce = PostKeys.Of(post.Key, i) }, cancellationToken), "post the rest of it", "“Send Messages”"));
        }

        if (post.ThreadName is { Length: > 0 } name)
        {
            (posted, var problem) = await OpenThreadAsync(post, posted, name, cancellationToken);
            shortfalls.Add(problem);
        }

        if (post.Pin)
        {
            shortfalls.Add(Shortfall(await channels.PinAsync(channel, id, cancellationToken), "pin the message", "“Pin Messages”"));
        }

        var said = string.Join(' ', shortfalls.Where(shortfall => shortfall is not null));
        return new PostOutcome.Posted(posted) { Shortfall = said.Length > 0 ? said : null };
    }

    /// <inheritdoc />
    public async Task<FindOutcome> FindAsync(ChannelAddress channel, string key, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var nonce = PostKeys.Of(key, 0);
        string? before = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await channels.ListAsync(DiscordChannels.IdOf(channel), before, PageSize, cancellationToken);
            if (answer is not RestAnswer.Done { Body: var list })
            {
                return new FindOutcome.Unclear(WhyNot(answer, "look for an earlier message", "“Read Message History”"));
            }

            var messages = list.Items().Where(message => message.At("id").Text() is { } id && Snowflake.Is(id)).ToList();
            var young = messages.Where(message => Snowflake.TimeOf(message.At("id").Text()!) >= since).ToList();
            var own = young.Where(message => message.At("author").At("id").Text() == options.Value.ApplicationId && IsPost(message)).ToList();
            if (own.FirstOrDefault(message => message.At("nonce").Text() == nonce) is { ValueKind: JsonValueKind.Object } found)
            {
                return new FindOutcome.Found(Read(channel, found));
            }

            // Without a nonce any of them may be the one that is looked for.
            if (own.Any(message => message.At("nonce").Text() is null))
            {
                return new FindOutcome.Unclear("Discord does not tell under which key my earlier messages were posted.");
            }

            if (young.Count < messages.Count || messages.Count < PageSize)
            {
                return new FindOutcome.Absent();
            }

            before = messages[^1].At("id").Text();
        }

        return new FindOutcome.Unclear($"There are more than {PageSize * MostPages} messages since then.");
    }

    /// <inheritdoc />
    public async Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var rendered = ReplyMessages.Of(content, new MessageForm(), 1)[0];
        var answer = await channels.EditAsync(DiscordChannels.IdOf(message.Channel), message.Id, rendered, cancellationToken);
        return answer is RestAnswer.Done ? new PostOutcome.Posted(message) : OutcomeOf(answer, "change my message", "“Send Messages”");
    }

    private async Task<(PostedMessage Posted, string? Shortfall)> OpenThreadAsync(
        ChannelPost post, PostedMessage posted, string name, CancellationToken cancellationToken)
    {
        var answer = await channels.OpenThreadAsync(
            DiscordChannels.IdOf(post.Channel), posted.Id, ShortText.Of(name, DiscordLimits.ThreadName), cancellationToken);

        // A thread on a message has the message's id, so one that is there already is the one.
        var isThere = answer is RestAnswer.Done || answer is RestAnswer.Refused { Error.SaysThreadIsThere: true };
        if (!isThere)
        {
            return (posted, Shortfall(answer, "open a thread", "“Create Public Threads”"));
        }

        var withThread = posted with { Thread = posted.Id };
        if (post.ThreadOpening is not { } opening)
        {
            return (withThread, null);
        }

        var messages = ReplyMessages.Of(opening, Form, DiscordLimits.OfReplies.MessagesPerReply);
        for (var i = 0; i < messages.Count; i++)
        {
            var sent = await channels.PostAsync(posted.Id, messages[i] with { Nonce = PostKeys.Of($"{post.Key}/thread", i) }, cancellationToken);
            if (Shortfall(sent, "write in the thread", "“Send Messages in Threads”") is { } problem)
            {
                return (withThread, problem);
            }
        }

        return (withThread, null);
    }

    // What answers an interaction was never posted, and never has a nonce.
    private static bool IsPost(JsonElement message) => message.At("interaction_metadata").ValueKind != JsonValueKind.Object;

    private static PostedMessage Read(ChannelAddress channel, JsonElement message)
    {
        var id = message.At("id").Text() ?? "";
        return new PostedMessage(channel, id) { Link = DiscordChannels.LinkTo(channel, id), Thread = message.At("thread").At("id").Text() };
    }

    private static PostOutcome OutcomeOf(RestAnswer answer, string doing, string needs) => answer switch
    {
        RestAnswer.Refused refused => new PostOutcome.Refused(refused.Error.Explain(doing, needs)),
        RestAnswer.Failed failed => new PostOutcome.Failed(failed.Why, failed.RetryAfter),
        RestAnswer.Unclear unclear => new PostOutcome.Unclear(unclear.Why),
        _ => new PostOutcome.Unclear("Discord's answer could not be read."),
    };

    private static string? Shortfall(RestAnswer answer, string doing, string needs) =>
        answer is RestAnswer.Done ? null : WhyNot(answer, doing, needs);

    private static string WhyNot(RestAnswer answer, string doing, string needs) => answer switch
    {
        RestAnswer.Refused refused => refused.Error.Explain(doing, needs),
        RestAnswer.Failed failed => $"I could not {doing}: {failed.Why}",
        RestAnswer.Unclear unclear => $"I could not {doing}: {unclear.Why}",
        _ => $"I could not {doing}.",
    };
}
