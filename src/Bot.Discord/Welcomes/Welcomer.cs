using System.Globalization;
using Bot.Chat.Delivery;
using Bot.Discord.Posting;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Bot.Storage;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Welcomes;

/// <summary>
/// Posts a greeting once after the bot joined a server: in the server's system channel, if the bot may write there. Inviting the bot again with other
/// permissions does not repeat the greeting.
/// </summary>
/// <param name="seminar">Makes the greeting.</param>
/// <param name="backlog">The queue for the greeting.</param>
/// <param name="rest">Gets the server from Discord.</param>
/// <param name="self">The bot's id.</param>
/// <param name="claims">Decides which replica greets.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Logs problems with the greeting.</param>
internal sealed partial class Welcomer(
    ISeminar seminar, CommandBacklog backlog, RestClient rest, string self, SharedClaims claims, TimeProvider time, ILogger<Welcomer> logger)
{
    /// <summary>The command whose reply is the greeting.</summary>
    public const string Command = "help welcome";

    /// <summary>
    /// How long a server counts as new. Discord repeats an event for ten minutes if it was not accepted.
    /// </summary>
    public static readonly TimeSpan New = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    private readonly ChannelApi channels = new(rest);
    private readonly RecentEvents greeted = new(time, Remembered);

    /// <summary>Handles a server that the bot joined now or earlier. Does not wait.</summary>
    public void Greet(string server)
    {
        if (!backlog.TryAdd($"server {server}", givenUp => GreetAsync(server, givenUp)))
        {
            LogNotGreeted("The queue is full.");
        }
    }

    private async Task GreetAsync(string server, CancellationToken givenUp)
    {
        if (await ReadJoinedAtAsync(server, givenUp) is not { } joined || time.GetUtcNow() - joined > New)
        {
            return;
        }

        // The time is part of the key: a bot that was removed and invited again greets again.
        var key = string.Create(CultureInfo.InvariantCulture, $"{DiscordChannels.Platform}/welcome {server} {joined.ToUnixTimeSeconds()}");
        if (!greeted.TryAdd(key) || !await claims.TryAsync(key, Remembered, givenUp))
        {
            return;
        }

        var answer = await GetAsync("GET guilds/id", $"guilds/{server}", server, givenUp);
        if (answer is not RestAnswer.Done { Body: var body })
        {
            LogNotGreeted(answer.Explain("look at a server that I came into", "access") ?? "");
        }
        else if (body.At("system_channel_id").Text() is { } channel)
        {
            await PostAsync(new ChannelAddress(DiscordChannels.Platform, server, channel), body.At("preferred_locale").Text(), key, givenUp);
        }
    }

    private async Task<DateTimeOffset?> ReadJoinedAtAsync(string server, CancellationToken givenUp) =>
        await GetAsync("GET guilds/members/id", $"guilds/{server}/members/{self}", server, givenUp) is RestAnswer.Done { Body: var member }
        && DateTimeOffset.TryParse(member.At("joined_at").Text(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var joined)
            ? joined
            : null;

    private async Task PostAsync(ChannelAddress channel, string? locale, string key, CancellationToken givenUp)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(channel, locale, givenUp);
        var command = new ChatCommand
        {
            Name = Command,
            Channel = channel,
            User = new ChatUser(self),
            Style = CommandStyle.SlashFields,
            Locale = locale,
        };
        var reply = await seminar.HandleAsync(command, givenUp);
        if (reply.Status == ReplyStatus.Error)
        {
            return;
        }

        var target = new ChannelTarget(channels, channel.Channel);
        var sending = new ReplyPost(channels, target, reply, new MessageForm(), (message, part) => message with { Nonce = PostKeys.Of(key, part) });
        for (var part = 0; part < sending.Messages.Count; part++)
        {
            if ((await sending.SendAsync(part, givenUp)).Explain("say hello", "“Send Messages”") is { } problem)
            {
                LogNotGreeted(problem);
                return;
            }
        }
    }

    private Task<RestAnswer> GetAsync(string route, string path, string server, CancellationToken givenUp) =>
        rest.CallAsync(new RestCall(HttpMethod.Get, route, path) { Major = server, Timeout = Timeout }, givenUp);

    [LoggerMessage(LogLevel.Information, "A new server was not greeted. {Why}")]
    private partial void LogNotGreeted(string why);
}
