using Bot.Chat.Languages;

namespace Bot.Slack.Posting;

/// <summary>Explains to a teacher why something cannot be posted or found, and how to fix it. Slack's own error is only logged.</summary>
internal static class PostProblems
{
    public static TranslatedText Explain(ApiAnswer.Refused refused) => TranslatedText.Of(() => refused.Error switch
    {
        "not_in_channel" or "user_not_in_channel" or "no_permission" => PostingTexts.NotInChannel,
        "channel_not_found" => PostingTexts.NoSuchChannel,
        "is_archived" => PostingTexts.Archived,
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" => PostingTexts.Restricted,
        "missing_scope" => PostingTexts.FormatMissingScope(refused.NeededScope ?? "chat:write"),
        "not_installed" or "token_revoked" or "account_inactive" => PostingTexts.NotInstalled,
        "invalid_auth" or "not_authed" or "token_expired" => PostingTexts.TokenInvalid,
        "msg_too_long" or "msg_blocks_too_long" => PostingTexts.TooLong,
        "no_text" or "invalid_blocks" or "invalid_blocks_format" or "invalid_arguments" => PostingTexts.Faulty,
        "message_not_found" or "cant_update_message" or "edit_window_closed" => PostingTexts.MessageIsGone,
        "messages_tab_disabled" => PostingTexts.DirectMessagesOff,
        "user_removed_from_team" or "team_disabled" or "forbidden_team" or "enterprise_is_restricted" => PostingTexts.WorkspaceClosed,
        "team_access_not_granted" => PostingTexts.NotAdded,
        _ => PostingTexts.FormatNotAccepted(refused.Error),
    });
}
