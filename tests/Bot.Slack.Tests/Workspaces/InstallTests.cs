using System.Net;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Slack.Fake;
using Bot.Slack.Replies;
using Bot.Slack.WebApi;
using Bot.Storage;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Slack.Tests.Workspaces;

public sealed class InstallTests : IDisposable
{
    private static readonly Workspace Other = new(FakeOAuth.Team);

    private readonly string folder = Directory.CreateTempSubdirectory("bot-slack-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task AWorkspaceInstallsTheAppAndIsServed()
    {
        await using var slack = await StartAsync();
        using var browser = Browser(slack);

        var (begun, state) = await BeginAsync(browser);
        using var finished = await FinishAsync(browser, FakeOAuth.Code, state);

        Assert.Equal("/oauth/v2/authorize", begun.AbsolutePath);
        Assert.Contains("chat:write", QueryHelpers.ParseQuery(begun.Query)["scope"].ToString(), StringComparison.Ordinal);
        Assert.Equal("https://bot.example.org/slack/oauth", QueryHelpers.ParseQuery(begun.Query)["redirect_uri"]);
        Assert.Contains("installed in Other seminar", await finished.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("xoxb-other-1", await TokenAsync(slack));
    }

    [Fact]
    public async Task TheDatabaseHoldsNoTokenThatCanBeRead()
    {
        await using var slack = await StartAsync();
        await InstallAsync(slack);

        var kept = await slack.Services.GetRequiredService<Database>().ReadAsync(
            session => session.ReadFirstAsync<string>("SELECT value FROM secrets WHERE name = @name", new { name = $"slack/{FakeOAuth.Team}" }),
            CancellationToken.None);

        Assert.NotNull(kept);
        Assert.DoesNotContain("xoxb", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AfterARestartTheWorkspaceIsServedStill()
    {
        await using (var first = await StartAsync())
        {
            await InstallAsync(first);
        }

        await using var second = await StartAsync();
        Assert.Equal("xoxb-other-1", await TokenAsync(second));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("made-up", true)]
    [InlineData(null, false)]
    public async Task AnInstallationThatThisBrowserDidNotBeginIsRefused(string? state, bool isSameBrowser)
    {
        await using var slack = await StartAsync();
        using var browser = Browser(slack);
        using var another = Browser(slack);
        var (_, begun) = await BeginAsync(browser);

        using var finished = await FinishAsync(isSameBrowser ? browser : another, FakeOAuth.Code, state ?? begun);

        Assert.Equal(HttpStatusCode.BadRequest, finished.StatusCode);
        Assert.Null(await TokenAsync(slack));
        Assert.DoesNotContain(slack.Slack.Calls, call => call.Method == "oauth.v2.access");
    }

    [Fact]
    public async Task AnInstallationIsFinishedOnceAlsoAfterARestart()
    {
        HttpRequestMessage again;
        await using (var first = await StartAsync())
        {
            await OpenAsync(first);
            using var browser = Browser(first);
            var (_, state) = await BeginAsync(browser);
            using var finished = await FinishAsync(browser, FakeOAuth.Code, state);
            finished.EnsureSuccessStatusCode();
            using var repeated = await FinishAsync(browser, FakeOAuth.Code, state);
            Assert.Equal(HttpStatusCode.BadRequest, repeated.StatusCode);

            again = new HttpRequestMessage(HttpMethod.Get, $"/slack/oauth?code={FakeOAuth.Code}&state={Uri.EscapeDataString(state)}");
            again.Headers.Add("Cookie", browser.DefaultRequestHeaders.GetValues("Cookie"));
            await first.Services.GetRequiredService<SharedClaims>().FlushAsync(CancellationToken.None);
        }

        await using var second = await StartAsync();
        await OpenAsync(second);
        await second.Services.GetRequiredService<SharedClaims>().LoadAsync(CancellationToken.None);
        using (again)
        {
            using var afterwards = await second.Http.SendAsync(again);
            Assert.Equal(HttpStatusCode.BadRequest, afterwards.StatusCode);
        }

        Assert.DoesNotContain(second.Slack.Calls, call => call.Method == "oauth.v2.access");

        static Task OpenAsync(SlackUnderTest slack) => slack.Services.GetRequiredService<Database>().OpenAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("T0ONE", null, "U0STUDENT", true)]
    [InlineData("T0TWO", null, "U0STUDENT", false)]
    [InlineData("T0TWO", "E0UNION", "W0STUDENT", true)]
    [InlineData("T0TWO", "E0ELSE", "W0STUDENT", false)]
    public async Task ATeacherInTheSettingsIsOneOnlyInTheirWorkspace(string team, string? organization, string user, bool isTeacher)
    {
        await using var slack = await StartAsync(("Slack:Teachers", "T0ONE/U0STUDENT, E0UNION/W0STUDENT"));
        var teachers = slack.Services.GetRequiredService<TeacherLookup>();

        Assert.Equal(isTeacher, await teachers.IsTeacherAsync(new Workspace(team, organization), user, TimeSpan.FromSeconds(30), CancellationToken.None));
    }

    [Fact]
    public async Task ACodeThatSlackDoesNotKnowInstallsNothing()
    {
        await using var slack = await StartAsync();
        using var browser = Browser(slack);
        var (_, state) = await BeginAsync(browser);

        using var finished = await FinishAsync(browser, "another-code", state);

        Assert.Contains("Nothing was installed", await finished.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(await TokenAsync(slack));
    }

    [Fact]
    public async Task ATokenThatIsAboutToExpireIsExchanged()
    {
        await using var slack = await StartAsync();
        slack.Slack.OAuth.ExpiresIn = 60;
        await InstallAsync(slack);
        slack.Slack.OAuth.ExpiresIn = 43_200;

        var tokens = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => TokenAsync(slack)));

        Assert.All(tokens, token => Assert.Equal("xoxb-other-2", token));
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":[],"bot":["U0BOT"]}}""", true)]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U0STUDENT"],"bot":[]}}""", false)]
    public async Task AWorkspaceThatTakesTheAppAwayIsForgotten(string happened, bool isForgotten)
    {
        await using var slack = await StartAsync();
        await InstallAsync(slack);
        var envelope = Payloads.Event((JsonObject)JsonNode.Parse(happened)!, "1");
        (envelope["team_id"], envelope["authorizations"]![0]!["team_id"]) = (FakeOAuth.Team, FakeOAuth.Team);

        using var response = await slack.Member().SendAsync("/slack/events", envelope.ToJsonString());

        Assert.Equal(isForgotten, await TokenAsync(slack) is null);
    }

