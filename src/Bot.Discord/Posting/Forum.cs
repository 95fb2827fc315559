using System.Text.Json;

namespace Bot.Discord.Posting;

/// <summary>A channel that holds posts, each a thread with a title, and no messages of its own: a forum or a media channel.</summary>
/// <param name="Id">Its Discord id.</param>
/// <param name="Server">Its server.</param>
/// <param name="Tags">The tags for posts.</param>
/// <param name="NeedsTag">Whether a post must have one.</param>
/// <param name="LastPost">The id of the latest post; null if there was none.</param>
internal sealed record Forum(string Id, string Server, IReadOnlyList<ForumTag> Tags, bool NeedsTag, string? LastPost)
{
    // REQUIRE_TAG (resources/channel, “Channel Flags”).
    private const long RequiresTag = 1 << 4;

    /// <summary>Reads a channel from Discord's JSON; null if it is not a forum.</summary>
    /// <param name="server">The server's id.</param>
    /// <param name="channel">The channel.</param>
    public static Forum? Read(string server, JsonElement channel) => DiscordChannels.HoldsPosts(channel) && channel.At("id").Text() is { } id
        ? new Forum(
            id,
            server,
            [.. channel.At("available_tags").Items().Select(ForumTag.Read).OfType<ForumTag>()],
            ((channel.At("flags").Number() ?? 0) & RequiresTag) != 0,
            channel.At("last_message_id").Text())
        : null;

    /// <summary>The tag with a name, in upper or lower case; null if there is none.</summary>
    public ForumTag? Find(string? name) => Tags.FirstOrDefault(tag => tag.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Why a post with this tag is not possible, and what to do; null if it is possible.</summary>
    /// <param name="tag">The tag's name; null if there is none.</param>
    public string? Explain(string? tag) => (tag, Find(tag)) switch
    {
        (null, _) when NeedsTag => Tags.Count > 0 ? PostingTexts.FormatNeedsTag(List) : PostingTexts.NeedsTagHasNone,
        (null, _) or (_, not null) => null,
        _ => Tags.Count > 0 ? PostingTexts.FormatNoSuchTag(tag, List) : PostingTexts.FormatNoSuchTagHasNone(tag),
    };

    private string List => string.Join(", ", Tags.Select(tag => tag.Name));
}

/// <summary>A tag of a forum.</summary>
/// <param name="Id">Its Discord id.</param>
/// <param name="Name">The name that members see.</param>
/// <param name="IsModerated">Whether using it requires the permission to manage threads.</param>
internal sealed record ForumTag(string Id, string Name, bool IsModerated)
{
    /// <summary>Reads a tag from Discord's JSON; null if it is not one.</summary>
    public static ForumTag? Read(JsonElement tag) =>
        tag.At("id").Text() is { } id && tag.At("name").Text() is { } name ? new ForumTag(id, name, tag.At("moderated").IsTrue()) : null;
}
