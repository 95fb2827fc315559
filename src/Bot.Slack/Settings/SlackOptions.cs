namespace Bot.Slack.Settings;

/// <summary>How requests come from Slack.</summary>
public enum SlackTransport
{
    /// <summary>Slack sends signed requests to the public address of this program.</summary>
    Http,

    /// <summary>This program connects to Slack by Socket Mode, which needs no public address.</summary>
    Socket,
}

/// <summary>The section <c>Slack</c>. Where none of its secrets is set, Slack is not served.</summary>
public sealed class SlackOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Slack";

    /// <summary>How requests come from Slack.</summary>
    public SlackTransport Transport { get; set; } = SlackTransport.Http;

    /// <summary>Proves that a request comes from Slack: “Signing Secret” of the page “Basic Information”. Needed for
    /// <see cref="SlackTransport.Http"/>.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>The bot's token for the one workspace that is served, from the page “OAuth &amp; Permissions”. A secret: it belongs in the
    /// environment.</summary>
    public string Token { get; set; } = "";

    /// <summary>The app's id for installing it in several workspaces, “Client ID” of “Basic Information”; empty for the one of <see cref="Token"/>.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The secret that belongs to <see cref="ClientId"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>
    /// The file of the certificate, with its private key, that the keys of the tokens of several workspaces are encrypted with (PEM). Where it is
    /// empty, who reads the database can read the tokens.
    /// </summary>
    public string KeyCertificate { get; set; } = "";

    /// <summary>The app-level token that opens sockets, from the page “Basic Information”. Needed for <see cref="SlackTransport.Socket"/>.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>The public address of this program, for the manifest and for installing: <c>https://bot.example.org</c>.</summary>
    public string PublicUrl { get; set; } = "";

    /// <summary>The slash command that takes any command after it, for workspaces in which another app has one of the names.</summary>
    public string Command { get; set; } = "seminar";

    /// <summary>
    /// The ids of members, and of user groups, who are teachers besides the workspace's admins and owners, with commas between them. Where several
    /// workspaces are served, each has the id of its workspace or organization before it: <c>T012AB3CD/U045EF6GH</c>.
    /// </summary>
    public string Teachers { get; set; } = "";

    /// <summary>
    /// Whether what members post in channels comes here too, and not only what they put to the bot, so that teachers can have questions answered
    /// without a command (<c>settings answers:here</c>). The manifest then names the events for it.
    /// </summary>
    public bool HearsChannels { get; set; }

    /// <summary>Where Slack's Web API is. Answers are sent to addresses of its domain alone.</summary>
    public string ApiBase { get; set; } = "https://slack.com/api";

    /// <summary>Where the files stand that members share; nothing is fetched from elsewhere.</summary>
    public string FilesBase { get; set; } = "https://files.slack.com";

    internal bool IsConfigured => SigningSecret.Length > 0 || Token.Length > 0 || AppToken.Length > 0 || ServesSeveral;

    /// <summary>Whether workspaces install the app themselves.</summary>
    internal bool ServesSeveral => ClientId.Length > 0;

    /// <summary>Where Slack leads back to after an installation.</summary>
    internal string RedirectUrl => $"{PublicUrl.TrimEnd('/')}/slack/oauth";

    /// <summary>Where an installation begins: on the same host as the Web API.</summary>
    internal string AuthorizeUrl => new Uri(new Uri(ApiBase), "/oauth/v2/authorize").AbsoluteUri;

    internal IReadOnlySet<string> TeacherIds =>
        Teachers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
}
