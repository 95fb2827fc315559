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
    private const string Check = "/desk/seminar/readings/check";

    [Fact]
    public async Task ItIsOnlyForTeachers()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher), ("Web:Password", Everybody));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Everybody);
        var page = await visitor.OpenAsync("/");

        using var shown = await visitor.Http.GetAsync(new Uri("/desk/seminar/readings", UriKind.Relative));
        using var chosen = await visitor.PostAsync(page, "/desk/seminar/run", ("command", "readings use"), ("text", "all"));
        using var sent = await SendAsync(visitor, page, ("bees.txt", "Bees."));

        Assert.StartsWith("/sign-in", shown.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.All([chosen, sent], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task ReadingsAreChosenAndDeletedByCommand()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        site.Serve(Texts.Reading("on-rain", ["It rained."]), Texts.Reading("on-sun", ["It shone."]) with { Workspace = "web/" }, Texts.Reading("secret", ["Psst."]) with { Workspace = "slack/team" });
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        var page = await visitor.OpenAsync("/desk/seminar/readings");

        var forms = page.QuerySelectorAll("form[action='/desk/seminar/run']");
        await visitor.SubmitAsync(forms[0], ("once", "1"), ("text", "on-rain"), ("text", "on-sun"));
        await visitor.SubmitAsync(forms[1], ("once", "2"));
        await visitor.SubmitAsync(forms[2], ("once", "3"));

        Assert.Equal(["on-rain", "on-sun"], page.QuerySelectorAll("[type=checkbox]").Select(box => box.GetAttribute("value")));
        Assert.Equal([true, true], page.QuerySelectorAll("[type=checkbox]").Select(box => box.HasAttribute("checked")));
        Assert.Equal(
            [("readings use", "on-rain on-sun"), ("readings use", "all"), ("readings delete", "on-sun")], seminar.Got.Select(command => (command.Name, command.Text)));
    }

    [Fact]
    public async Task FilesAreHandedToTheCommandOneAfterTheOtherAndThePageSaysWhatCameOfAll()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = async (command, cancellationToken) => ChatReply.Answer(
                new TextBlock($"{command.Name} {command.Files[0].Name}: {Encoding.UTF8.GetString(await command.Files[0].ReadAsync(1, cancellationToken))}")),
        };
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        using var sent = await SendAsync(visitor, await visitor.OpenAsync("/desk/seminar/readings"), ("bees.txt", "Bees."), ("ants.txt", "Ants."));

        Assert.Equal("/desk/seminar/readings", sent.Headers.Location?.OriginalString);
        var said = (await visitor.OpenAsync("/desk/seminar/readings")).QuerySelectorAll(".outcome p").Select(line => line.TextContent);
        Assert.Equal(["readings add bees.txt: Bees.", "readings add ants.txt: Ants."], said);
    }

    [Fact]
    public async Task MoreFilesThanOneFormHoldsAreRefusedTogether()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        var files = Enumerable.Range(1, 11).Select(number => ($"{number}.txt", "Bees.")).ToArray();

        using var sent = await SendAsync(visitor, await visitor.OpenAsync("/desk/seminar/readings"), files);

        Assert.Equal(
            "Choose at least one file and at most 10; these were 11. Nothing was uploaded.",
            (await visitor.OpenAsync("/desk/seminar/readings")).QuerySelector(".outcome")?.TextContent.Trim());
        Assert.Empty(seminar.Got);
    }

    [Fact]
    public async Task AnEssayIsCheckedOnlyForTheTeacher()
    {
        var seminar = new ScriptedSeminar
        {
            Answer = async (command, cancellationToken) => ChatReply.Answer(
                new TextBlock($"{command.Name}: {Encoding.UTF8.GetString(await command.Files[0].ReadAsync(1, cancellationToken))}")),
        };
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        using var empty = await SendAsync(visitor, await visitor.OpenAsync("/desk/seminar/readings"), Check);
        using var sent = await SendAsync(visitor, await visitor.OpenAsync("/desk/seminar/readings"), Check, ("essay.txt", "My essay."));

        Assert.Equal("/desk/seminar/readings", sent.Headers.Location?.OriginalString);
        Assert.Contains("checkquote: My essay.", (await visitor.OpenAsync("/desk/seminar/readings")).QuerySelector(".outcome")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("My essay.", (await visitor.OpenAsync("/c/seminar")).Body?.TextContent, StringComparison.Ordinal);
        Assert.Equal("/checkquote essay.txt", $"/{Assert.Single(seminar.Got).Name} {seminar.Got[0].Files[0].Name}");
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

    private static Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlDocument page, params (string Name, string Text)[] files) =>
        SendAsync(visitor, page, Upload, files);

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlDocument page, string address, params (string Name, string Text)[] files)
    {
        using var content = new MultipartFormDataContent();
        var form = page.QuerySelector($"form[action='{address}']") ?? page.QuerySelector("form")!;
        foreach (var hidden in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>())
        {
            content.Add(new StringContent(hidden.Value), hidden.Name ?? "");
        }

        foreach (var (name, text) in files)
        {
            content.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "file", name);
        }

        return await visitor.Http.PostAsync(new Uri(address, UriKind.Relative), content);
    }

    private static async Task SignInAsync(Visitor visitor, string password) =>
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("password", password));
}
