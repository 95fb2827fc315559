using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Workspaces;

/// <summary>Gets tokens for the app: https://docs.slack.dev/authentication/installing-with-oauth.</summary>
internal sealed partial class OAuthClient(SlackHttp http, IOptions<SlackOptions> options, TimeProvider time, ILogger<OAuthClient> logger)
{
    private const string Method = "oauth.v2.access";

    /// <summary>Exchanges the code of an installation for a token.</summary>
    /// <returns>The installed workspace or organization; or the problem.</returns>
    public async Task<(Installed? Installed, string Problem)> InstallAsync(string code, CancellationToken cancellationToken)
    {
        var (body, problem) = await CallAsync([new("code", code), new("redirect_uri", options.Value.RedirectUrl)], cancellationToken);
        if (body is not { } answer || Read(answer) is not { } installation)
        {
            return (null, problem ?? "Slack's answer has no token.");
        }

        var whole = answer.IsTrue("is_enterprise_install");
        var account = whole ? answer.Text("enterprise", "id") : answer.Text("team", "id");
        var name = (whole ? answer.Text("enterprise", "name") : answer.Text("team", "name")) ?? "the workspace";
        return account is null ? (null, "Slack's answer names no workspace.") : (new Installed(account, name, installation)
        {
            // None of an organization's workspaces has the app yet: https://docs.slack.dev/enterprise/developing-for-enterprise-orgs#oauth.
            Next = whole ? $"https://app.slack.com/manage/{account}/integrations/profile/{answer.Text("app_id")}/workspaces/add" : null,
        }, "");
    }

    /// <summary>The next token; null if Slack returns none, for example because another process was first.</summary>
    public async Task<Installation?> RefreshAsync(Installation installation, CancellationToken cancellationToken)
    {
        var (body, problem) = await CallAsync(
            [new("grant_type", "refresh_token"), new("refresh_token", installation.RefreshToken ?? "")], cancellationToken);
        if (problem is not null)
        {
            LogNotRefreshed(problem);
        }

        return body is { } answer ? Read(answer) : null;
    }

    private async Task<(JsonElement? Body, string? Problem)> CallAsync(
        IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        var secret = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.ClientId}:{options.Value.ClientSecret}"));
        return await http.SendAsync(Method, Make, cancellationToken) switch
        {
            HttpOutcome.Answered answered => SlackWebApi.Read(Method, answered) is var answer && answer is ApiAnswer.Done done
                ? (done.Body, null)
                : (null, answer.Problem),
            HttpOutcome.Failed failed => (null, failed.Why),
            HttpOutcome.Unclear unclear => (null, unclear.Why),
            _ => throw new InvalidOperationException("No such outcome."),
        };

        HttpRequestMessage Make() => new(HttpMethod.Post, new Uri($"{options.Value.ApiBase.TrimEnd('/')}/{Method}"))
        {
            Content = new FormUrlEncodedContent(fields),
            Headers = { Authorization = new AuthenticationHeaderValue("Basic", secret) },
        };
    }

    private Installation? Read(JsonElement answer) => answer.Text("access_token") is { Length: > 0 } token
        ? new Installation(token, answer.Text("refresh_token"), ReadLifetime(answer) is { } seconds ? time.GetUtcNow().AddSeconds(seconds) : null)
        : null;

    private static int? ReadLifetime(JsonElement answer) =>
        answer.TryGetProperty("expires_in", out var seconds) && seconds.ValueKind == JsonValueKind.Number && seconds.TryGetInt32(out var number)
            ? number
            : null;

    [LoggerMessage(LogLevel.Warning, "A workspace's token could not be renewed. {Problem}")]
    private partial void LogNotRefreshed(string problem);
}

/// <summary>A new installation.</summary>
/// <param name="Account">The id of the workspace, or of the organization.</param>
/// <param name="Name">Its name.</param>
/// <param name="Installation">The data to store.</param>
internal sealed record Installed(string Account, string Name, Installation Installation)
{
    /// <summary>The URL where an organization adds the app to its workspaces; null for a workspace.</summary>
    public string? Next { get; init; }
}
