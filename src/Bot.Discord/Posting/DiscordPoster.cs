using System.Text.Json;
using Bot.Chat.Delivery;
using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Discord.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Discord.Posting;

/// <summary>Posts to Discord's channels.</summary>
internal sealed class DiscordPoster(RestClient rest, IOptions<DiscordOptions> options, TimeProvider time) : IChannelPoster
{
    private static readonly TimeSpan TimeoutOfQuestion = TimeSpan.FromSeconds(5);

    private static readonly IReadOnlyList<string> SendMessages = ["Send Messages"];
    private static readonly MessageForm Form = new(HasNativePolls: true);
    private readonly ChannelApi channels = new(rest);
    private readonly Forums forums = new(new ChannelApi(rest), time);

    /// <inheritdoc />
    public string Platform => DiscordChannels.Platform;

    /// <inheritdoc />
    public Capabilities Capabilities =>
        Capabilities.Posts | Capabilities.Edits | Capabilities.Threads | Capabilities.Pins
        | Capabilities.NativePolls | Capabilities.Buttons | Capabilities.History;

    /// <inheritdoc />
    public async Task<string?> ObstacleAsync(ChannelAddress channel, string? tag, CancellationToken cancellationToken) =>
        await channels.GetAsync(channel.Channel, TimeoutOfQuestion, cancellationToken) switch
        {
            RestAnswer.Done { Body: var body } when Forum.Read(channel.Space, body) is { } forum => forum.Explain(tag),
            RestAnswer.Done { Body: var body } => DiscordChannels.TakesNoMessages(body) ? PostingTexts.TakesNoMessages : PostTags.ExplainNone(tag),
            RestAnswer.Refused { Error: var error } => PostProblems.Describe(error, SendMessages),

            // Unknown until the post is made.
            _ => null,
        };

    /// <inheritdoc />
    public async Task<PostOutcome> PostAsync(ChannelPost post, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var (forum, unknown) = await forums.OfAsync(post.Channel, cancellationToken);
        if (unknown is not null)
        {
            return OutcomeOf(unknown, SendMessages);
        }

        if (forum is { NeedsTag: true } && forum.Explain(post.Tag) is not null)
        {
            return new PostOutcome.Refused(TranslatedText.Of(() => forum.Explain(post.Tag) ?? ""));
        }

        var sending = ComposePost(post, forum);
        var answer = await sending.SendAsync(0, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var sent } || sent.At("id").Text() is not { } id)
        {
            return OutcomeOf(answer, NeedsOf(sending.Messages[0], forum?.Find(post.Tag)));
        }

