using System.Globalization;
using System.Text.Json;
using Bot.Chat.Posting;

namespace Bot.Slack.Posting;

/// <summary>Reads the messages of channels and threads that the bot is in.</summary>
internal sealed class SlackThreadReader(SlackWebApi api) : IThreadReader
{
    public string Platform => SlackPlatform.Name;

    public string? Obstacle => null;

    public async Task<IReadOnlyList<ThreadMessage>> ReadAsync(
        ChannelAddress channel, DateTimeOffset since, int most, CancellationToken cancellationToken)
    {
        var messages = new List<ThreadMessage>();
        await foreach (var page in History.ReadAsync(api, channel, since, cancellationToken))
        {
            if (page.Problem is not null)
            {
                throw new ThreadReadException(page.IsUnseen ? SlackTexts.MessagesUnseen : SlackTexts.MessagesNotGiven);
            }

            messages.AddRange(page.Messages.Select(Read).OfType<ThreadMessage>());
            if (channel.Thread is null && messages.Count >= most)
            {
                break;
            }
        }

        return [.. messages.OrderBy(message => message.At).TakeLast(most)];
    }

    public Task<Uri?> LinkToAsync(ChannelAddress channel, string message, CancellationToken cancellationToken) =>
        Permalinks.ToAsync(api, channel, message, cancellationToken);

    // A message with a subtype is a notice (for example that someone joined), unless it is from a bot or has a file.
    private static ThreadMessage? Read(JsonElement message)
    {
        var isFromBot = message.Text("bot_id") is not null;
        return message.Text("ts") is { } id
            && decimal.TryParse(id, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            && message.Text("subtype") is null or "bot_message" or "file_share" or "thread_broadcast"
            ? new ThreadMessage(
                id,
                new ChatUser(message.Text("user") ?? message.Text("bot_id") ?? ""),
                MessageText.ReadWords(message.Text("text") ?? ""),
                DateTimeOffset.FromUnixTimeMilliseconds((long)(seconds * 1000)))
            {
                IsFromBot = isFromBot,
            }
            : null;
    }
}
