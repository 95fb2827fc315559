using System.Globalization;
using System.Text.Json;
using Bot.Chat.Posting;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>
/// Reads members' messages. Discord gives their text, also over HTTP, only to applications with the intent “Message Content”; without it nothing is read.
/// </summary>
internal sealed class DiscordThreadReader(RestClient rest, DiscordApplication application) : IThreadReader
{
    private const int PageSize = 100;

    // The types of messages that members write (resources/message, “Message Types”). Discord itself writes the others in a member's name, for example about
    // a new member.
    private const int Default = 0;
    private const int Reply = 19;

    private readonly ChannelApi channels = new(rest);

    /// <inheritdoc />
    public string Platform => DiscordChannels.Platform;

    /// <inheritdoc />
    public string? Obstacle => application.ReadsMessages switch
    {
        true => null,
        false => PostingTexts.NoMessageContent,
        null => PostingTexts.NotToldYet,
    };

    /// <inheritdoc />
    public async Task<IReadOnlyList<ThreadMessage>> ReadAsync(
        ChannelAddress channel, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        if (Obstacle is { } obstacle)
        {
            throw new ThreadReadException(obstacle);
        }

        var read = new List<ThreadMessage>();
        string? before = null;
        while (read.Count < most)
        {
            var page = await ReadPageAsync(channel, before, Math.Min(PageSize, most - read.Count), cancellationToken);
            read.AddRange(page.Where(message => message.At >= since));
            if (page.Count == 0 || page[^1].At < since)
            {
                break;
            }

            before = page[^1].Id;
        }

        read.Reverse();
        return read;
    }

    /// <inheritdoc />
    public Task<Uri?> LinkToAsync(ChannelAddress channel, string message, CancellationToken cancellationToken) =>
        Task.FromResult<Uri?>(DiscordChannels.CreateLink(channel, message));

    private async Task<List<ThreadMessage>> ReadPageAsync(ChannelAddress channel, string? before, int most, CancellationToken cancellationToken)
    {
        var answer = await channels.ListAsync(DiscordChannels.IdOf(channel), before, most, cancellationToken);
        return answer is RestAnswer.Done done
            ? [.. done.Body.Items().Select(Read).OfType<ThreadMessage>()]
            : throw new ThreadReadException(answer is RestAnswer.Refused { Error.IsForbidden: true } ? PostingTexts.MayNotRead : PostingTexts.NotRead);
    }

    private static ThreadMessage? Read(JsonElement message)
    {
        if (message.At("id").Text() is not { } id || !Snowflake.Is(id))
        {
            return null;
        }

        var at = DateTimeOffset.TryParse(message.At("timestamp").Text(), CultureInfo.InvariantCulture, out var given) ? given : Snowflake.TimeOf(id);
        return new ThreadMessage(id, new ChatUser(message.At("author").At("id").Text() ?? ""), message.At("content").Text() ?? "", at)
        {
            IsFromBot = message.At("author").At("bot").IsTrue() || message.At("type").Number() is not (null or Default or Reply),
        };
    }
}
