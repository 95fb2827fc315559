using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>A post in a forum: the first message starts it, the others follow in it.</summary>
/// <param name="channels">Sends the messages.</param>
/// <param name="forum">The forum.</param>
/// <param name="title">The title of the post.</param>
/// <param name="tag">Its tag; null if there is none.</param>
internal sealed class ForumTarget(ChannelApi channels, Forum forum, string title, ForumTag? tag) : IPostTarget
{
    private string? post;

    /// <inheritdoc />
    public string Channel => post ?? forum.Id;

    /// <inheritdoc />
    public async Task<RestAnswer> PostAsync(DiscordMessage message, CancellationToken cancellationToken)
    {
        if (post is not null)
        {
            return await channels.PostAsync(post, message, cancellationToken);
        }

        var answer = await channels.StartPostAsync(forum.Id, title, tag is null ? [] : [tag.Id], message, cancellationToken);
        if (answer is not RestAnswer.Done { Body: var started })
        {
            return answer;
        }

        post = started.At("id").Text();
        return new RestAnswer.Done(started.At("message"));
    }

    /// <inheritdoc />
    public void GoOn(string firstMessage) => post = firstMessage;
}
