using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Library.Languages;
using Bot.Web.Tests.Desk;

namespace Bot.Web.Tests.Languages;

/// <summary>The language of pages.</summary>
public sealed class PageLanguageTests
{
    private const string Say = "/c/seminar/say";

    [Theory]
    [InlineData(null, "en", "Send")]
    [InlineData("en-GB", "en", "Send")]
    [InlineData("de-AT,de;q=0.9,en;q=0.8", "de", "Senden")]
    [InlineData("fr", "fr", "Envoyer")]
    [InlineData("pt-BR", "pt", "Enviar")]
    [InlineData("es-419", "es", "Enviar")]
    [InlineData("nl,de;q=0.5", "de", "Senden")]
    [InlineData("de;q=0.1,fr;q=0.9", "fr", "Envoyer")]
    [InlineData("nl", "en", "Send")]
    [InlineData("*", "en", "Send")]
    public async Task APageComesInTheLanguageThatTheBrowserAsksFor(string? asked, string language, string button)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit(asked);

        var page = await visitor.OpenAsync("/");

        Assert.Equal((language, "ltr"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal(button, page.QuerySelector(".composer > button")?.TextContent);
    }

    [Fact]
    public async Task TheLanguageThatIsChosenComesBeforeTheBrowsersAndLastsOnAllPages()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit("de");

        var page = await visitor.SendAsync(await visitor.OpenAsync("/r?x=1"), "/language", ("language", "es"));

        Assert.Equal("Lecturas", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("/r?x=1", page.QuerySelector<IHtmlInputElement>("form[action='/language'] input[name=then]")?.Value);
        Assert.Equal("es", page.QuerySelector(".language [aria-current]")?.GetAttribute("value"));
        Assert.Equal("Enviar", (await visitor.OpenAsync("/")).QuerySelector(".composer > button")?.TextContent);
    }

    [Fact]
    public async Task ThePagesThatAreClosedCanBeReadBeforeSigningIn()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:Password", "everybody's password"));
        using var visitor = site.Visit();

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), "/language", ("language", "fr"));

        Assert.Equal("Se connecter", page.QuerySelector("h1")?.TextContent);
        Assert.Equal("Ce mot de passe n’est pas le bon.", (await visitor.SendAsync(page, "/sign-in", ("password", "x"))).QuerySelector(".problem")?.TextContent);
    }

    [Theory]
    [InlineData("", "Mit dem eigenen Konto anmelden")]
    [InlineData("Schulkonto", "Anmelden mit Schulkonto")]
    public async Task TheWayToAnAccountIsNamedInTheLanguageOfThePage(string name, string label)
    {
        await using var site = await WebSite.StartAsync(
            new ScriptedSeminar(), ("SignIn:Authority", "http://127.0.0.1:1"), ("SignIn:ClientId", "bot"), ("SignIn:AdmitsAll", "true"), ("SignIn:Name", name));
        using var visitor = site.Visit("de");

        Assert.Equal(label, (await visitor.OpenAsync("/sign-in")).QuerySelector("a.button")?.TextContent);
    }

    [Fact]
    public async Task EachLanguageIsInTheMenuByItsOwnName()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit("fr");

        var names = (await visitor.OpenAsync("/")).QuerySelectorAll(".language button");

        Assert.Equal(["English", "Deutsch", "Français", "Português", "Español"], names.Select(name => name.TextContent));
        Assert.Equal(["en", "de", "fr", "pt", "es"], names.Select(name => name.GetAttribute("lang")));
    }

    [Fact]
    public async Task TheCookieContainsOnlyTheLanguageAndIsHiddenFromScripts()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:PublicUrl", "https://127.0.0.1"), ("Web:OpenToAll", "true"));
        using var visitor = site.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Cookie", await CookiesOfAsync(visitor));

        using var response = await visitor.PostAsync(await visitor.OpenAsync("/"), "/language", ("language", "pt"));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), set => set.StartsWith("seminar-bot-language=", StringComparison.Ordinal));
        Assert.StartsWith("seminar-bot-language=c%3Dpt%7Cuic%3Dpt;", cookie, StringComparison.Ordinal);
        foreach (var flag in new[] { "; secure", "; httponly", "; samesite=lax", "; path=/" })
        {
            Assert.Contains(flag, cookie, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task ChoosingALanguageLeadsToNoOtherHost(string then)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();

        using var response = await visitor.PostAsync(await visitor.OpenAsync("/"), "/language", ("language", "de"), ("then", then));

        Assert.Equal((HttpStatusCode.Found, "/"), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("nl")]
    [InlineData("")]
    [InlineData("de|uic=fr;x")]
    public async Task ALanguageThatThereIsNotChangesNothing(string language)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit("de");

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), "/language", ("language", language));

        Assert.Equal("de", page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task AFormWithoutThePagesTokenChoosesNothing()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();
        await visitor.OpenAsync("/");

        using var response = await visitor.Http.PostAsync(
            new Uri("/language", UriKind.Relative), new FormUrlEncodedContent([new("language", "de")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("en", (await visitor.OpenAsync("/")).DocumentElement.GetAttribute("lang"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/r")]
    [InlineData("/r/no-such-reading")]
    public async Task ACachedPageNamesTheHeadersItVariesBy(string address)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();

        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(["Accept-Language", "Cookie"], response.Headers.Vary);
    }

    [Fact]
    public async Task ACommandIsGivenTheLanguageOfThePage()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(new ChoicesBlock([new Choice("Go", "ask", "why")]))) };
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit("de");

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "Did it rain?"));
        var code = page.QuerySelector("button[name=code]")!.GetAttribute("value")!;
        await visitor.SendAsync(page, "/c/seminar/press", ("code", code));

        Assert.Equal(["de", "de"], seminar.Got.Select(command => command.Locale));
    }

    [Fact]
    public async Task TheBotsTextsAreInTheLanguageOfThePage()
    {
        await using var site = await WebSite.StartWholeAsync();
        site.Serve(Texts.Reading("on-rain", ["It rained all day."]));
        using var visitor = site.Visit("de");

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "/show ¶9"));

        Assert.Equal("¶9 gibt es nicht: „On Rain“ endet mit ¶1.", page.QuerySelector(".reply .text")?.TextContent);
    }

    [Fact]
    public async Task TheSubjectOfAQuestionIsInTheLanguageOfThePage()
    {
        await using var site = await DeskVisits.StartAsync();
        using var teacher = await site.VisitAsTeacherAsync("de");
        for (var i = 0; i < 3; i++)
        {
            await teacher.SendAsync(await teacher.OpenAsync("/"), Say, ("words", "/show on-rain ¶2"));
        }

        var page = await teacher.OpenAsync("/r/on-rain");

        Assert.Equal("Zu Absatz 2: 3-mal geöffnet.", page.QuerySelector("#p2 .hidden")?.TextContent);
        Assert.StartsWith("1 von 2 Absätzen,", page.QuerySelector(".coverage p")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFailedCommandIsReportedInTheLanguageOfThePage()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => throw new InvalidOperationException("broken") };
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit("de");

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "Did it rain?"));

        Assert.StartsWith("Dabei ist bei mir etwas schiefgegangen", page.QuerySelector(".reply.error")?.TextContent.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnAnswerInAnotherLanguageThanThePagesSaysWhichItIs()
    {
        var seminar = new ScriptedSeminar { Visibility = ReplyVisibility.Channel };
        await using var site = await WebSite.StartAsync(seminar);
        using var one = site.Visit("de");
        using var other = site.Visit("fr");

        var mine = await one.SendAsync(await one.OpenAsync("/"), Say, ("words", "Hat es geregnet?"));
        var theirs = await other.OpenAsync("/");

        Assert.Null(mine.QuerySelector(".reply")!.GetAttribute("lang"));
        Assert.Equal("de", theirs.QuerySelector(".reply")!.GetAttribute("lang"));
    }

    [Fact]
    public async Task QuotesAndReadingsKeepTheLanguageOfTheReading()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(new QuoteBlock("It rained.", new Citation("on-rain", "On Rain", 1, 1)))),
        };
        await using var site = await WebSite.StartAsync(seminar);
        site.Serve(
            Texts.Reading("on-rain", ["It rained."]) with { Language = ReadingLanguage.English },
            Texts.Reading("regen", ["…"]) with { Language = ReadingLanguage.Other });
        using var visitor = site.Visit("de");

        var chat = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "Hat es geregnet?"));
        var room = await visitor.OpenAsync("/r/on-rain");
        var shelf = await visitor.OpenAsync("/r");

        Assert.Equal("en", chat.QuerySelector("blockquote")!.GetAttribute("lang"));
        Assert.Equal(["en", "en"], room.QuerySelectorAll("h1, #p1 p").Select(part => part.GetAttribute("lang")));
        Assert.Equal("de", room.QuerySelector("#p1 .number")!.Closest("[lang]")!.GetAttribute("lang"));
        Assert.Equal(["en", null], shelf.QuerySelectorAll(".shelf a").Select(link => link.GetAttribute("lang")));
    }

    // A browser's first page sets the cookies for its forms; over HTTP this client would not send cookies for HTTPS.
    private static async Task<string> CookiesOfAsync(Visitor visitor)
    {
        using var response = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        return string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
    }
}
