using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Bot.Web.Tests.SigningIn;

/// <summary>
/// An OpenID issuer on a loopback address: its discovery document, its keys, and the code flow with PKCE (OpenID Connect Core 1.0, section 3.1;
/// RFC 7636). It signs in every user at once, with a test's claims.
/// </summary>
internal sealed class LoopbackIssuer : IAsyncDisposable
{
    public const string ClientId = "seminar-bot";
    public const string ClientSecret = "the client's secret";

    private readonly WebApplication host;
    private readonly RSA rsa = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, Sent> codes = new();

    private LoopbackIssuer(WebApplication host) => this.host = host;

    public string Address => host.Urls.First();

    /// <summary>The additional claims of the tokens.</summary>
    public IList<Claim> Claims { get; } = [];

    /// <summary>The audience of the tokens; this client by default.</summary>
    public string Audience { get; set; } = ClientId;

    /// <summary>Whether tokens are signed with a key that the issuer does not publish.</summary>
    public bool SignsWithAnotherKey { get; set; }

    /// <summary>The problems of the requests.</summary>
    public ConcurrentQueue<string> Faults { get; } = new();

    public static async Task<LoopbackIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var issuer = new LoopbackIssuer(builder.Build());
        issuer.host.MapGet("/.well-known/openid-configuration", issuer.Discovery);
        issuer.host.MapGet("/keys", issuer.Keys);
        issuer.host.MapGet("/authorize", issuer.Authorize);
        issuer.host.MapPost("/token", (Delegate)issuer.TokenAsync);
        await issuer.host.StartAsync();
        return issuer;
    }

    public async ValueTask DisposeAsync()
    {
        await host.DisposeAsync();
        rsa.Dispose();
    }

    private IResult Discovery() => Results.Json(new
    {
        issuer = Address,
        authorization_endpoint = $"{Address}/authorize",
        token_endpoint = $"{Address}/token",
        jwks_uri = $"{Address}/keys",
    });

    private IResult Keys()
    {
        var parameters = rsa.ExportParameters(includePrivateParameters: false);
        return Results.Json(new
        {
            keys = new[]
            {
                new { kty = "RSA", use = "sig", kid = "one", n = Base64UrlEncoder.Encode(parameters.Modulus), e = Base64UrlEncoder.Encode(parameters.Exponent) },
            },
        });
    }

    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        Check(query["client_id"] == ClientId, "client_id");
        Check(query["response_type"] == "code", "response_type");
        Check(query["code_challenge_method"] == "S256", "code_challenge_method");
        Check(query["scope"].ToString().Split(' ').Contains("openid"), "scope");
        var code = Guid.NewGuid().ToString("N");
        codes[code] = new Sent(query["redirect_uri"].ToString(), query["code_challenge"].ToString(), query["nonce"].ToString());
        return Results.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task<IResult> TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        var isKnown = codes.TryRemove(form["code"].ToString(), out var sent);
        Check(isKnown, "code");
        Check(form["grant_type"] == "authorization_code", "grant_type");
        Check(form["client_secret"] == ClientSecret, "client_secret");
        Check(form["redirect_uri"] == sent?.RedirectUri, "redirect_uri");
        var challenge = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        Check(challenge == sent?.Challenge, "code_verifier");
        return Faults.IsEmpty
            ? Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = IdToken(sent?.Nonce ?? "") })
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private string IdToken(string nonce)
    {
        using var other = RSA.Create(2048);
        var key = new RsaSecurityKey(SignsWithAnotherKey ? other.ExportParameters(true) : rsa.ExportParameters(true)) { KeyId = "one" };
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = Audience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now.AddMinutes(5),
            Subject = new ClaimsIdentity([new Claim("sub", "person-1"), new Claim("name", "Ada Lovelace"), new Claim("nonce", nonce), .. Claims]),
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.RsaSha256),
        });
    }

    private void Check(bool isRight, string what)
    {
        if (!isRight)
        {
            Faults.Enqueue(what);
        }
    }

    private sealed record Sent(string RedirectUri, string Challenge, string Nonce);
}
