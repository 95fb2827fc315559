using System.Text.Json;

namespace Bot.Discord.Posting;

/// <summary>How a look for an earlier post ended. The cases are closed.</summary>
internal abstract record EarlierPost
{
    private EarlierPost()
    {
    }

    /// <summary>It stands there.</summary>
    /// <param name="Message">Its first message.</param>
    /// <param name="Own">The posts of the bot that stand there since, as far as they were read.</param>
    public sealed record Found(JsonElement Message, IReadOnlyList<JsonElement> Own) : EarlierPost;

    /// <summary>It certainly does not stand there.</summary>
    public sealed record Absent : EarlierPost;

    /// <summary>Discord could not be asked, or did not show everything.</summary>
    /// <param name="Why">What happened, in a sentence.</param>
    public sealed record Unclear(string Why) : EarlierPost;
}
