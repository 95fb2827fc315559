namespace Bot.Chat.Posting;

/// <summary>What posters say of tags.</summary>
public static class PostTags
{
    /// <summary>That posts have no tags in a channel; null if none is wanted.</summary>
    public static string? ExplainNone(string? tag) => tag is null ? null : PosterTexts.NoTags;
}
