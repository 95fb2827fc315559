using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Chat.Contract;
using Bot.Web.Settings;
using Bot.Web.Tests.Desk;

namespace Bot.Web.Tests.Safety;

/// <summary>The error pages for refused forms.</summary>
public sealed class FormGateTests
{
    [Theory]
    [InlineData("/c/seminar/say", "/c/seminar")]
    [InlineData("/desk/seminar/run", "/desk/seminar")]
    [InlineData("/desk/seminar/debates/import", "/desk/seminar/debates")]
    [InlineData("/desk/seminar/readings/upload", "/desk/seminar/readings")]
    [InlineData("/sign-in", "/")]
    public async Task ABrowserThatIsNotKnownIsToldToLoadThePageAgain(string action, string page)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", DeskVisits.Teacher));
        using var visitor = site.Visit();

        using var response = await visitor.Http.PostAsync(new Uri(action, UriKind.Relative), new FormUrlEncodedContent([new("words", "Did it rain?")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        var said = await Visitor.ReadAsync(response);
        Assert.Contains("The program was restarted since this page was opened", said.QuerySelector("h1 + p")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page, said.QuerySelector<IHtmlAnchorElement>("main a")?.GetAttribute("href"));
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task ASignedOutTeacherIsToldSoAndNotThatTheFileIsTooLarge()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:TeacherPassword", DeskVisits.Teacher));
        using var visitor = await site.VisitAsTeacherAsync();
        var page = await visitor.OpenAsync("/desk/seminar/debates");
        await visitor.SendAsync(page, "/sign-out");
        await visitor.OpenAsync("/");

        var said = await visitor.ImportAsync(page, new string('x', 300 * 1024));

        Assert.Equal("You are not signed in as a teacher", said.QuerySelector("h1")?.TextContent);
        Assert.NotNull(said.QuerySelector("main a[href='/desk/seminar/debates']"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ATooLongFormIsToldItsLimitEvenWithoutAContentLength(bool saysLength)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync("/");
        var token = page.QuerySelector<IHtmlInputElement>("form[action='/c/seminar/say'] input[name=__RequestVerificationToken]")!.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/c/seminar/say")
        {
            Content = new StringContent(
                $"__RequestVerificationToken={Uri.EscapeDataString(token)}&words={new string('x', WebLimits.FormBytes)}",
                Encoding.UTF8,
                "application/x-www-form-urlencoded"),
        };
        request.Headers.TransferEncodingChunked = !saysLength;

        using var response = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains("You can send at most 128 kB here at once.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task AFormOfAnotherKindIsRefused()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();
        await visitor.OpenAsync("/");

        using var response = await visitor.Http.PostAsync(
            new Uri("/c/seminar/say", UriKind.Relative), new StringContent("{}", Encoding.UTF8, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
