using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Chat.Contract;

namespace Bot.Web.Tests.Desk;

/// <summary>The page of a channel's readings, without a browser.</summary>
public sealed class ReadingsPageTests
{
    private const string Teacher = "the teacher's password";
    private const string Everybody = "everybody's password";
    private const string Upload = "/desk/seminar/readings/upload";

    [Fact]
    public async Task ItIsForTeachersAlone()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher), ("Web:Password", Everybody));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Everybody);
        var page = await visitor.OpenAsync("/");

        using var shown = await visitor.Http.GetAsync(new Uri("/desk/seminar/readings", UriKind.Relative));
        using var chosen = await visitor.PostAsync(page, "/desk/seminar/readings", ("all", "yes"));
        using var sent = await SendAsync(visitor, page, ("bees.txt", "Bees."));

        Assert.All([shown, chosen, sent], response => Assert.StartsWith("/sign-in", response.Headers.Location?.OriginalString, StringComparison.Ordinal));
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task ReadingsAreChosenAndDeletedByCommand()
    {
        var seminar = new ScriptedSeminar { Suggestions = _ => [new Suggestion("On Rain", "on-rain")] };
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        site.Serve(Texts.Reading("on-rain", ["It rained."]), Texts.Reading("on-sun", ["It shone."]) with { Workspace = "web/" }, Texts.Reading("secret", ["Psst."]) with { Workspace = "slack/team" });
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        var page = await visitor.OpenAsync("/desk/seminar/readings");

        await visitor.SendAsync(page, "/desk/seminar/readings", ("name", "on-sun"));
        await visitor.SendAsync(page, "/desk/seminar/readings", ("once", "2"), ("all", "yes"));
        await visitor.SendAsync(page, "/desk/seminar/readings", ("once", "3"), ("delete", "on-sun"));

        Assert.Equal(["on-rain", "on-sun"], page.QuerySelectorAll("[type=checkbox]").Select(box => box.GetAttribute("value")));
        Assert.Equal([true, false], page.QuerySelectorAll("[type=checkbox]").Select(box => box.HasAttribute("checked")));
        Assert.Equal("on-sun", Assert.Single(page.QuerySelectorAll("[name=delete]")).GetAttribute("value"));
        Assert.Equal(["/readings use on-sun", "/readings use all", "/readings delete on-sun"], seminar.Got.Select(command => command.Text));
    }

    [Fact]
    public async Task FilesAreHandedToTheCommand()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        using var sent = await SendAsync(visitor, await visitor.OpenAsync("/desk/seminar/readings"), ("bees.txt", "Bees."), ("ants.txt", "Ants."));

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Equal([("readings add", "bees.txt"), ("readings add", "ants.txt")], seminar.Got.Select(command => (command.Name, command.File?.Name)).OrderDescending());
        var content = await seminar.Got.First(command => command.File?.Name == "bees.txt").File!.ReadAsync(1, CancellationToken.None);
        Assert.Equal("Bees.", Encoding.UTF8.GetString(content));
    }

    [Fact]
    public async Task AFormThatIsTooLargeIsNotRead()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        using var request = new HttpRequestMessage(HttpMethod.Post, Upload) { Content = new ByteArrayContent([]) };
        request.Content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        request.Content.Headers.ContentLength = 300L * 1024 * 1024;
        request.Headers.ExpectContinue = true;

        using var response = await visitor.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Empty(seminar.Got);
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlDocument page, params (string Name, string Text)[] files)
    {
        using var content = new MultipartFormDataContent();
        var form = page.QuerySelector($"form[action='{Upload}']") ?? page.QuerySelector("form")!;
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name ?? "");
        }

        foreach (var (name, text) in files)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        }

        return await visitor.Http.PostAsync(new Uri(Upload, UriKind.Relative), content);
    }

    private static async Task SignInAsync(Visitor visitor, string password) =>
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("password", password));
}
