using System.ComponentModel.DataAnnotations;

namespace Bot.Slack;

/// <summary>How requests come in.</summary>
public enum SlackTransport
{
    /// <summary>Slack sends signed HTTP requests to a public address.</summary>
    Http,

    /// <summary>The program connects to Slack by Socket Mode and needs no public address.</summary>
    Socket,
}

/// <summary>The section <c>Slack</c>. Without any of its secrets there is no adapter for Slack.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Slack";

    /// <summary>How requests come in.</summary>
    public SlackTransport Transport { get; set; } = SlackTransport.Http;

    /// <summary>Proves that a request comes from Slack: the app's “Signing Secret”. A secret.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot token of the one workspace that is served, beginning with <c>xoxb-</c>. A secret.</summary>
    [RegularExpression("^(xoxb-.+)?$", ErrorMessage = "Slack:Token is no bot token. Copy the “Bot User OAuth Token”, which begins with xoxb-.")]
    public string Token { get; set; } = "";

    /// <summary>Opens sockets, for <see cref="SlackTransport.Socket"/>: an app-level token, beginning with <c>xapp-</c>. A secret.</summary>
    [RegularExpression("^(xapp-.+)?$", ErrorMessage = "Slack:AppToken is no app-level token. Make one with the scope connections:write; it begins with xapp-.")]
    public string AppToken { get; set; } = "";

    /// <summary>The address at which Slack reaches this host, for the manifest and for installing: <c>https://bot.example.org</c>.</summary>
    [RegularExpression("^(https?://[^/\\s]+(/[^\\s]*)?)?$", ErrorMessage = "Slack:PublicUrl is no address. Set it to the one at which Slack reaches this host, such as https://bot.example.org.")]
    public string PublicUrl { get; set; } = "";

    /// <summary>The slash command that takes any command after it, for workspaces in which another app has taken a name.</summary>
    [RegularExpression("^[a-z0-9_-]{1,31}$", ErrorMessage = "Slack:Command is no name for a slash command. Use small letters, digits and dashes, such as seminar.")]
    public string Command { get; set; } = "seminar";

    /// <summary>The ids of members who are teachers besides the workspace's admins and owners, with commas between them.</summary>
    [RegularExpression("^\\s*([UW][A-Z0-9]+(\\s*,\\s*[UW][A-Z0-9]+)*)?\\s*$", ErrorMessage = "Slack:Teachers is no list of member ids. Copy them from the members' profiles and put commas between them: U012AB3CD,U045EF6GH.")]
    public string Teachers { get; set; } = "";

    /// <summary>Where Slack's Web API is. Response addresses are only used below its domain.</summary>
    [Required(ErrorMessage = "Slack:ApiUrl is empty. Set it to https://slack.com/api/.")]
    [RegularExpression("^https?://[^/\\s]+/([^\\s]*/)?$", ErrorMessage = "Slack:ApiUrl is no address that ends with a slash. Set it to https://slack.com/api/.")]
    public string ApiUrl { get; set; } = "https://slack.com/api/";

    internal bool IsConfigured => new[] { SigningSecret, Token, AppToken }.Any(secret => secret.Length > 0);

    internal IReadOnlySet<string> TeacherIds =>
        Teachers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
