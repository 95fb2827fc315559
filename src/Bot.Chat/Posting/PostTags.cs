namespace Bot.Chat.Posting;

/// <summary>Messages about tags.</summary>
public static class PostTags
{
    /// <summary>The problem that posts in a channel have no tags; null if no tag is requested.</summary>
    public static string? ExplainNone(string? tag) => tag is null ? null : PosterTexts.NoTags;
}
