using System.Net;
using Bot.Chat.Contract;

namespace Bot.Web.Tests.Safety;

/// <summary>Signing in as a teacher and to closed pages.</summary>
public sealed class SignInTests
{
    private const string Teacher = "the teacher's password";
    private const string Everybody = "everybody's password";

    [Fact]
    public async Task WithoutAPasswordThereIsNothingToSignInTo()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var visitor = site.Visit();

        using var response = await visitor.Http.GetAsync(new Uri("/sign-in", UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Null((await visitor.OpenAsync("/")).QuerySelector("a[href='/sign-in']"));
    }

    [Fact]
    public async Task AWrongPasswordIsRefusedAndTheRightOneMakesATeacher()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        var form = await visitor.OpenAsync("/sign-in");

        using (var refused = await visitor.PostAsync(form, "/sign-in", ("password", Teacher.ToUpperInvariant())))
        {
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        var page = await visitor.SendAsync(form, "/sign-in", ("password", Teacher));
        page = await visitor.SendAsync(page, "/c/seminar/say", ("words", "/debate schedule 09:00"));
        Assert.True(seminar.Got.Single().User.IsTeacher);

        page = await visitor.SendAsync(page, "/sign-out");
        await visitor.SendAsync(page, "/c/seminar/say", ("words", "/debate schedule 10:00"));
        Assert.False(seminar.Got[^1].User.IsTeacher);
    }

    [Fact]
    public async Task PasswordsCannotBeTriedOverAndOver()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:TeacherPassword", Teacher));
        using var visitor = site.Visit();
        var form = await visitor.OpenAsync("/sign-in");
        for (var i = 0; i < 10; i++)
        {
            (await visitor.PostAsync(form, "/sign-in", ("password", $"guess {i}"))).Dispose();
        }

        using var right = await visitor.PostAsync(form, "/sign-in", ("password", Teacher));

        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Fact]
    public async Task PagesWithAPasswordAreClosedUntilItIsGiven()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:Password", Everybody));
        site.Serve(Texts.Reading("on-rain", ["It rained."]));
        using var visitor = site.Visit();

        var form = await visitor.OpenAsync("/r/on-rain?at=1.1");
        Assert.DoesNotContain("It rained.", form.Body!.TextContent, StringComparison.Ordinal);
        var page = await visitor.SendAsync(form, "/sign-in", ("password", Everybody));

        Assert.Equal("It rained.", page.QuerySelector(".quoted")?.TextContent);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task SigningInLeadsToNoOtherHost(string then)
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar(), ("Web:Password", Everybody));
        using var visitor = site.Visit();
        var form = await visitor.OpenAsync("/sign-in");

        using var response = await visitor.PostAsync(form, "/sign-in", ("password", Everybody), ("then", then));

        Assert.Equal("/", response.Headers.Location?.OriginalString);
    }
}
