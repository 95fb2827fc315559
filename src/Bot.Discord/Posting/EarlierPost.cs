using System.Text.Json;

namespace Bot.Discord.Posting;

/// <summary>The result of a search for an earlier post: one of the cases below.</summary>
internal abstract record EarlierPost
{
    private EarlierPost()
    {
    }

    /// <summary>The post exists.</summary>
    /// <param name="Message">Its first message.</param>
    /// <param name="Own">The bot's posts since then that were read.</param>
    public sealed record Found(JsonElement Message, IReadOnlyList<JsonElement> Own) : EarlierPost;

    /// <summary>The post does not exist.</summary>
    public sealed record Absent : EarlierPost;

    /// <summary>The search failed, or Discord did not show everything.</summary>
    /// <param name="Why">The reason, in a sentence.</param>
    public sealed record Unclear(string Why) : EarlierPost;
}
