using System.Globalization;
using System.Text.Json;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Searches a forum for an earlier post. Members can change its title and tags, but not the bot's first message, which has the post's id.
/// </summary>
/// <param name="channels">Lists the posts.</param>
/// <param name="self">The bot's id.</param>
/// <param name="isOwn">Whether a message is a post of the bot.</param>
internal sealed class ForumSearch(ChannelApi channels, string self, Func<JsonElement, bool> isOwn)
{
    private const int PageSize = 100;
    private const int MaxPages = 10;

    /// <inheritdoc cref="ChannelSearch.FindAsync"/>
    public async Task<EarlierPost> FindAsync(Forum forum, Predicate<JsonElement> isIt, DateTimeOffset since, CancellationToken cancellationToken)
    {
        if (forum.LastPost is not { } last || (Snowflake.Is(last) && Snowflake.TimeOf(last) < since))
        {
            return new EarlierPost.Absent();
        }

        var (posts, problem) = await ListPostsAsync(forum, since, cancellationToken);
        foreach (var post in posts)
        {
            switch (await channels.GetMessageAsync(post, post, cancellationToken))
            {
                case RestAnswer.Done { Body: var message } when isOwn(message) && isIt(message):
                    return await ReadRestAsync(message, post, cancellationToken);
                case RestAnswer.Done or RestAnswer.Refused { Error.Code: DiscordError.UnknownMessage }:
                    break;
                case var answer:
                    problem ??= EarlierPost.Unclear.After(answer);
                    break;
            }
        }

        return problem is null ? new EarlierPost.Absent() : problem;
    }

    // Discord archives a post after three days without messages, and makes it active again with the next one.
    private async Task<(IReadOnlyList<string> Posts, EarlierPost.Unclear? Problem)> ListPostsAsync(
        Forum forum, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var active = await channels.ListActiveThreadsAsync(forum.Server, cancellationToken);
        if (active is not RestAnswer.Done { Body: var list } || list.At("threads").ValueKind != JsonValueKind.Array)
        {
            return ([], EarlierPost.Unclear.After(active));
        }

        var (archived, problem) = await ListArchivedAsync(forum, since, cancellationToken);
        return ([.. list.At("threads").Items().Where(thread => thread.At("parent_id").Text() == forum.Id).Concat(archived)
            .Where(thread => thread.At("owner_id").Text() == self)
            .Select(thread => thread.At("id").Text() ?? "")
            .Where(id => Snowflake.Is(id) && Snowflake.TimeOf(id) >= since)
            .Distinct()], problem);
    }

    // Posts that were archived before that time also started before it.
    private async Task<(IReadOnlyList<JsonElement> Posts, EarlierPost.Unclear? Problem)> ListArchivedAsync(
        Forum forum, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var posts = new List<JsonElement>();
        string? before = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await channels.ListArchivedThreadsAsync(forum.Id, before, PageSize, cancellationToken);
            if (answer is not RestAnswer.Done { Body: var list } || list.At("threads").ValueKind != JsonValueKind.Array)
            {
                return (posts, EarlierPost.Unclear.After(answer));
            }

            posts.AddRange(list.At("threads").Items());
            before = posts.Count > 0 ? posts[^1].At("thread_metadata").At("archive_timestamp").Text() : null;
            if (!list.At("has_more").IsTrue() || !DateTimeOffset.TryParse(before, CultureInfo.InvariantCulture, out var at) || at < since)
            {
                return (posts, null);
            }
        }

        return (posts, new EarlierPost.Unclear($"There are more than {PageSize * MaxPages} archived posts since then."));
    }

    private async Task<EarlierPost> ReadRestAsync(JsonElement message, string post, CancellationToken cancellationToken) =>
        await channels.ListAsync(post, before: null, PageSize, cancellationToken) is var answer && answer is RestAnswer.Done { Body: var list }
            ? new EarlierPost.Found(message, [.. list.Items().Where(isOwn)])
            : EarlierPost.Unclear.After(answer);
}
