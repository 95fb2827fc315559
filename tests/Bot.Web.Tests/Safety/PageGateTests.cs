using System.Net;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Web.Settings;

namespace Bot.Web.Tests.Safety;

/// <summary>The requests that the pages refuse, and their security headers.</summary>
public sealed class PageGateTests
{
    private const string Markup = "<script>alert(1)</script><img src=x onerror=alert(1)>";

    [Theory]
    [InlineData("/")]
    [InlineData("/c/seminar")]
    [InlineData("/r")]
    [InlineData("/r/on-rain")]
    [InlineData("/r/no-such-reading")]
    [InlineData("/c/no-such-channel")]
    public async Task EveryPageAllowsOnlyWhatThisHostSends(string address)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        site.Serve(Texts.Reading("on-rain", ["It rained."]));
        using var visitor = site.Visit();

        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));

        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(response.Headers.CacheControl?.NoStore);
        var page = await Visitor.ReadAsync(response);
        Assert.All(page.QuerySelectorAll("[src],link[href]"), part =>
            Assert.StartsWith("/assets/", part.GetAttribute("src") ?? part.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style],style,script:not([src])"));
    }

    [Fact]
    public async Task NoMarkupOfAReadingOrAQuestionBecomesMarkup()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (command, _) => Task.FromResult(ChatReply.Answer(
                new HeadingBlock(Markup), new TextBlock(command.Text), new ListBlock([Markup]), new QuoteBlock(Markup, new Citation("on-rain", Markup, 1, 1) { Section = Markup }))),
        };
        await using var site = await WebSite.StartAsync(seminar);
        site.Serve(Texts.Reading("on-rain", [Markup]) with { Title = Markup, Author = Markup, Source = "javascript:alert(1)" });
        using var visitor = site.Visit();

        var chat = await visitor.SendAsync(await visitor.OpenAsync("/"), "/c/seminar/say", ("words", Markup));
        var room = await visitor.OpenAsync("/r/on-rain?q=" + Uri.EscapeDataString(Markup));

        foreach (var page in new[] { chat, room })
        {
            Assert.Single(page.QuerySelectorAll("script"));
            Assert.Empty(page.QuerySelectorAll("img,[onerror],a[href^=javascript]"));
            Assert.Contains(Markup, page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/c/seminar/say")]
    [InlineData("/c/seminar/press")]
    [InlineData("/c/seminar/share")]
    [InlineData("/c/seminar/forget")]
    public async Task AFormWithoutThePagesTokenIsRefused(string action)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync("/");

        using var response = await visitor.PostAsync(page, action, ("__RequestVerificationToken", "x"), ("words", "Did it rain?"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task AFormOfAnotherBrowserIsRefused()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var one = site.Visit();
        using var other = site.Visit();
        var page = await one.OpenAsync("/");
        await other.OpenAsync("/");

        using var response = await other.PostAsync(page, "/c/seminar/say", ("words", "Did it rain?"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(seminar.Got);
    }

    [Theory]
    [InlineData("localhost", "", HttpStatusCode.OK)]
    [InlineData("127.0.0.1", "", HttpStatusCode.OK)]
    [InlineData("evil.example", "", HttpStatusCode.Forbidden)]
    [InlineData("localhost.evil.example", "", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "X-Forwarded-For", HttpStatusCode.Forbidden)]
    [InlineData("localhost", "Forwarded", HttpStatusCode.Forbidden)]
    public async Task PagesWithoutAPasswordAreOnlyForThisMachine(string host, string header, HttpStatusCode status)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());

        Assert.Equal(status, (await AskAsync(site, host, header)).StatusCode);
    }

    [Theory]
    [InlineData("Web:OpenToAll", "true", HttpStatusCode.OK)]
    [InlineData("Web:Password", "everybody's password", HttpStatusCode.Found)]
    public async Task OthersSeeThePagesIfTheOperatorAllowsIt(string setting, string value, HttpStatusCode status)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), (setting, value));

        Assert.Equal(status, (await AskAsync(site, "seminar.example", "X-Forwarded-For")).StatusCode);
    }

    [Fact]
    public async Task BehindAnHttpsProxyCookiesAreOnlyForHttps()
    {
        await using var site = await WebSite.StartAsync(
            new ScriptedSeminar(), ("Web:PublicUrl", "https://seminar.example"), ("Web:OpenToAll", "true"));

        var response = await AskAsync(site, "seminar.example", "X-Forwarded-For");

        var cookies = response.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.Contains("; secure", cookie, StringComparison.Ordinal);
            Assert.Contains("; httponly", cookie, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task AnAddressWithTooManyRequestsIsToldToWait()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:RequestsPerMinute", "10"));
        using var visitor = site.Visit();
        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 30; i++)
        {
            using var response = await visitor.Http.GetAsync(new Uri("/r", UriKind.Relative));
            statuses.Add(response.StatusCode);
        }

        Assert.All(statuses.Take(10), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Fact]
    public async Task AFormThatIsFarTooLongIsRefused()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync("/");

        using var response = await visitor.PostAsync(page, "/c/seminar/say", ("words", new string('x', WebLimits.FormBytes)));

        Assert.InRange((int)response.StatusCode, 400, 499);
        Assert.Empty(seminar.Got);
    }

    private static async Task<HttpResponseMessage> AskAsync(WebSite site, string host, string header)
    {
        using var visitor = site.Visit();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/", UriKind.Relative));
        request.Headers.Host = host;
        if (header.Length > 0)
        {
            request.Headers.Add(header, "203.0.113.7");
        }

        return await visitor.Http.SendAsync(request);
    }
}