        var shortfalls = new Shortfalls();
        return shortfalls.ReportPosted(await FinishAsync(post, forum, sending, id, [], shortfalls, cancellationToken));
    }

    /// <inheritdoc />
    public async Task<FindOutcome> FindAsync(ChannelPost post, DateTimeOffset since, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(post);
        var (forum, unknown) = await forums.OfAsync(post.Channel, cancellationToken);
        if (unknown is not null)
        {
            return new FindOutcome.Unclear(unknown.Explain("look for an earlier message", "“Read Message History”") ?? "");
        }

        var (sending, asText) = (ComposePost(post, forum), ComposePost(post, forum));
        asText.TurnToText(0);
        var (wanted, wantedAsText) = (MessageMarks.Of(sending.Messages[0]), MessageMarks.Of(asText.Messages[0]));
        if (wanted.IsEmpty)
        {
            return new FindOutcome.Unclear("The message has no text or buttons by which I could recognise it.");
        }

        var earlier = forum is null
            ? await new ChannelSearch(channels, IsOwnPost).FindAsync(DiscordChannels.IdOf(post.Channel), IsIt, since, cancellationToken)
            : await new ForumSearch(channels, options.Value.ApplicationId, IsOwnPost).FindAsync(forum, IsIt, since, cancellationToken);
        if (earlier is not EarlierPost.Found found || found.Message.At("id").Text() is not { } id)
        {
            return earlier is EarlierPost.Unclear unclear ? ExplainUnclear(unclear) : new FindOutcome.Absent();
        }

        sending.GoOn(id);
        var marks = MessageMarks.Of(found.Message);
        if (sending.Messages[0].Embeds.Count > 0 && marks.WordsOfCards.Length == 0)
        {
            sending.TurnToText(0);
            if (!wantedAsText.Fit(marks))
            {
                await sending.ShowQuotesAsync(0, id, cancellationToken);
            }
        }

        var shortfalls = new Shortfalls();
        return shortfalls.ReportFound(
            await FinishAsync(post, forum, sending, id, [.. found.Own.Select(MessageMarks.Of)], shortfalls, cancellationToken));

        bool IsIt(JsonElement message) => MessageMarks.Of(message) is var marks && (wanted.Fit(marks) || wantedAsText.Fit(marks));
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

        return answer is RestAnswer.Done ? new PostOutcome.Posted(message) : OutcomeOf(answer, SendMessages);
    }

    /// <inheritdoc />
    public async Task<DirectOutcome> OpenDirectAsync(ChannelAddress channel, ChatUser member, CancellationToken cancellationToken)
    {
        var answer = await channels.OpenDirectAsync(member.Id, cancellationToken);
        return answer is RestAnswer.Done { Body: var body } && body.At("id").Text() is { } id
            ? new DirectOutcome.Opened(new ChannelAddress(Platform, "", id))
            : new DirectOutcome.Closed(
                answer is RestAnswer.Refused { Error.IsDirectForbidden: true } ? PostingTexts.DirectForbidden : PostingTexts.DirectFailed);
    }

    /// <inheritdoc />
    public Uri? LinkToChannel(ChannelAddress channel) => DiscordChannels.CreateLink(channel);

    private ReplyPost ComposePost(ChannelPost post, Forum? forum)
    {
        IPostTarget target = forum is null
            ? new ChannelTarget(channels, DiscordChannels.IdOf(post.Channel))
            : new ForumTarget(channels, forum, TitleOf(post), forum.Find(post.Tag));
        var form = Form with { HasNativePolls = forum is null };
        return new ReplyPost(channels, target, post.Content, form, (message, part) => message with { Nonce = PostKeys.Of(post.Key, part) });
    }

    // Does the remaining steps after the first message was posted.
    private async Task<PostedMessage> FinishAsync(
        ChannelPost post,
        Forum? forum,
        ReplyPost sending,
        string id,
        IReadOnlyList<MessageMarks> standing,
        Shortfalls shortfalls,
        CancellationToken cancellationToken)
    {
        shortfalls.Add(post.Tag is null ? null : forum?.Explain(post.Tag));
        for (var part = 1; part < sending.Messages.Count; part++)
        {
            var marks = MessageMarks.Of(sending.Messages[part]);
            if (!standing.Any(marks.Fit))
            {
                Note(await sending.SendAsync(part, cancellationToken), "post the rest of it", "“Send Messages”");
            }
        }

        shortfalls.Add(sending.Shortfall);
        var posted = forum is null
            ? new PostedMessage(post.Channel, id) { Link = DiscordChannels.CreateLink(post.Channel, id) }
            : new PostedMessage(post.Channel with { Thread = id }, id) { Thread = id, Link = DiscordChannels.CreateLink(post.Channel with { Thread = id }) };
        if (forum is null && post.ThreadName is { Length: > 0 } name)
        {
            var answer = await channels.OpenThreadAsync(sending.Channel, id, ShortText.Of(name, DiscordLimits.ThreadName), cancellationToken);

            // A thread on a message has the message's id, so an existing one is the right one.
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
            Note(await channels.PinAsync(sending.Channel, id, cancellationToken), "pin the message", "“Pin Messages”");
        }

        return posted;

        void Note(RestAnswer answer, string doing, string needs) =>
            shortfalls.Add(answer.Explain(doing, needs), mayBeDone: answer is RestAnswer.Failed or RestAnswer.Unclear);
    }

    private bool IsOwnPost(JsonElement message) =>
        message.At("author").At("id").Text() == options.Value.ApplicationId && MessageMarks.IsPost(message);

    // A forum post must have a title: without a name, its first words are used.
    private static string TitleOf(ChannelPost post)
    {
        var title = post.ThreadName is { Length: > 0 } name
            ? name
            : post.Content.Blocks.OfType<TextBlock>().FirstOrDefault()?.Text ?? post.Content.ToPlainText();
        return ShortText.Of(title.ReplaceLineEndings(" ").Trim(), DiscordLimits.ThreadName);
    }

    private static IReadOnlyList<string> NeedsOf(DiscordMessage message, ForumTag? tag) => (message.Poll, tag) switch
    {
        (not null, _) => [.. SendMessages, "Create Polls"],
        (_, { IsModerated: true }) => [.. SendMessages, "Manage Threads"],
        _ => SendMessages,
    };

    private static FindOutcome.Unclear ExplainUnclear(EarlierPost.Unclear unclear) => new(unclear.Why)
    {
        Advice = unclear.MayNotRead ? TranslatedText.Of(() => PostingTexts.MayNotRead) : null,
    };

    private static PostOutcome OutcomeOf(RestAnswer answer, IReadOnlyList<string> needs) => answer switch
    {
        RestAnswer.Refused refused => new PostOutcome.Refused(TranslatedText.Of(() => PostProblems.Describe(refused.Error, needs))),
        RestAnswer.Failed failed => new PostOutcome.Failed(failed.Why, failed.RetryAfter),
        RestAnswer.Unclear unclear => new PostOutcome.Unclear(unclear.Why),
        _ => new PostOutcome.Unclear("Discord's answer could not be read."),
    };
}
