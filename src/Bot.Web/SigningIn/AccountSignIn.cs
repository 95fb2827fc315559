using System.Security.Claims;
using Bot.Web.Members;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Bot.Web.SigningIn;

/// <summary>
/// Signing in with an account: the code flow of OpenID Connect, with PKCE. The issuer's claims decide the role; nothing else of the account is kept,
/// neither its name nor a token.
/// </summary>
internal sealed partial class AccountSignIn(
    IOptions<SignInOptions> accounts, IOptions<WebOptions> web, MemberCookie members, ILogger<AccountSignIn> logger)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    /// <summary>The name of the authentication scheme.</summary>
    public const string Scheme = "web-account";

    /// <summary>The redirect address for the issuer.</summary>
    public const string Callback = "/sign-in/done";

    /// <summary>The page for an account that is not admitted.</summary>
    public const string Refused = "/sign-in/refused";

    /// <summary>The page for a sign-in that failed.</summary>
    public const string Failed = "/sign-in/failed";

    public void Configure(OpenIdConnectOptions options) => Configure(Scheme, options);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme)
        {
            return;
        }

        options.Authority = accounts.Value.Authority;
        options.ClientId = accounts.Value.ClientId;
        options.ClientSecret = accounts.Value.ClientSecret;
        options.SignInScheme = MemberCookie.Scheme;
        options.CallbackPath = Callback;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = true;
        options.MapInboundClaims = false;
        options.SaveTokens = false;
        options.RequireHttpsMetadata = !new Uri(accounts.Value.Authority).IsLoopback;
        options.Scope.Clear();
        foreach (var scope in accounts.Value.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        foreach (var cookie in new[] { options.CorrelationCookie, options.NonceCookie })
        {
            // The browser returns by a cross-site redirect.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        options.Events.OnRedirectToIdentityProvider = NamePublicAddress;
        options.Events.OnTicketReceived = LetInAsync;
        options.Events.OnRemoteFailure = ExplainFailure;
    }

    // Behind a proxy the program does not see its public address.
    private Task NamePublicAddress(RedirectContext context)
    {
        if (web.Value.PublicAddress is { } address)
        {
            context.ProtocolMessage.RedirectUri = new Uri(address, Callback).AbsoluteUri;
        }

        return Task.CompletedTask;
    }

    private async Task LetInAsync(TicketReceivedContext context)
    {
        var isTeacher = IsTeacher(context.Principal);
        context.HandleResponse();
        if (!isTeacher && !accounts.Value.AdmitsAll)
        {
            LogRefused();
            context.Response.Redirect(Refused);
            return;
        }

        var member = await MemberCookie.ReadAsync(context.HttpContext) ?? await members.MeetAsync(context.HttpContext);
        await MemberCookie.WriteAsync(context.HttpContext, member with { IsTeacher = isTeacher, IsAdmitted = true });
        context.Response.Redirect(context.ReturnUri ?? "/");
    }

    private bool IsTeacher(ClaimsPrincipal? account) => accounts.Value.TeacherClaim is { Length: > 0 } claim
        && account?.FindAll(claim).Any(there => accounts.Value.TeacherValueList.Contains(there.Value, StringComparer.Ordinal)) == true;

    private Task ExplainFailure(RemoteFailureContext context)
    {
        LogFailed(context.Failure?.GetType().Name ?? "");
        context.HandleResponse();
        context.Response.Redirect(Failed);
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Warning, "Somebody signed in with an account that SignIn:TeacherValues does not name.")]
    private partial void LogRefused();

    [LoggerMessage(LogLevel.Warning, "A sign-in with an account failed ({Kind}). Check SignIn:Authority, SignIn:ClientId and SignIn:ClientSecret.")]
    private partial void LogFailed(string kind);
}
