namespace Bot.Slack.WebApi;

/// <summary>Explains Slack's error codes and what to do: https://docs.slack.dev/apis/web-api.</summary>
internal static class SlackErrors
{
    private const string OpenSocket = "apps.connections.open";

    /// <summary>Whether the call may or may not have had an effect.</summary>
    public static bool IsUnclear(string error) =>
        error is "internal_error" or "fatal_error" or "request_timeout" or "service_unavailable" or "team_added_to_org";

    /// <summary>Whether the error stays until a person fixes something.</summary>
    public static bool IsFinal(string error) => error
        is "invalid_auth" or "not_authed" or "not_allowed_token_type" or "token_revoked" or "token_expired" or "account_inactive"
        or "missing_scope" or "no_permission" or "access_denied" or "ekm_access_denied"
        or "forbidden_team" or "user_removed_from_team" or "team_disabled" or "team_access_not_granted" or "enterprise_is_restricted"
        or "method_deprecated" or "deprecated_endpoint";

    /// <summary>The problem and how to fix it, in whole sentences.</summary>
    /// <param name="method">The called method.</param>
    /// <param name="error">Slack's error code.</param>
    /// <param name="needed">The missing scope, if that is the problem.</param>
    /// <param name="details">Slack's details about invalid arguments, without their contents.</param>
    public static string Explain(string method, string error, string? needed, string details = "") =>
        method == OpenSocket ? ExplainSocket(error) ?? ExplainCall(method, error, needed, details) : ExplainCall(method, error, needed, details);

    // Sockets need another kind of token, from another page.
    private static string? ExplainSocket(string error) => error switch
    {
        "invalid_auth" or "not_authed" or "not_allowed_token_type" or "token_revoked" or "token_expired" or "missing_scope" or "no_permission" =>
            $"Slack does not accept the app-level token ({error}). Generate one with the scope connections:write under “App-Level Tokens” on the page "
            + "“Basic Information”, and copy it, which begins with xapp-, into the environment: BOT__Slack__AppToken=….",
        _ => null,
    };

    private static string ExplainCall(string method, string error, string? needed, string details) => error switch
    {
        "not_in_channel" or "user_not_in_channel" or "no_permission" =>
            "The bot, or the member it writes to, is not in that channel. Invite the bot there: /invite @Seminar Bot.",
        "channel_not_found" =>
            "There is no such channel, or it is private and the bot is not in it. Check its id, or invite the bot there: /invite @Seminar Bot.",
        "is_archived" => "That channel is archived. Unarchive it, or choose another.",
        "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel" =>
            "The workspace's or the channel's settings do not allow the bot to write there. Ask an admin to allow it, or choose another channel.",
        "missing_scope" =>
            $"The app may not call {method}: it lacks the scope {needed ?? "from the manifest"}. Add it under “OAuth & Permissions” "
            + "(“bot slack manifest” lists them all), and install the app again.",
        "token_revoked" or "account_inactive" =>
            "The bot's token was revoked, or the app was removed. Install the app again, and copy its new token to Slack:Token in the settings.",
        "invalid_auth" or "not_authed" or "token_expired" =>
            "Slack does not accept the bot's token. Copy the “Bot User OAuth Token” again, or install the app again.",
        "msg_too_long" or "msg_blocks_too_long" => "That message is too long for Slack. Ask for less at once.",
        "no_text" or "invalid_blocks" or "invalid_blocks_format" or "invalid_arguments" =>
            $"Slack did not accept the arguments of {method} ({error}{(details.Length > 0 ? $": {details}" : "")}). That is a bug in this "
            + "program: please report it.",
        "message_not_found" or "cant_update_message" or "edit_window_closed" =>
            "That message was deleted, or the bot may no longer change it.",
        "expired_trigger_id" or "trigger_expired" or "exchanged_trigger_id" or "trigger_exchanged" or "invalid_trigger_id" =>
            "That took too long to open a form. Please try again.",
        "messages_tab_disabled" =>
            "Members cannot write to the bot, nor the bot to them: turn on the Messages Tab under “App Home” of the app's pages.",
        "too_many_pins" => "That channel has the maximum number of pinned messages. Remove one to pin another.",
        "already_pinned" => "That message is pinned already.",
        "ratelimited" or "rate_limited" or "message_limit_exceeded" => "Slack accepts no more requests of this kind for a while.",
        "user_removed_from_team" or "team_disabled" or "forbidden_team" or "enterprise_is_restricted" =>
            $"The workspace no longer accepts the app ({error}): it was closed, or the person who installed the app was removed from it. Open the workspace "
            + "again, or have another person install the app, and start this program again.",
        "team_access_not_granted" => "The app is installed in the organization, but not added to this workspace. An admin can add it.",
        _ => $"Slack refused {method}: {error}.",
    };
}
