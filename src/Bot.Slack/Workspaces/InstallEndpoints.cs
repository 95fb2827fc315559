using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Bot.Chat.Delivery;
using Bot.Slack.Manifest;
using Bot.Slack.Settings;
using Bot.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Workspaces;

/// <summary>Installs the app in a workspace: <c>/slack/install</c> redirects to Slack, which redirects to <c>/slack/oauth</c>.</summary>
internal sealed partial class InstallEndpoints(
    OAuthClient oauth,
    InstallationStore store,
    IDataProtectionProvider protection,
    SharedClaims claims,
    IOptions<SlackOptions> options,
    TimeProvider time,
    ILogger<InstallEndpoints> logger)
{
    private const string Cookie = "slack_install";
    private static readonly TimeSpan MaxInstall = TimeSpan.FromMinutes(10);

    private readonly RecentEvents finished = new(time, MaxInstall);
    private readonly ITimeLimitedDataProtector states = protection.CreateProtector("Bot.Slack.InstallState.v1").ToTimeLimitedDataProtector();

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/slack/install", Begin);
        routes.MapGet("/slack/oauth", FinishAsync);
    }

    // The state is bound to the browser that started, so that a link cannot make one person install the app for another.
    private IResult Begin(HttpContext context)
    {
        try
        {
            return Lead(context);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return Say($"Nothing can be installed now. {unavailable.Message} Open /slack/install again afterwards.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private IResult Lead(HttpContext context)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(Cookie, nonce, new CookieOptions
        {
            HttpOnly = true,
            Secure = options.Value.PublicUrl.StartsWith("https:", StringComparison.Ordinal),
            SameSite = SameSiteMode.Lax,
            MaxAge = MaxInstall,
            Path = "/slack",
        });
        return Results.Redirect(QueryHelpers.AddQueryString(options.Value.AuthorizeUrl, new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = string.Join(',', SlackScopes.All.Select(scope => scope.Name)),
            ["redirect_uri"] = options.Value.RedirectUrl,
            ["state"] = DatabaseKeys.Use(() => states.Protect(nonce, MaxInstall)),
        }));
    }

    private async Task<IResult> FinishAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var query = context.Request.Query;
        var nonce = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = "/slack" });
        try
        {
            if (!IsOurs(query["state"].ToString(), nonce) || !await IsFirstAsync(nonce, cancellationToken))
            {
                return Say("This installation was started in another browser or too long ago, or is already finished. Open /slack/install again.", StatusCodes.Status400BadRequest);
            }

            if (query["code"].ToString() is not { Length: > 0 } code)
            {
                return Say("Nothing was installed, because the installation was declined. Open /slack/install to try again.", StatusCodes.Status400BadRequest);
            }

            var (installed, problem) = await oauth.InstallAsync(code, cancellationToken);
            if (installed is null)
            {
                return Say($"Nothing was installed. {problem} Open /slack/install to try again.", StatusCodes.Status502BadGateway);
            }

            await store.PutAsync(installed.Account, installed.Installation, cancellationToken);
            LogInstalled();
            var next = installed.Next is { } address ? $"Add it to the workspaces that need it: {address} There," : "Go back to Slack and";
            return Say($"Seminar Bot is installed in {installed.Name}. {next} type /help.", StatusCodes.Status200OK);
        }
        catch (DatabaseUnavailableException unavailable)
        {
            return Say($"Nothing was installed. {unavailable.Message} Open /slack/install again afterwards.", StatusCodes.Status503ServiceUnavailable);
        }
    }

    private bool IsOurs(string state, [NotNullWhen(true)] string? nonce)
    {
        try
        {
            return nonce is { Length: > 0 }
                && CryptographicOperations.FixedTimeEquals(
                    Encoding.UTF8.GetBytes(DatabaseKeys.Use(() => states.Unprotect(state))), Encoding.UTF8.GetBytes(nonce));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // Slack's redirect URL cannot be used twice, even after a restart or on another replica.
    private async ValueTask<bool> IsFirstAsync(string nonce, CancellationToken cancellationToken) =>
        finished.TryAdd(nonce) && await claims.TryAsync($"{SlackPlatform.Name}/install {nonce}", MaxInstall, cancellationToken);

    private static IResult Say(string words, int status) => Results.Text(words, "text/plain; charset=utf-8", Encoding.UTF8, status);

    [LoggerMessage(LogLevel.Information, "The app was installed in a workspace of Slack.")]
    private partial void LogInstalled();
}
