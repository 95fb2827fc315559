using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Bot.Slack.Fake;

/// <summary>Issues tokens for codes and refresh tokens, each of which works once. Thread-safe.</summary>
/// <param name="tokens">The valid tokens, with the workspace of each.</param>
public sealed class FakeOAuth(ConcurrentDictionary<string, string> tokens)
{
    /// <summary>The app's id.</summary>
    public const string ClientId = "123.456";

    /// <summary>The app's secret.</summary>
    public const string ClientSecret = "loopback-client-secret";

    /// <summary>The workspace that codes are for.</summary>
    public const string Team = "T0OTHER";

    /// <summary>The workspace's organization.</summary>
    public const string Organization = "E0UNION";

    /// <summary>A code that works.</summary>
    public const string Code = "good-code";

    private static readonly string Basic = $"Basic {Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"))}";

    private readonly ConcurrentDictionary<string, bool> refreshes = new(StringComparer.Ordinal);
    private int count;

    /// <summary>Whether the app is installed for a whole organization, <see cref="Organization"/>, instead of for <see cref="Team"/>.</summary>
    public bool IsForOrganization { get; set; }

    /// <summary>After how many seconds tokens expire; null for never.</summary>
    public int? ExpiresIn { get; set; }

    internal JsonObject Answer(ApiCall call)
    {
        if (call.Token != Basic)
        {
            return No("bad_client_secret");
        }

        if (call["grant_type"] == "refresh_token")
        {
            return refreshes.TryRemove(call["refresh_token"], out _) ? Grant() : No("invalid_refresh_token");
        }

        return call["code"] == Code ? Grant() : No("invalid_code");
    }

    private JsonObject Grant()
    {
        var number = Interlocked.Increment(ref count).ToString(CultureInfo.InvariantCulture);
        tokens[$"xoxb-other-{number}"] = IsForOrganization ? Organization : Team;
        var answer = new JsonObject
        {
            ["ok"] = true,
            ["access_token"] = $"xoxb-other-{number}",
            ["token_type"] = "bot",
            ["bot_user_id"] = FakeSlack.BotUser,
            ["app_id"] = "A0APP",
            ["authed_user"] = new JsonObject { ["id"] = "U0STUDENT" },
            ["team"] = IsForOrganization ? null : new JsonObject { ["id"] = Team, ["name"] = "Other seminar" },
            ["enterprise"] = IsForOrganization ? new JsonObject { ["id"] = Organization, ["name"] = "Union of seminars" } : null,
            ["is_enterprise_install"] = IsForOrganization,
        };
        if (ExpiresIn is { } seconds)
        {
            refreshes[$"xoxe-{number}"] = true;
            (answer["refresh_token"], answer["expires_in"]) = ($"xoxe-{number}", seconds);
        }

        return answer;
    }

    private static JsonObject No(string error) => new() { ["ok"] = false, ["error"] = error };
}
