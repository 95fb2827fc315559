using System.Net;
using Bot.Chat.Contract;
using Bot.Library;
using Bot.Library.Readings;
using Bot.Library.Retrieval;

namespace Bot.Web.Tests.Desk;

/// <summary>The teacher's desk.</summary>
public sealed class DeskTests
{
    private const string Teacher = "the teacher's password";
    private const string Everybody = "everybody's password";

    [Theory]
    [InlineData("/desk/seminar")]
    [InlineData("/desk/no-such-channel")]
    public async Task TheDeskIsOnlyForTeachers(string address)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher), ("Web:Password", Everybody));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Everybody);

        using var refused = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        var page = await visitor.OpenAsync("/");
        using var posted = await visitor.PostAsync(page, "/desk/seminar/run", ("command", "debate schedule"), ("text", "09:00 Etc/UTC"));

        Assert.StartsWith("/sign-in", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
        Assert.Contains("You are not signed in as a teacher", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(seminar.Got);
        Assert.Null(page.QuerySelector("a[href='/desk']"));
    }

    [Fact]
    public async Task WithoutATeachersPasswordThereIsNoDesk()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();

        using var response = await visitor.Http.GetAsync(new Uri("/desk/seminar", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task TheOverviewSaysWhichFilesAreNotServedAndWhatIsWorthALook()
    {
        await using var site = await WebSite.StartWholeAsync(("Web:TeacherPassword", Teacher), ("Web:Channels", "one,two"));
        site.Shelf.Replace(new ShelfSnapshot(
            [Texts.Reading("on-rain", ["It rained."]) with { Warnings = ["Its letters are in a mess."] }],
            [new ReadingProblem("broken.pdf", "It holds no text.")],
            RetrievalIndex.Build([])));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        var words = (await visitor.OpenAsync("/desk/two")).QuerySelector("main")!.TextContent;

        foreach (var said in new[] { "This channel has no schedule.", "broken.pdf", "It holds no text.", "Its letters are in a mess." })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("", "", "09:30 Europe/Lisbon weekdays")]
    [InlineData("2026-09-01", "2027-01-31", "09:30 Europe/Lisbon weekdays 2026-09-01..2027-01-31")]
    [InlineData("", "2027-01-31", "09:30 Europe/Lisbon weekdays ..2027-01-31")]
    public async Task AFormRunsItsCommandOnceAndSaysWhatCameOfIt(string from, string to, string text)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        var desk = await visitor.OpenAsync("/desk/seminar/debates");
        (string, string)[] fields =
        [
            ("command", "debate schedule"), ("text", "09:30"), ("text", "Europe/Lisbon"), ("text", "weekdays"), ("from", from), ("to", to),
            ("option.readings", "one"), ("option.readings", "two"), ("then", "/desk/seminar/debates"), ("once", "7"),
        ];

        var page = await visitor.SendAsync(desk, "/desk/seminar/run", fields);
        var again = await visitor.SendAsync(desk, "/desk/seminar/run", fields);

        var command = Assert.Single(seminar.Got);
        Assert.Equal(("debate schedule", text, "one,two", true), (command.Name, command.Text, command.Options["readings"], command.User.IsTeacher));
        Assert.Equal($"You wrote debate schedule: {text}", page.QuerySelector(".outcome")?.TextContent.Trim());
        Assert.Null(again.QuerySelector(".outcome"));
    }

    [Theory]
    [InlineData("https://evil.example/desk/seminar")]
    [InlineData("//evil.example/")]
    [InlineData("/c/seminar")]
    public async Task AFormLeadsToNoOtherPlaceThanTheDesk(string then)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        using var response = await visitor.PostAsync(await visitor.OpenAsync("/desk/seminar"), "/desk/seminar/run", ("command", "ask"), ("then", then));

        Assert.Equal("/desk/seminar", response.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task AFormWithoutItsTokenDoesNothing()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        using var response = await visitor.Http.PostAsync(
            new Uri("/desk/seminar/run", UriKind.Relative), new FormUrlEncodedContent([new("command", "debate post")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(seminar.Got);
    }

    private static async Task SignInAsync(Visitor visitor, string password) =>
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("password", password));
}
