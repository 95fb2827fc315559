using System.Text.Json;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Chat.Posting;
using Bot.Discord.Protocol;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Posting;

/// <summary>Posts to Discord's channels.</summary>
internal sealed class DiscordPoster(RestClient rest, IOptions<DiscordOptions> options) : IChannelPoster
{
    private const int PageSize = 100;
    private const int MaxPages = 20;
    private const string NotRead = "Discord's list of the earlier messages could not be read.";
    private static readonly TimeSpan TimeoutOfLook = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeoutOfQuestion = TimeSpan.FromSeconds(5);

    private static readonly MessageForm Form = new(HasNativePolls: true);
    private readonly ChannelApi channels = new(rest);

    /// <inheritdoc />
    public string Platform => DiscordChannels.Platform;

    /// <inheritdoc />
    public Capabilities Capabilities =>
        Capabilities.Posts | Capabilities.Edits | Capabilities.Threads | Capabilities.Pins
        | Capabilities.NativePolls | Capabilities.Buttons | Capabilities.History;

    /// <inheritdoc />
    public async Task<string?> ObstacleAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        await channels.GetAsync(channel.Channel, TimeoutOfQuestion, cancellationToken) switch
        {
            RestAnswer.Done { Body: var body } => DiscordChannels.ExplainNoMessages(body),
            RestAnswer.Refused refused => refused.Error.Explain("post here", "“Send Messages”"),

            // Whether it can be is seen when it is done.
            _ => null,
        };

