using System.Text.Json;

namespace Bot.Discord.Protocol;

/// <summary>Converts Discord's channels to addresses. In Discord a thread is a channel with a parent; here it is part of its channel's address.</summary>
internal static class DiscordChannels
{
    /// <summary>The platform's name in addresses.</summary>
    public const string Platform = "discord";

    private const int AnnouncementThread = 10;
    private const int PublicThread = 11;
    private const int PrivateThread = 12;

    private const int Text = 0;
    private const int Announcement = 5;

    // Channels that hold other channels or threads (resources/channel, “Channel Types”).
    private const int Category = 4;
    private const int Directory = 14;
    private const int Forum = 15;
    private const int Media = 16;

    /// <summary>The address where an event happened.</summary>
    /// <param name="server">The server's id; undefined in direct messages.</param>
    /// <param name="id">The channel's id.</param>
    /// <param name="channel">The channel from the event.</param>
    public static ChannelAddress ReadAddress(JsonElement server, JsonElement id, JsonElement channel)
    {
        var own = id.Text() ?? channel.At("id").Text() ?? "";
        return IsThread(channel) && channel.At("parent_id").Text() is { } parent
            ? new ChannelAddress(Platform, server.Text() ?? "", parent, own)
            : new ChannelAddress(Platform, server.Text() ?? "", own);
    }

    /// <summary>The link to a channel.</summary>
    public static Uri CreateLink(ChannelAddress address) =>
        new($"https://discord.com/channels/{(address.Space.Length > 0 ? address.Space : "@me")}/{IdOf(address)}");

    /// <summary>The link to a message.</summary>
    public static Uri CreateLink(ChannelAddress address, string message) => new($"{CreateLink(address)}/{message}");

    /// <summary>Whether a channel is a thread.</summary>
    /// <param name="channel">The channel from Discord.</param>
    public static bool IsThread(JsonElement channel) => channel.At("type").Number() is AnnouncementThread or PublicThread or PrivateThread;

    /// <summary>The kinds of channels that can be chosen for debates. Discord's reference lists no media channels for its menus.</summary>
    public static IReadOnlyList<int> TakePosts { get; } = [Text, Announcement, Forum];

    /// <summary>Whether a channel is a forum or media channel: it contains posts, and no messages of its own.</summary>
    /// <param name="channel">The channel from Discord.</param>
    public static bool HoldsPosts(JsonElement channel) => channel.At("type").Number() is Forum or Media;

    /// <summary>Whether nothing can be posted to this kind of channel.</summary>
    /// <param name="channel">The channel from Discord.</param>
    public static bool TakesNoMessages(JsonElement channel) => channel.At("type").Number() is Category or Directory;

    /// <summary>The id of the channel or thread to post to.</summary>
    public static string IdOf(ChannelAddress address) => address.Thread ?? address.Channel;
}