    [Fact]
    public async Task WithoutItsDatabaseTheProgramSaysThatNothingCanBeInstalledNow()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "bot.db"), new string('x', 1000));
        await using var slack = await StartAsync();
        using var browser = Browser(slack);

        using var begun = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative));
        using var finished = await FinishAsync(browser, FakeOAuth.Code, "state");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, begun.StatusCode);
        Assert.Contains("is damaged. Restore a backup.", await begun.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, finished.StatusCode);
    }

    [Fact]
    public async Task AWorkspaceThatTakesTheAppAwayWhileTheDatabaseIsGoneIsForgottenAfterwards()
    {
        await using var slack = await StartAsync();
        await InstallAsync(slack);
        var (database, elsewhere) = (Path.Combine(folder, "bot.db"), Path.Combine(folder, "elsewhere.db"));
        var envelope = Payloads.Event(new JsonObject { ["type"] = "app_uninstalled" }, "1");
        (envelope["team_id"], envelope["authorizations"]![0]!["team_id"]) = (FakeOAuth.Team, FakeOAuth.Team);

        File.Move(database, elsewhere);
        using var first = await slack.Member().SendAsync("/slack/events", envelope.ToJsonString());
        File.Move(elsewhere, database);
        using var again = await slack.Member().SendAsync("/slack/events", envelope.ToJsonString(), retry: 1);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (first.StatusCode, again.StatusCode));
        Assert.Null(await TokenAsync(slack));
    }

    [Fact]
    public async Task TheTokensOfAllWorkspacesAreChecked()
    {
        await using var slack = await StartAsync();
        var check = slack.Services.GetRequiredService<IOnlineCheck>();
        var none = await check.RunAsync(CancellationToken.None);
        await InstallAsync(slack);
        var good = await check.RunAsync(CancellationToken.None);
        slack.Slack.Scopes = "commands";
        var lacking = await check.RunAsync(CancellationToken.None);

        Assert.Equal("No workspace has installed the app yet. Install it at https://bot.example.org/slack/install.", Assert.Single(none).Words);
        Assert.All(good, finding => Assert.True(finding.IsGood && finding.Words.StartsWith($"{FakeOAuth.Team}: ", StringComparison.Ordinal), finding.Words));
        Assert.Contains(lacking, finding => !finding.IsGood && finding.Words.StartsWith($"{FakeOAuth.Team}: Its token lacks ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnOrganizationInstallsTheAppForAllItsWorkspaces()
    {
        await using var slack = await StartAsync();
        slack.Slack.OAuth.IsForOrganization = true;
        var said = await InstallAsync(slack);

        Assert.Contains("https://app.slack.com/manage/E0UNION/integrations/profile/A0APP/workspaces/add", said, StringComparison.Ordinal);
        Assert.Null(await TokenAsync(slack));
        Assert.Equal("xoxb-other-1", await TokenAsync(slack, new Workspace(FakeOAuth.Team, FakeOAuth.Organization)));
    }

    [Fact]
    public async Task APostFindsTheTokenOfTheOrganizationOnceARequestHasNamedIt()
    {
        await using (var first = await StartAsync())
        {
            first.Slack.OAuth.IsForOrganization = true;
            await InstallAsync(first);
            await TokenAsync(first, new Workspace(FakeOAuth.Team, FakeOAuth.Organization));
        }

        await using var second = await StartAsync();
        Assert.Equal("xoxb-other-1", await TokenAsync(second));
    }

    [Fact]
    public async Task AWorkspaceThatItsOrganizationTakesTheAppAwayFromIsForgottenAndTheOthersAreServedOn()
    {
        await using var slack = await StartAsync();
        slack.Slack.OAuth.IsForOrganization = true;
        await InstallAsync(slack);
        var another = new Workspace("T0ANOTHER");
        await TokenAsync(slack, Other with { Enterprise = FakeOAuth.Organization });
        await TokenAsync(slack, another with { Enterprise = FakeOAuth.Organization });
        var envelope = Payloads.Event(new JsonObject { ["type"] = "team_access_revoked", ["team_ids"] = new JsonArray(FakeOAuth.Team) }, "1");
        (envelope["team_id"], envelope["enterprise_id"]) = (null, FakeOAuth.Organization);

        using var response = await slack.Member().SendAsync("/slack/events", envelope.ToJsonString());

        Assert.Null(await TokenAsync(slack));
        Assert.Equal("xoxb-other-1", await TokenAsync(slack, another));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("T0OTHER")]
    public async Task AnOrganizationThatTakesTheAppAwayIsForgotten(string? team)
    {
        await using var slack = await StartAsync();
        slack.Slack.OAuth.IsForOrganization = true;
        await InstallAsync(slack);
        var workspace = new Workspace(FakeOAuth.Team, FakeOAuth.Organization);
        await TokenAsync(slack, workspace);
        var envelope = Payloads.Event(new JsonObject { ["type"] = "app_uninstalled" }, "1");
        (envelope["team_id"], envelope["enterprise_id"]) = (team, FakeOAuth.Organization);
        envelope["authorizations"] = new JsonArray(new JsonObject
        {
            ["enterprise_id"] = FakeOAuth.Organization,
            ["team_id"] = null,
            ["is_enterprise_install"] = true,
        });

        using var response = await slack.Member().SendAsync("/slack/events", envelope.ToJsonString());

        Assert.Null(await TokenAsync(slack, workspace));
    }

    private Task<SlackUnderTest> StartAsync(params (string Name, string Value)[] more) => SlackUnderTest.StartAsync(
        new ScriptedSeminar(),
        [
            ("Slack:Token", ""),
            ("Slack:ClientId", FakeOAuth.ClientId),
            ("Slack:ClientSecret", FakeOAuth.ClientSecret),
            ("Slack:PublicUrl", "https://bot.example.org"),
            ("Storage:Folder", folder),
            .. more,
        ]);

    private static async Task<string> InstallAsync(SlackUnderTest slack)
    {
        using var browser = Browser(slack);
        var (_, state) = await BeginAsync(browser);
        using var finished = await FinishAsync(browser, FakeOAuth.Code, state);
        finished.EnsureSuccessStatusCode();
        return await finished.Content.ReadAsStringAsync();
    }

    // The cookie is for HTTPS, which the loopback address does not use: the test sends it explicitly.
    private static HttpClient Browser(SlackUnderTest slack) =>
        new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = slack.Http.BaseAddress };

    private static async Task<(Uri Location, string State)> BeginAsync(HttpClient browser)
    {
        using var response = await browser.GetAsync(new Uri("/slack/install", UriKind.Relative));
        browser.DefaultRequestHeaders.Add("Cookie", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        var location = response.Headers.Location ?? throw new InvalidOperationException("It leads nowhere.");
        return (location, QueryHelpers.ParseQuery(location.Query)["state"].ToString());
    }

    private static Task<HttpResponseMessage> FinishAsync(HttpClient browser, string code, string state) =>
        browser.GetAsync(new Uri($"/slack/oauth?code={code}&state={Uri.EscapeDataString(state)}", UriKind.Relative));

    private static async Task<string?> TokenAsync(SlackUnderTest slack, Workspace? workspace = null) =>
        await slack.Services.GetRequiredService<IWorkspaceTokens>().FindAsync(workspace ?? Other, CancellationToken.None);
}
