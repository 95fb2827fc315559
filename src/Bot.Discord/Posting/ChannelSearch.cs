using System.Text.Json;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>Searches the messages of a channel for an earlier post.</summary>
/// <param name="channels">Lists the messages.</param>
/// <param name="isOwn">Whether a message is a post of the bot.</param>
internal sealed class ChannelSearch(ChannelApi channels, Func<JsonElement, bool> isOwn)
{
    private const int PageSize = 100;
    private const int MaxPages = 20;
    private static readonly TimeSpan TimeoutOfLook = TimeSpan.FromSeconds(10);

    /// <summary>Searches.</summary>
    /// <param name="channel">The channel or thread.</param>
    /// <param name="isIt">Whether a post of the bot is the wanted one.</param>
    /// <param name="since">The earliest time at which it can have been posted.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    public async Task<EarlierPost> FindAsync(string channel, Predicate<JsonElement> isIt, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var own = new List<JsonElement>();
        string? before = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var answer = await channels.ListAsync(channel, before, PageSize, cancellationToken);
            if (answer is not RestAnswer.Done { Body: { ValueKind: JsonValueKind.Array } list })
            {
                return EarlierPost.Unclear.After(answer);
            }

            var shown = list.Items().Select(message => (Message: message, Id: message.At("id").Text() ?? "")).ToList();
            if (shown.Any(message => !Snowflake.Is(message.Id)))
            {
                return EarlierPost.Unclear.After(answer);
            }

            var young = shown.Where(message => Snowflake.TimeOf(message.Id) >= since).ToList();
            own.AddRange(young.Select(message => message.Message).Where(isOwn));

            // Later posts are newer, so they were on these pages too.
            if (own.Find(isIt) is { ValueKind: JsonValueKind.Object } found)
            {
                return new EarlierPost.Found(found, own);
            }

            if (shown.Count == 0 && page == 0)
            {
                return await ExplainEmptyAsync(channel, since, cancellationToken);
            }

            if (young.Count < shown.Count || shown.Count < PageSize)
            {
                return new EarlierPost.Absent();
            }

            before = shown[^1].Id;
        }

        return new EarlierPost.Unclear($"There are more than {PageSize * MaxPages} messages since then.");
    }

    // Without the permission to read the history, Discord returns no messages (resources/message, “Get Channel Messages”), but still the id of the last
    // one.
    private async Task<EarlierPost> ExplainEmptyAsync(string channel, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var answer = await channels.GetAsync(channel, TimeoutOfLook, cancellationToken);
        if (answer is not RestAnswer.Done { Body: { ValueKind: JsonValueKind.Object } said })
        {
            return EarlierPost.Unclear.After(answer);
        }

        return said.At("last_message_id").Text() is { } last && Snowflake.Is(last) && Snowflake.TimeOf(last) >= since
            ? new EarlierPost.Unclear(
                "Discord shows me no messages of this channel, although there are some: grant my role “Read Message History” there.", MayNotRead: true)
            : new EarlierPost.Absent();
    }
}
