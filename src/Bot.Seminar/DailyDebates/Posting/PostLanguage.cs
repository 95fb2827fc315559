using System.Globalization;
using Bot.Chat.Languages;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>The language of the bot's own posts in a channel: the channel's setting, otherwise English.</summary>
internal static class PostLanguage
{
    public static async Task<CultureInfo> OfAsync(Session session, string channel) => ReplyLanguages.Find(
        await session.ReadFirstAsync<string>(
            "SELECT value FROM channel_settings WHERE channel = @channel AND name = @Language", new { channel, ChannelSettings.Language }))
        ?? ReplyLanguages.English;
}
