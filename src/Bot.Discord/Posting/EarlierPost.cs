using System.Text.Json;
using Bot.Discord.Rest;

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
    /// <param name="MayNotRead">Whether the bot lacks a permission to read the channel.</param>
    public sealed record Unclear(string Why, bool MayNotRead = false) : EarlierPost
    {
        private const string NotAList = "Discord's list of the earlier messages could not be read.";

        /// <summary>The result after an answer that is not a list of messages.</summary>
        public static Unclear After(RestAnswer answer) => new(
            answer.Explain("look for an earlier message", "“Read Message History”") ?? NotAList,
            answer is RestAnswer.Refused { Error.IsForbidden: true });
    }
}
