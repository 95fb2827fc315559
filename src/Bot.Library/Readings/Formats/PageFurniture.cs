using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Bot.Library.Readings.Formats;

/// <summary>Lines that sites put around every article.</summary>
internal static partial class PageFurniture
{
    private const int FurnitureWords = 15;

    private static readonly FrozenSet<string> Labels = Keys(
        "Advertisement", "Advertising", "Ad", "Sponsored", "Share", "Share this", "Share this article", "Share this story", "Print", "Email",
        "Save", "Listen", "Listen to this article", "Facebook", "Twitter", "X", "LinkedIn", "WhatsApp", "Reddit", "Copy link", "Link copied",
        "Subscribe", "Subscribe now", "Sign in", "Sign up", "Log in", "Register", "Menu", "Search", "Home", "Skip to content",
        "Skip to main content", "Back to top", "Read more", "Continue reading", "Loading", "Comments", "Leave a comment", "Follow us",
        "Recent Features", "Latest", "Trending", "Most read", "Most popular", "Popular", "Support us", "Donate", "Newsletter", "Newsletters");

    private static readonly FrozenSet<string> Tails = Keys(
        "Tags", "Tag", "Topics", "Filed under", "Related", "Related articles", "Related stories", "Related posts", "Related content",
        "Related topics", "Read next", "Up next", "More from", "More stories", "More on this topic", "More on this story", "More like this",
        "You may also like", "You might also like", "Recommended", "Recommended for you", "Recommended reading", "Most popular", "Most read",
        "Share", "Share this", "Share this article", "Comments", "Leave a comment", "Leave a reply", "Newsletter", "Sign up", "Subscribe",
        "Latest", "Latest news", "Trending", "Editors’ picks", "Don’t miss", "Previous article", "Next article", "View comments");

    /// <summary>Whether a line is a label, a photo credit, a copyright notice or the like.</summary>
    public static bool IsFurniture(string line) =>
        PlainText.CountWords(line) <= FurnitureWords && (Labels.Contains(PlainText.Key(line)) || IsCredit(line) || IsCategories(line));

    /// <summary>Whether a line heads what stands below an article.</summary>
    public static bool IsTail(string line) => line.Length <= 40 && (Tails.Contains(PlainText.Key(line)) || TagList().IsMatch(line));

    /// <summary>"Credit: Somebody", "Photo by Somebody", "© 2026 Somebody. All rights reserved".</summary>
    public static bool IsCredit(string line) => PlainText.CountWords(line) <= FurnitureWords && Credit().IsMatch(line);

    /// <summary>"World | Asia | Politics", "Home › Opinion".</summary>
    public static bool IsCategories(string line)
    {
        var parts = line.Split(['|', '›', '»', '>'], StringSplitOptions.TrimEntries);
        return parts.Length >= 2 && !Marks.IsEnd(line[^1]) && parts.All(part => part.Length is > 0 and <= 30 && PlainText.CountWords(part) <= 4);
    }

    private static FrozenSet<string> Keys(params string[] labels) => labels.Select(PlainText.Key).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"^(?:(?:photo|image|picture|video|illustration|graphic|photograph)s?\s*(?:credits?|by|courtesy|:|©)|credits?\s*:|©|\(c\)\s|copyright\s|all rights reserved)", RegexOptions.IgnoreCase)]
    private static partial Regex Credit();

    [GeneratedRegex(@"^(?:tags|topics|filed under|related topics)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex TagList();
}
