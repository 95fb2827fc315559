namespace Bot.Slack.Settings;

/// <summary>How the bot receives requests from Slack.</summary>
public enum SlackTransport
{
    /// <summary>Slack sends signed requests to the program's public URL.</summary>
    Http,

    /// <summary>The program connects to Slack with Socket Mode, without a public URL.</summary>
    Socket,
}

/// <summary>The section <c>Slack</c>. Slack is disabled if none of its secrets is set.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Slack";

    /// <summary>How the bot receives requests from Slack.</summary>
    public SlackTransport Transport { get; set; } = SlackTransport.Http;

    /// <summary>The secret that verifies Slack's requests: “Signing Secret” of the page “Basic Information”. Needed for
    /// <see cref="SlackTransport.Http"/>.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot's token for a single workspace, from the page “OAuth &amp; Permissions”. A secret: it belongs in the
    /// environment.</summary>
    public string Token { get; set; } = "";

    /// <summary>The app's id for several workspaces, “Client ID” of “Basic Information”; empty for the single workspace of <see cref="Token"/>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that belongs to <see cref="ClientId"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// The PEM file with the certificate and private key that encrypts the token keys of several workspaces. Without it, anyone who can read the database
    /// can read the tokens.
    /// </summary>
    public string KeyCertificate { get; set; } = "";

    /// <summary>The app-level token that opens sockets, from the page “Basic Information”. Needed for <see cref="SlackTransport.Socket"/>.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>The program's public URL, for the manifest and for installing: <c>https://bot.example.org</c>.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The general slash command, which accepts any command after it, for workspaces where another app uses one of the names.</summary>
    public string Command { get; set; } = "seminar";

    /// <summary>
    /// The ids of members and user groups who are teachers in addition to the workspace's admins and owners, separated by commas. With several workspaces,
    /// each id starts with that of its workspace or organization: <c>T012AB3CD/U045EF6GH</c>.
    /// </summary>
    public string Teachers { get; set; } = "";

    /// <summary>
    /// Whether the bot also receives channel messages that are not addressed to it, so that teachers can let it answer questions without a command
    /// (<c>settings answers:here</c>). The manifest then contains the events for them.
    /// </summary>
    public bool HearsChannels { get; set; }

    /// <summary>The URL of Slack's Web API. Answers are sent only to URLs of its domain.</summary>
    public string ApiBase { get; set; } = "https://slack.com/api";

    /// <summary>The URL of members' shared files; nothing is downloaded from elsewhere.</summary>
    public string FilesBase { get; set; } = "https://files.slack.com";

    internal bool IsConfigured => SigningSecret.Length > 0 || Token.Length > 0 || AppToken.Length > 0 || ServesSeveral;

    /// <summary>Whether workspaces install the app themselves.</summary>
    internal bool ServesSeveral => ClientId.Length > 0;

    /// <summary>The URL that Slack redirects to after an installation.</summary>
    internal string RedirectUrl => $"{PublicUrl.TrimEnd('/')}/slack/oauth";

    /// <summary>The URL where an installation starts, on the same host as the Web API.</summary>
    internal string AuthorizeUrl => new Uri(new Uri(ApiBase), "/oauth/v2/authorize").AbsoluteUri;

    internal IReadOnlySet<string> TeacherIds =>
        Teachers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
