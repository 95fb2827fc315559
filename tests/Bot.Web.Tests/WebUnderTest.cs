using System.Diagnostics;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Chat.Posting;
using Bot.Web.Channels;
using Bot.Web.Settings;
using Microsoft.Extensions.DependencyInjection;

namespace Bot.Web.Tests;

/// <summary>The pages for the adapter contract: a student and a teacher, each with a browser.</summary>
internal sealed class WebUnderTest : IAdapterUnderTest
{
    public const string TeacherPassword = "a long enough password";
    private const string Channel = "/c/seminar";

    private readonly WebSite site;
    private readonly Visitor student;
    private readonly Visitor teacher;

    private WebUnderTest(WebSite site)
    {
        this.site = site;
        (student, teacher) = (site.Visit(), site.Visit());
    }

    public Capabilities Capabilities => WebAdapter.Able;

    public Limits Limits => WebLimits.All;

    public IChannelPoster? Poster => site.Services.GetRequiredService<IChannelPoster>();

    public int LimitBreaches => 0;

    public IReadOnlyList<SeenMessage> Seen => SeenAsync().GetAwaiter().GetResult();

    public static async Task<WebUnderTest> StartAsync(ISeminar seminar)
    {
        var site = await WebSite.StartAsync(seminar, ("Web:TeacherPassword", TeacherPassword), ("Web:RequestsPerMinute", "1000000"));
        var adapter = new WebUnderTest(site);
        var signIn = await adapter.teacher.OpenAsync("/sign-in");
        await adapter.teacher.SendAsync(signIn, "/sign-in", ("password", TeacherPassword));
        await adapter.student.OpenAsync(Channel);
        return adapter;
    }

    public async Task<Acknowledgement> DeliverAsync(Happening happened)
    {
        var visitor = happened.IsTeacher ? teacher : student;
        var page = await visitor.OpenAsync("/c/seminar?before=1");
        var text = string.Join(' ', happened.Options.Select(option => $"{option.Key}:{option.Value}").Prepend($"/{happened.Command} {happened.Text}"));
        var watch = Stopwatch.StartNew();
        using var response = await (happened.Kind switch
        {
            HappeningKind.Press when happened.Button is { Label: "Share with channel", State: var entry } =>
                visitor.PostAsync(page, $"{Channel}/share", ("entry", entry)),
            HappeningKind.Press => visitor.PostAsync(page, $"{Channel}/press", ("code", happened.Button?.State ?? ""), ("once", happened.Delivery)),
            _ => visitor.PostAsync(page, $"{Channel}/say", ("words", text), ("once", happened.Delivery)),
        });
        return new Acknowledgement(watch.Elapsed, response.StatusCode == HttpStatusCode.Found, null);
    }

    public Task RestartAsync() => site.RestartAdapterAsync();

    // A page has no rate limit and cannot be refused.
    public void LimitNext(TimeSpan retryAfter)
    {
    }

    public void RefuseNextPrivateReply()
    {
    }

    public async ValueTask DisposeAsync()
    {
        student.Dispose();
        teacher.Dispose();
        await site.DisposeAsync();
    }

    // The student's messages, and the teacher's private ones.
    private async Task<IReadOnlyList<SeenMessage>> SeenAsync()
    {
        var entries = new SortedDictionary<int, List<SeenMessage>>();
        foreach (var visitor in new[] { student, teacher })
        {
            for (var address = Channel; address is not null;)
            {
                var page = await visitor.OpenAsync(address);
                foreach (var entry in page.QuerySelectorAll("#log .entry"))
                {
                    entries[int.Parse(entry.Id![1..], System.Globalization.CultureInfo.InvariantCulture)] = See(entry);
                }

                address = page.QuerySelector("#log .more a[href*=before]")?.GetAttribute("href");
            }
        }

        return [.. entries.Values.SelectMany(messages => messages)];
    }

    private static List<SeenMessage> See(IElement entry)
    {
        var isPrivate = entry.QuerySelector(".private") is not null;
        var share = entry.QuerySelectorAll("button[name=entry]").OfType<IHtmlButtonElement>();
        return
        [
            .. entry.QuerySelectorAll(".reply").Select(reply => new SeenMessage(Words(reply), isPrivate)
            {
                PlainText = Words(reply),
                Length = Words(reply).Length,
                Buttons = [.. reply.QuerySelectorAll("button[name=code]").OfType<IHtmlButtonElement>().Concat(share)
                    .Select(button => new SeenButton(button.TextContent, button.GetAttribute("value") ?? ""))],
            }),
        ];
    }

    // Text for copying is not part of the message.
    private static string Words(IElement reply)
    {
        var words = (IElement)reply.Clone();
        foreach (var cite in words.QuerySelectorAll(".cite").ToList())
        {
            cite.Remove();
        }

        return words.TextContent;
    }
}
