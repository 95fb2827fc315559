using Bot.Chat.Languages;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>Explains to a teacher why something cannot be posted, and how to fix it. Discord's own error is only logged.</summary>
internal static class PostProblems
{
    /// <summary>The problem, in the current language.</summary>
    /// <param name="error">Discord's error.</param>
    /// <param name="permissions">The permissions that the post needs, as Discord calls them in English.</param>
    public static string Describe(DiscordError error, IReadOnlyList<string> permissions) => error switch
    {
        { IsUnauthorized: true } => PostingTexts.TokenUnknown,
        { IsUnseen: true } => PostingTexts.CannotSeeChannel,
        { IsForbidden: true } => PostingTexts.FormatMayNotPost(Wording.JoinWithAnd([.. permissions.Select(Wording.Quote)])),
        { IsDirectForbidden: true } => PostingTexts.DirectForbidden,
        { IsChannelGone: true } => PostingTexts.ChannelIsGone,
        { IsMessageGone: true } => PostingTexts.MessageIsGone,
        { IsChannelWithoutMessages: true } => PostingTexts.TakesNoMessages,
        { IsThreadClosed: true } => PostingTexts.ThreadClosed,
        { IsFullOfThreads: true } => PostingTexts.TooManyThreads,
        { IsBlocked: true } => PostingTexts.Blocked,
        { IsFaulty: true } => PostingTexts.Faulty,
        _ => PostingTexts.FormatNotAccepted(error.Code),
    };
}
