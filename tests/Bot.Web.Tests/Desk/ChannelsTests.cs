using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Seminar.DailyDebates.Agenda;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Tests.Desk;

/// <summary>Channels of other platforms at the desk.</summary>
public sealed class ChannelsTests
{
    private const string Discord = "/desk/discord.1234.5678";

    private static readonly ChannelAddress Week2 = new("discord", "1234", "5678");

    [Fact]
    public async Task TheListHasTheChannelsOfEachPlatformWithWhatWaitsInThem()
    {
        await using var site = await StartAsync(new Names());
        await site.RunAsync(Week2, "debate suggest", "Rain should be free.");
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.OpenAsync("/desk");

        Assert.Equal(["In the browser", "Philosophy 101 on Discord"], page.QuerySelectorAll("caption").Select(caption => caption.TextContent));
        Assert.Equal(["# week-2", "0", "1"], page.QuerySelectorAll("table:last-of-type tr:has(a[href*=discord]) > *").Select(cell => cell.TextContent));
        page = await visitor.OpenAsync(page.QuerySelector<IHtmlAnchorElement>("a[href*=discord]")!.GetAttribute("href")!);
        Assert.Contains("Overview for # week-2, Philosophy 101 on Discord", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("One suggested motion", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithOneChannelAloneThereIsNoList()
    {
        await using var site = await DeskVisits.StartAsync();
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.OpenAsync("/desk");

        Assert.Contains("Overview for # seminar", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main a[href='/desk']"));
    }

    [Fact]
    public async Task AChannelWhoseNameDoesNotComeInTimeIsCalledByItsId()
    {
        await using var site = await StartAsync(new Names { Answer = new TaskCompletionSource<string?>().Task });
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.OpenAsync("/desk");

        Assert.Contains("1234 on Discord", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("5678", page.QuerySelector($"a[href='{Discord}']")!.TextContent);
    }

    [Fact]
    public async Task APlatformIsAskedForANameOnce()
    {
        var names = new Names();
        await using var site = await StartAsync(names);
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = await site.VisitAsTeacherAsync();

        await visitor.OpenAsync(Discord);
        await visitor.OpenAsync($"{Discord}/debates");

        Assert.Equal(["1234", "5678"], names.Asked.Order());
    }

    [Fact]
    public async Task ActionsAtTheDeskAffectOnlyThatChannel()
    {
        await using var site = await StartAsync(new Names());
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = await site.VisitAsTeacherAsync();

        var page = await visitor.FillAsync(await visitor.OpenAsync($"{Discord}/debates"), "debate queue", ("text", "Rain should be dear."));
        Assert.Contains("Rain should be dear.", page.QuerySelector("#queue li")!.TextContent, StringComparison.Ordinal);
        page = await visitor.FillAsync(await visitor.OpenAsync($"{Discord}/counterarguments"), "counter add", ("text", "Rain is bad."), ("text", "|"), ("text", "It waters."));
        Assert.Contains("It waters.", page.QuerySelector(".rows")!.TextContent, StringComparison.Ordinal);
        page = await visitor.FillAsync(await visitor.OpenAsync($"{Discord}/readings"), "readings use", ("text", "on-rain"));
        Assert.Contains("on-rain", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var agendas = site.Services.GetRequiredService<ChannelAgendas>();
        Assert.Single((await agendas.OfAsync(Week2, CancellationToken.None)).Queue);
        Assert.Empty((await agendas.OfAsync(new("web", "", "seminar"), CancellationToken.None)).Queue);
        Assert.Null((await visitor.OpenAsync("/desk/seminar/counterarguments")).QuerySelector(".rows"));
    }

    [Fact]
    public async Task SettingsShowWhatIsChosenAndAreChanged()
    {
        await using var site = await StartAsync(new Names());
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = await site.VisitAsTeacherAsync();
        var page = await visitor.OpenAsync($"{Discord}/settings");
        Assert.Equal("private", Chosen(page, "replies"));

        page = await visitor.FillAsync(page, "settings", ("option.replies", "channel"), ("option.notes", "off"));

        Assert.Equal(("channel", "off", "off"), (Chosen(page, "replies"), Chosen(page, "notes"), Chosen(page, "recap")));
        Assert.Contains("replies: channel", page.Outcome(), StringComparison.Ordinal);
        Assert.Equal("usual", Chosen(await visitor.OpenAsync("/desk/seminar/settings"), "replies"));
    }

    [Theory]
    [InlineData("/desk/discord.1234.9999")]
    [InlineData("/desk/discord.1234.5678.9")]
    [InlineData("/desk/web..seminar/debates")]
    public async Task AChannelThatNothingIsKnownOfIsNone(string address)
    {
        await using var site = await StartAsync(new Names());
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = await site.VisitAsTeacherAsync();

        using var response = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task TheListIsOnlyForTeachers()
    {
        await using var site = await StartAsync(new Names());
        await site.RunAsync(Week2, "settings", "", ("replies", "private"));
        using var visitor = site.Visit();

        using var response = await visitor.Http.GetAsync(new Uri("/desk", UriKind.Relative));

        Assert.StartsWith("/sign-in", response.Headers.Location?.OriginalString, StringComparison.Ordinal);
    }

    private static string? Chosen(IHtmlDocument page, string setting) =>
        page.QuerySelector<IHtmlSelectElement>($"select[name='option.{setting}']")?.Value;

    private static async Task<WebSite> StartAsync(Names names)
    {
        var site = await WebSite.StartWholeAsync(services => services.AddSingleton<IChannelNames>(names), ("Web:TeacherPassword", DeskVisits.Teacher));
        site.Serve(Texts.Reading("on-rain", ["The town should pay for umbrellas."]));
        return site;
    }

    /// <summary>A platform with one channel.</summary>
    private sealed class Names : IChannelNames
    {
        private readonly List<string> asked = [];

        public IReadOnlyList<string> Asked => asked;

        /// <summary>The name of the channel; null for <c>week-2</c>.</summary>
        public Task<string?>? Answer { get; init; }

        public string Platform => "discord";

        public Task<string?> OfChannelAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
            Say(channel.Channel, Answer ?? Task.FromResult<string?>("week-2"));

        public Task<string?> OfSpaceAsync(string space, CancellationToken cancellationToken) =>
            Say(space, Task.FromResult<string?>(Answer is null ? "Philosophy 101" : null));

        private Task<string?> Say(string about, Task<string?> name)
        {
            lock (asked)
            {
                asked.Add(about);
            }

            return name;
        }
    }
}
