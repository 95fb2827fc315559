using System.Globalization;
using Bot.Chat.Languages;
using Bot.Seminar.Channels;
using Bot.Storage;

namespace Bot.Seminar.DailyDebates.Posting;

/// <summary>The language of what is posted to a channel without a member who asked: that of the channel's setting, else English.</summary>
internal static class PostLanguage
{
    public static async Task<CultureInfo> OfAsync(Session session, string channel) => ReplyLanguages.Find(
        await session.FirstAsync<string>(
            "SELECT value FROM channel_settings WHERE channel = @channel AND name = @Language", new { channel, ChannelSettings.Language }))
        ?? ReplyLanguages.English;
}
