using System.Net;
using Bot.Chat;
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
    public async Task TheDeskIsForTeachersAlone(string address)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher), ("Web:Password", Everybody));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Everybody);

        using var refused = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        var page = await visitor.OpenAsync("/");
        using var posted = await visitor.PostAsync(page, "/desk/seminar/schedule", ("time", "09:00"), ("zone", "Etc/UTC"), ("days", "daily"));

        Assert.StartsWith("/sign-in", refused.Headers.Location?.OriginalString, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", posted.Headers.Location?.OriginalString, StringComparison.Ordinal);
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
    public async Task ItShowsWhatIsPlannedAndWhichFilesAreNotServed()
    {
        var seminar = new ScriptedSeminar { Answer = (command, _) => Task.FromResult(ChatReply.Answer(new TextBlock($"Said by {command.Name} for {command.Channel.Channel}."))) };
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher), ("Web:Channels", "one,two"));
        site.Shelf.Replace(new ShelfSnapshot(
            [Texts.Reading("on-rain", ["It rained."]) with { Warnings = ["Its letters are in a mess."] }],
            [new ReadingProblem("broken.pdf", "It holds no text.")],
            RetrievalIndex.Build([])));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);

        var words = (await visitor.OpenAsync("/desk/two")).QuerySelector("main")!.TextContent;

        foreach (var said in new[] { "Said by debate list for two.", "broken.pdf", "It holds no text.", "Its letters are in a mess." })
        {
            Assert.Contains(said, words, StringComparison.Ordinal);
        }

        Assert.All(seminar.Got, command => Assert.True(command.User.IsTeacher));
    }

    [Theory]
    [InlineData("", "", "09:30 Europe/Lisbon weekdays")]
    [InlineData("2026-09-01", "2027-01-31", "09:30 Europe/Lisbon weekdays 2026-09-01..2027-01-31")]
    [InlineData("", "2027-01-31", "09:30 Europe/Lisbon weekdays ..2027-01-31")]
    public async Task AScheduleIsMadeByItsCommand(string from, string to, string text)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        await SignInAsync(visitor, Teacher);
        var desk = await visitor.OpenAsync("/desk/seminar");

        var page = await visitor.SendAsync(
            desk, "/desk/seminar/schedule", ("time", "09:30"), ("zone", "Europe/Lisbon"), ("days", "weekdays"), ("from", from), ("to", to));

        Assert.Equal((ChatCommand.PlainWords, $"/debate schedule {text}"), (seminar.Got[^1].Name, seminar.Got[^1].Text));
        Assert.Contains(text, page.QuerySelector(".reply")?.TextContent, StringComparison.Ordinal);
    }

    private static async Task SignInAsync(Visitor visitor, string password) =>
        await visitor.SendAsync(await visitor.OpenAsync("/sign-in"), "/sign-in", ("password", password));
}
