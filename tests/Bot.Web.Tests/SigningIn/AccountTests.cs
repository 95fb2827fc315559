using System.Net;
using System.Security.Claims;
using AngleSharp.Html.Dom;
using Bot.Chat.Contract;
using Bot.Web.Settings;

namespace Bot.Web.Tests.SigningIn;

/// <summary>Signing in with an external account.</summary>
public sealed class AccountTests
{
    private const string Start = "/sign-in/account?then=%2Fdesk%2Fseminar";

    [Fact]
    public async Task AClaimOfTheAccountMakesATeacherAndNothingElseOfItIsShown()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer);
        issuer.Claims.Add(new Claim("roles", "student"));
        issuer.Claims.Add(new Claim("roles", "staff"));
        using var visitor = site.Visit();
        var link = (await visitor.OpenAsync("/desk/seminar")).QuerySelector(".notice a")!;
        Assert.Equal(("Sign in with the school’s account", Start), (link.TextContent, link.GetAttribute("href")));

        var page = await FollowAsync(visitor, Start);

        Assert.Empty(issuer.Faults);
        Assert.Equal("Overview for # seminar", page.QuerySelector("h1")?.TextContent);
        Assert.Contains("guest-", page.QuerySelector(".me")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Ada", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        await visitor.SendAsync(page, "/sign-out");
        Assert.NotNull((await visitor.OpenAsync("/desk/seminar")).QuerySelector(".notice a"));
    }

    [Theory]
    [InlineData("roles", "Staff")]
    [InlineData("groups", "staff")]
    public async Task AnAccountWithoutTheClaimIsRefused(string claim, string value)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer);
        issuer.Claims.Add(new Claim(claim, value));
        using var visitor = site.Visit();

        var page = await FollowAsync(visitor, Start);

        Assert.StartsWith("You have signed in, but this account has no access to these pages.", page.QuerySelector(".problem")?.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await visitor.OpenAsync("/")).QuerySelector(".notice a"));
    }

    [Fact]
    public async Task EveryAccountSeesThePagesButNotTheDeskIfThatIsSet()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer, ("SignIn:AdmitsAll", "true"));
        using var visitor = site.Visit();

        var page = await FollowAsync(visitor, "/sign-in/account?then=%2Fr");

        Assert.Null(page.QuerySelector(".notice"));
        Assert.Null(page.QuerySelector("a[href='/desk']"));
        Assert.NotNull((await visitor.OpenAsync("/desk/seminar")).QuerySelector(".notice a"));
    }

    [Theory]
    [InlineData(true, LoopbackIssuer.ClientId)]
    [InlineData(false, "another program")]
    public async Task ATokenThatIsNotTheIssuersOrNotForThisProgramOpensNothing(bool hasAnotherKey, string audience)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer);
        issuer.Claims.Add(new Claim("roles", "staff"));
        (issuer.SignsWithAnotherKey, issuer.Audience) = (hasAnotherKey, audience);
        using var visitor = site.Visit();

        var page = await FollowAsync(visitor, Start);

        Assert.Equal("That did not work. Please try again.", page.QuerySelector(".problem")?.TextContent);
        Assert.NotNull((await visitor.OpenAsync("/")).QuerySelector(".notice a"));
    }

    [Fact]
    public async Task AnotherBrowserCannotFinishASignIn()
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer);
        issuer.Claims.Add(new Claim("roles", "staff"));
        using var one = site.Visit();
        using var other = site.Visit();
        using var sent = await one.Http.GetAsync(new Uri(Start, UriKind.Relative));
        using var back = await one.Http.GetAsync(sent.Headers.Location);

        var page = await FollowAsync(other, back.Headers.Location!.AbsoluteUri);

        Assert.Equal("That did not work. Please try again.", page.QuerySelector(".problem")?.TextContent);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task SigningInLeadsToNoOtherHost(string then)
    {
        await using var issuer = await LoopbackIssuer.StartAsync();
        await using var site = await StartAsync(issuer, ("SignIn:AdmitsAll", "true"));
        using var visitor = site.Visit();

        var page = await FollowAsync(visitor, $"/sign-in/account?then={Uri.EscapeDataString(then)}");

        Assert.NotNull(page.QuerySelector("#log"));
    }

    [Fact]
    public async Task WithoutAnIssuerThereIsOnlyThePassword()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:TeacherPassword", "the teacher's password"));
        using var visitor = site.Visit();

        Assert.Null((await visitor.OpenAsync("/sign-in")).QuerySelector(".notice a"));
        using var response = await visitor.Http.GetAsync(new Uri(Start, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("ftp://issuer.example", "id", "roles", "staff", "openid", "SignIn:Authority")]
    [InlineData("http://issuer.example", "id", "roles", "staff", "openid", "SignIn:Authority")]
    [InlineData("https://issuer.example", "", "roles", "staff", "openid", "SignIn:ClientId")]
    [InlineData("https://issuer.example", "id", "roles", "staff", "profile", "SignIn:Scopes")]
    [InlineData("https://issuer.example", "id", "", "", "openid", "SignIn:Authority")]
    public void WrongSettingsAreNamed(string authority, string clientId, string claim, string values, string scopes, string setting)
    {
        var outcome = new SignInOptionsValidator().Validate(
            null, new SignInOptions { Authority = authority, ClientId = clientId, TeacherClaim = claim, TeacherValues = values, Scopes = scopes });

        Assert.StartsWith(setting, Assert.Single(outcome.Failures!), StringComparison.Ordinal);
    }

    private static Task<WebSite> StartAsync(LoopbackIssuer issuer, params (string Name, string Value)[] more) => WebSite.StartWholeAsync(
    [
        ("SignIn:Authority", issuer.Address),
        ("SignIn:ClientId", LoopbackIssuer.ClientId),
        ("SignIn:ClientSecret", LoopbackIssuer.ClientSecret),
        ("SignIn:Name", "the school’s account"),
        ("SignIn:TeacherClaim", "roles"),
        ("SignIn:TeacherValues", "teacher, staff"),
        .. more,
    ]);

    // Follows the redirects to the issuer and back.
    private static async Task<IHtmlDocument> FollowAsync(Visitor visitor, string address)
    {
        var response = await visitor.Http.GetAsync(new Uri(address, UriKind.RelativeOrAbsolute));
        while (response.Headers.Location is { } next)
        {
            response.Dispose();
            response = await visitor.Http.GetAsync(next);
        }

        return await Visitor.ReadAsync(response);
    }
}