    /// <inheritdoc />
    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var sending = Sending(post);
        var answer = await sending.SendAsync(0, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var sent } || sent.At("id").Text() is not { } id)
        {
            return OutcomeOf(answer, "post", sending.Messages[0].Poll is null ? "“Send Messages”" : "“Send Messages” and “Create Polls”");
        }

        var shortfalls = new Shortfalls();
        return shortfalls.AfterPosting(await FinishAsync(post, sending, id, [], shortfalls, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var channel = DiscordChannels.IdOf(post.Channel);
        var (sending, asText) = (Sending(post), Sending(post));
        asText.TurnToText(0);
        var (wanted, wantedAsText) = (MessageMarks.Of(sending.Messages[0]), MessageMarks.Of(asText.Messages[0]));
        if (wanted.IsEmpty)
        {
            return new FindOutcome.Unclear("There is nothing in the message by which I could know it again.");
        }

        var own = new List<JsonElement>();
        string? before = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await channels.ListAsync(channel, before, PageSize, cancellationToken);
            if (answer is not RestAnswer.Done { Body: { ValueKind: JsonValueKind.Array } list })
            {
                return new FindOutcome.Unclear(answer.Problem("look for an earlier message", "“Read Message History”") ?? NotRead);
            }

            var shown = list.Items().Select(message => (Message: message, Id: message.At("id").Text() ?? "")).ToList();
            if (shown.Any(message => !Snowflake.Is(message.Id)))
            {
                return new FindOutcome.Unclear(NotRead);
            }

            var young = shown.Where(message => Snowflake.TimeOf(message.Id) >= since).ToList();
            own.AddRange(young.Select(message => message.Message).Where(IsOwnPost));
            var same = own.Find(message => MessageMarks.Of(message) is var marks && (wanted.Fit(marks) || wantedAsText.Fit(marks)));
            if (same is { ValueKind: JsonValueKind.Object } found)
            {
                var (id, marks) = (found.At("id").Text() ?? "", MessageMarks.Of(found));
                if (sending.Messages[0].Embeds.Count > 0 && marks.WordsOfCards.Length == 0)
                {
                    sending.TurnToText(0);
                    if (!wantedAsText.Fit(marks))
                    {
                        await sending.ShowQuotesAsync(0, id, cancellationToken);
                    }
                }

                // What was sent after it is newer, so it was on these pages too.
                var shortfalls = new Shortfalls();
                return shortfalls.AfterFinding(
                    await FinishAsync(post, sending, id, [.. own.Select(MessageMarks.Of)], shortfalls, cancellationToken));
            }

            if (shown.Count == 0 && page == 0)
            {
                return await EmptyAsync(channel, since, cancellationToken);
            }

            if (young.Count < shown.Count || shown.Count < PageSize)
            {
                return new FindOutcome.Absent();
            }

            before = shown[^1].Id;
        }

        return new FindOutcome.Unclear($"There are more than {PageSize * MaxPages} messages since then.");
    }

    /// <inheritdoc />
    public async Task<PostOutcome> EditAsync(PostedMessage message, ChatReply content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var channel = DiscordChannels.IdOf(message.Channel);
        var rendered = ReplyMessages.Of(content, new MessageForm(), 1)[0];
        var answer = await channels.EditAsync(channel, message.Id, rendered, cancellationToken);
        if (answer.LeavesOutCardsOf(rendered))
        {
            answer = await channels.EditAsync(channel, message.Id, ReplyMessages.Of(content, new MessageForm(HasCards: false), 1)[0], cancellationToken);
        }

        return answer is RestAnswer.Done ? new PostOutcome.Posted(message) : OutcomeOf(answer, "change my message", "“Send Messages”");
    }

    /// <inheritdoc />
    public async Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken)
    {
        var answer = await channels.OpenDirectAsync(member.Id, cancellationToken);
        return answer is RestAnswer.Done { Body: var body } && body.At("id").Text() is { } id
            ? new DirectOutcome.Opened(new ChannelAddress(Platform, "", id))
            : new DirectOutcome.Closed(answer.Problem("write to you", "“Send Messages”") ?? "Discord's answer could not be read. Please try again.");
    }

    /// <inheritdoc />
    public Uri? LinkToChannel(ChannelAddress channel) => DiscordChannels.LinkTo(channel);

    private ReplyPost Sending(ChannelPost post) => new(
        channels, DiscordChannels.IdOf(post.Channel), post.Content, Form, (message, part) => message with { Nonce = PostKeys.Of(post.Key, part) });

    // The first message is there; this does what belongs to it.
    private async Task<PostedMessage> FinishAsync(
        ChannelPost post, ReplyPost sending, string id, IReadOnlyList<MessageMarks> standing, Shortfalls shortfalls, CancellationToken cancellationToken)
    {
        var channel = DiscordChannels.IdOf(post.Channel);
        var posted = new PostedMessage(post.Channel, id) { Link = DiscordChannels.LinkTo(post.Channel, id) };
        for (var part = 1; part < sending.Messages.Count; part++)
        {
            var marks = MessageMarks.Of(sending.Messages[part]);
            if (!standing.Any(marks.Fit))
            {
                Note(await sending.SendAsync(part, cancellationToken), "post the rest of it", "“Send Messages”");
            }
        }

        shortfalls.Add(sending.Shortfall);
        if (post.ThreadName is { Length: > 0 } name)
        {
            var answer = await channels.OpenThreadAsync(channel, id, ShortText.Of(name, DiscordLimits.ThreadName), cancellationToken);

            // A thread on a message has the message's id, so one that is there already is the one.
            if (answer is RestAnswer.Done or RestAnswer.Refused { Error.SaysThreadIsThere: true })
            {
                posted = posted with { Thread = id };
            }
            else
            {
                Note(answer, "open a thread", "“Create Public Threads”");
            }
        }

        if (post.Pin)
        {
            Note(await channels.PinAsync(channel, id, cancellationToken), "pin the message", "“Pin Messages”");
        }

        return posted;

        void Note(RestAnswer answer, string doing, string needs) =>
            shortfalls.Add(answer.Problem(doing, needs), mayBeDone: answer is RestAnswer.Failed or RestAnswer.Unclear);
    }

    private bool IsOwnPost(JsonElement message) =>
        message.At("author").At("id").Text() == options.Value.ApplicationId && MessageMarks.IsPost(message);

    // Without the permission to read the history Discord shows no messages at all (resources/message, “Get Channel Messages”); the id of the last
    // one it tells them all the same.
    private async Task<FindOutcome> EmptyAsync(string channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var answer = await channels.GetAsync(channel, TimeoutOfLook, cancellationToken);
        if (answer is not RestAnswer.Done { Body: { ValueKind: JsonValueKind.Object } said })
        {
            return new FindOutcome.Unclear(answer.Problem("look for an earlier message", "“Read Message History”") ?? NotRead);
        }

        return said.At("last_message_id").Text() is { } last && Snowflake.Is(last) && Snowflake.TimeOf(last) >= since
            ? new FindOutcome.Unclear("Discord shows me no message of this channel, though there are some: grant my role “Read Message History” there.")
            : new FindOutcome.Absent();
    }

    private static PostOutcome OutcomeOf(RestAnswer answer, string doing, string needs) => answer switch
    {
        RestAnswer.Refused refused => new PostOutcome.Refused(refused.Error.Explain(doing, needs)),
        RestAnswer.Failed failed => new PostOutcome.Failed(failed.Why, failed.RetryAfter),
        RestAnswer.Unclear unclear => new PostOutcome.Unclear(unclear.Why),
        _ => new PostOutcome.Unclear("Discord's answer could not be read."),
    };
}
