using System.Net;
using System.Text.Json;

namespace Bot.Discord.Rest;

/// <summary>
/// An error of Discord's API (topics/opcodes-and-status-codes). Its message names fields and codes, never their contents.
/// </summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Discord's code; 0 for none.</param>
/// <param name="Message">Discord's message.</param>
internal sealed record DiscordError(HttpStatusCode Status, int Code, string Message)
{
    private const int UnknownChannel = 10003;

    /// <summary>The message was deleted, or does not exist yet.</summary>
    public const int UnknownMessage = 10008;

    /// <summary>The first response to an interaction has not arrived yet, or its token has expired.</summary>
    public const int UnknownWebhook = 10015;

    /// <summary>The time to respond to an interaction is over.</summary>
    public const int UnknownInteraction = 10062;

    private const int TooManyPins = 30003;
    private const int TooManyCommands = 30032;
    private const int TooLarge = 40005;
    private const int ForumChannel = 40058;
    private const int MissingAccess = 50001;

    /// <summary>The message is empty, for example because it has only cards and the bot may not show cards.</summary>
    public const int EmptyMessage = 50006;

    private const int NoDirectMessages = 50007;
    private const int NoTextChannel = 50008;

    /// <summary>The bot lacks a permission.</summary>
    public const int MissingPermissions = 50013;

    // Has status 401, but does not concern the bot's own token.
    private const int InvalidWebhookToken = 50027;

    /// <summary>A field of the request is wrong.</summary>
    public const int InvalidForm = 50035;

    /// <summary>The interaction already has a response.</summary>
    public const int AlreadyAcknowledged = 40060;

    private const int ThreadIsArchived = 50083;
    private const int ThreadIsThere = 160004;
    private const int ThreadIsLocked = 160005;
    private const int TooManyThreads = 160006;
    private const int BlockedByRule = 200000;

    /// <summary>Reads an error from a response body.</summary>
    public static DiscordError Read(HttpStatusCode status, JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return new DiscordError(status, 0, $"HTTP status {(int)status}");
        }

        var code = body.TryGetProperty("code", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var read) ? read : 0;
        var words = body.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString() : null;
        var fields = body.TryGetProperty("errors", out var errors) ? string.Join("; ", ReadFields("", errors)) : "";
        return new DiscordError(status, code, fields.Length > 0 ? $"{words} ({fields})" : words ?? $"HTTP status {(int)status}");
    }

    /// <summary>Whether the bot's token is invalid.</summary>
    public bool IsUnauthorized => Status == HttpStatusCode.Unauthorized && Code != InvalidWebhookToken;

    /// <summary>Whether the message already has a thread.</summary>
    public bool SaysThreadIsThere => Code == ThreadIsThere;

    /// <summary>Whether the bot lacks a permission in the channel.</summary>
    public bool IsForbidden => Code is MissingAccess or MissingPermissions or EmptyMessage;

    /// <summary>Whether the bot does not see the channel.</summary>
    public bool IsUnseen => Code == MissingAccess;

    /// <summary>Whether the channel does not exist.</summary>
    public bool IsChannelGone => Code == UnknownChannel;

    /// <summary>Whether a rule of the server's AutoMod blocks the text.</summary>
    public bool IsBlocked => Code == BlockedByRule;

    /// <summary>Whether the thread is archived or locked.</summary>
    public bool IsThreadClosed => Code is ThreadIsArchived or ThreadIsLocked;

    /// <summary>Whether a file is too large.</summary>
    public bool IsTooLarge => Code == TooLarge;

    /// <summary>Whether the message does not exist.</summary>
    public bool IsMessageGone => Code == UnknownMessage;

    /// <summary>Whether the channel is of a kind without messages.</summary>
    public bool IsChannelWithoutMessages => Code is ForumChannel or NoTextChannel;

    /// <summary>Whether the server has too many active threads.</summary>
    public bool IsFullOfThreads => Code == TooManyThreads;

    /// <summary>Whether the request has an invalid field.</summary>
    public bool IsFaulty => Code == InvalidForm;

    /// <summary>Whether the member does not allow direct messages from the bot.</summary>
    public bool IsDirectForbidden => Code == NoDirectMessages;

    /// <summary>The problem and, if a person can fix it, how; in whole sentences for the log.</summary>
    /// <param name="doing">The bot's attempted action: <c>open a thread</c>.</param>
    /// <param name="needs">The required permissions: <c>“Create Public Threads”</c>.</param>
    public string Explain(string doing, string needs) => Code switch
    {
        UnknownWebhook or UnknownInteraction or InvalidWebhookToken => $"I could not {doing}: the time to answer was over.",
        _ when IsUnauthorized => "Discord does not know the token. Copy it again from “Bot” in Discord's developer portal into BOT__Discord__Token.",
        MissingAccess => $"I may not {doing}: I cannot see the channel. Grant my role “View Channel” and {needs} there.",
        MissingPermissions or EmptyMessage => $"I may not {doing} here: grant my role {needs} in this channel.",
        NoDirectMessages => $"I may not {doing} by direct message: allow direct messages in the privacy settings of this server, or allow them from me.",
        UnknownChannel => $"I could not {doing}: the channel is gone, or I was never let into it.",
        UnknownMessage => $"I could not {doing}: the message is gone.",
        TooManyPins => $"I could not {doing}: the channel has as many pinned messages as Discord allows. Unpin one.",
        TooManyThreads => $"I could not {doing}: the server has as many active threads as Discord allows. Archive some.",
        TooManyCommands => $"I could not {doing}: the application has as many commands as Discord allows.",
        ForumChannel or NoTextChannel => $"I could not {doing}: this kind of channel accepts no messages. Use a text channel.",
        ThreadIsArchived or ThreadIsLocked => $"I could not {doing}: the thread is closed. Open it again.",
        TooLarge => $"I could not {doing}: the file is too large for Discord.",
        BlockedByRule => $"I could not {doing}: a rule of this server's AutoMod blocks its text. Exempt my role from it.",
        InvalidForm => $"I could not {doing}: Discord found an error in my request ({Message}). Please report this as a bug.",
        _ => $"I could not {doing}: Discord answered “{Message}” ({(int)Status}, code {Code}).",
    };

    // {"embeds":{"0":{"title":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH","message":"…"}]}}}}
    private static IEnumerable<string> ReadFields(string path, JsonElement errors)
    {
        if (errors.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var field in errors.EnumerateObject())
        {
            if (field.NameEquals("_errors") && field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var error in field.Value.EnumerateArray().Where(error => error.ValueKind == JsonValueKind.Object))
                {
                    yield return $"{path}: {(error.TryGetProperty("code", out var code) ? code : default)}";
                }
            }
            else
            {
                foreach (var inner in ReadFields(path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.Value))
                {
                    yield return inner;
                }
            }
        }
    }
}
