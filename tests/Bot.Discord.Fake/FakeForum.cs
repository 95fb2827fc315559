using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Discord.Fake;

/// <summary>A post in a forum: a thread with a title and tags. Its first message has its id.</summary>
/// <param name="Id">The thread's id.</param>
/// <param name="Forum">Its forum.</param>
/// <param name="Title">Its title.</param>
/// <param name="Tags">The ids of its tags.</param>
public sealed record FakePost(string Id, string Forum, string Title, IReadOnlyList<string> Tags)
{
    /// <summary>When it is archived because of inactivity.</summary>
    public DateTimeOffset ActiveUntil { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>When it was archived; null while it is active.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    /// <summary>The thread in Discord's JSON.</summary>
    public JsonObject ToJson() => new()
    {
        ["id"] = Id,
        ["type"] = 11,
        ["guild_id"] = LoopbackDiscord.Server,
        ["parent_id"] = Forum,
        ["owner_id"] = LoopbackDiscord.BotId,
        ["name"] = Title,
        ["applied_tags"] = new JsonArray([.. Tags.Select(tag => (JsonNode)tag)]),
        ["thread_metadata"] = new JsonObject
        {
            ["archived"] = ArchivedAt is not null,
            ["archive_timestamp"] = (ArchivedAt ?? DateTimeOffset.UnixEpoch).ToString("O", CultureInfo.InvariantCulture),
            ["auto_archive_duration"] = 4320,
            ["locked"] = false,
        },
    };
}

/// <summary>A tag of the forums.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
public sealed record FakeTag(string Id, string Name)
{
    /// <summary>The tag in Discord's JSON.</summary>
    public JsonObject ToJson() => new() { ["id"] = Id, ["name"] = Name, ["moderated"] = false, ["emoji_id"] = null, ["emoji_name"] = null };
}

/// <summary>The posts of forums and media channels (resources/channel, “Start Thread in Forum or Media Channel”). Not thread-safe.</summary>
/// <param name="time">The clock for archiving.</param>
internal sealed class FakeForum(TimeProvider time)
{
    private const int NeedsTag = 1 << 4;
    private static readonly TimeSpan StaysActive = TimeSpan.FromMinutes(4320);

    private readonly List<FakePost> posts = [];

    public List<FakeTag> Tags { get; } = [];

    public bool RequiresTag { get; set; }

    public IReadOnlyList<FakePost> Posts => [.. posts.Select(AsOfNow)];

    public FakePost? Find(string id) => posts.Find(post => post.Id == id) is { } post ? AsOfNow(post) : null;

    /// <summary>The refusal of a new post; null if it is valid.</summary>
    public (int Status, JsonNode? Body)? Refusal(JsonNode? body)
    {
        var tags = TagsOf(body);
        return RequiresTag && tags.Count == 0 ? FakeAnswer.Error(400, 40067, "A tag is required to create a forum post in this channel")
            : tags.Count > 5 || tags.Exists(tag => !Tags.Exists(known => known.Id == tag)) ? FakeAnswer.Error(400, 50035, "Invalid Form Body")
            : null;
    }

    public JsonObject Start(string id, string forum, JsonNode? body)
    {
        posts.Add(new FakePost(id, forum, (string?)body?["name"] ?? "", TagsOf(body)) { ActiveUntil = time.GetUtcNow() + StaysActive });
        return posts[^1].ToJson();
    }

    public void Archive(string id)
    {
        var at = posts.FindIndex(post => post.Id == id);
        posts[at] = posts[at] with { ArchivedAt = time.GetUtcNow() };
    }

    public JsonObject Active() => new()
    {
        ["threads"] = new JsonArray([.. Posts.Where(post => post.ArchivedAt is null).Reverse().Select(post => (JsonNode)post.ToJson())]),
        ["members"] = new JsonArray(),
    };

    public JsonObject Archived(string forum, string? before, int limit)
    {
        var all = Posts.Where(post => post.Forum == forum && post.ArchivedAt is { } at
                && (before is null || at < DateTimeOffset.Parse(before, CultureInfo.InvariantCulture)))
            .OrderByDescending(post => post.ArchivedAt)
            .ToList();
        return new JsonObject
        {
            ["threads"] = new JsonArray([.. all.Take(limit).Select(post => (JsonNode)post.ToJson())]),
            ["members"] = new JsonArray(),
            ["has_more"] = all.Count > limit,
        };
    }

    /// <summary>Adds the fields of a forum to a channel.</summary>
    public void Describe(JsonObject channel)
    {
        channel["flags"] = RequiresTag ? NeedsTag : 0;
        channel["available_tags"] = new JsonArray([.. Tags.Select(tag => (JsonNode)tag.ToJson())]);
    }

    private FakePost AsOfNow(FakePost post) =>
        post.ArchivedAt is null && time.GetUtcNow() >= post.ActiveUntil ? post with { ArchivedAt = post.ActiveUntil } : post;

    private static List<string> TagsOf(JsonNode? body) =>
        [.. (body?["applied_tags"] as JsonArray ?? []).Select(tag => (string?)tag ?? "")];
}
