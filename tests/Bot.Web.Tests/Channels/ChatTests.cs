using System.Text;
using Bot.Chat;
using Bot.Chat.Contract;

namespace Bot.Web.Tests.Channels;

/// <summary>The chat, without scripts.</summary>
public sealed class ChatTests
{
    private const string Say = "/c/seminar/say";

    [Fact]
    public async Task APrivateQuestionOfAMemberIsVisibleToNobodyElse()
    {
        await using var site = await WebSite.StartAsync(new ScriptedSeminar());
        using var one = site.Visit();
        using var other = site.Visit();

        var mine = await one.SendAsync(await one.OpenAsync("/"), Say, ("words", "Did it rain?"));
        var theirs = await other.OpenAsync("/");

        Assert.Contains("Did it rain?", mine.GetElementById("log")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(theirs.QuerySelectorAll(".entry"));
    }

    [Fact]
    public async Task ChannelsAreApart()
    {
        var seminar = new ScriptedSeminar { Visibility = ReplyVisibility.Channel };
        await using var site = await WebSite.StartAsync(seminar, ("Web:Channels", "one,two"));
        using var visitor = site.Visit();

        await visitor.SendAsync(await visitor.OpenAsync("/c/one"), "/c/one/say", ("words", "Did it rain?"));

        Assert.Single((await visitor.OpenAsync("/c/one")).QuerySelectorAll(".entry"));
        Assert.Empty((await visitor.OpenAsync("/c/two")).QuerySelectorAll(".entry"));
        Assert.Equal(new ChannelAddress("web", "", "one"), seminar.Got.Single().Channel);
    }

    [Fact]
    public async Task AnAnswerThatTakesLongIsReachedByALink()
    {
        var seminar = new ScriptedSeminar();
        var gate = seminar.Hold("At last.");
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "Did it rain?"));
        var link = page.QuerySelector(".pending a")?.GetAttribute("href") ?? "";
        var waiting = visitor.OpenAsync(link.Split('#')[0]);
        Assert.False(waiting.IsCompleted);
        gate.SetResult();

        Assert.Equal("At last.", (await waiting).QuerySelector(".reply")?.TextContent.Trim());
    }

    [Fact]
    public async Task TheSameFormSentTwiceAsksOnce()
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();
        var page = await visitor.OpenAsync("/");

        await visitor.SendAsync(page, Say, ("words", "Did it rain?"));
        var again = await visitor.SendAsync(page, Say, ("words", "Did it rain?"));

        Assert.Single(seminar.Got);
        Assert.Single(again.QuerySelectorAll(".entry"));
    }

    [Fact]
    public async Task AClearedConversationIsGone()
    {
        var seminar = new ScriptedSeminar { Visibility = ReplyVisibility.Channel };
        await using var site = await WebSite.StartAsync(seminar);
        using var one = site.Visit();
        using var other = site.Visit();
        var page = await one.SendAsync(await one.OpenAsync("/"), Say, ("words", "Did it rain?"));
        await other.SendAsync(await other.OpenAsync("/"), Say, ("words", "Did it snow?"));

        await one.SendAsync(page, "/c/seminar/forget");

        var left = Assert.Single((await other.OpenAsync("/")).QuerySelectorAll(".entry"));
        Assert.Contains("Did it snow?", left.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ALongTalkStaysASmallPageWithALinkToWhatCameBefore()
    {
        var words = string.Join(' ', Enumerable.Repeat("“rain” & <snow>", 60));
        var seminar = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(
                [.. Enumerable.Range(1, 20).Select(i => new QuoteBlock($"{i} {words}", new Citation("on-rain", "On Rain", i, 1)))])),
        };
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();
        for (var i = 0; i < 6; i++)
        {
            await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", $"Question {i}"));
        }

        using var response = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.InRange(Encoding.UTF8.GetByteCount(await response.Content.ReadAsStringAsync()), 1, 300_000);

        var (seen, address) = (new HashSet<string>(), "/");
        while (address is not null)
        {
            var page = await visitor.OpenAsync(address);
            seen.UnionWith(page.QuerySelectorAll(".asked .said").Select(said => said.TextContent));
            address = page.QuerySelector(".more a[href*=before]")?.GetAttribute("href");
        }

        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public async Task AFileIsSavedWholeByTheMemberWhoGotIt()
    {
        var table = $"day,rain\n{string.Concat(Enumerable.Range(1, 2_000).Select(day => $"{day},“much”\n"))}";
        var seminar = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(new FileBlock("rain.csv", FileBlock.Table, table))) };
        await using var site = await WebSite.StartAsync(seminar);
        using var one = site.Visit();
        using var other = site.Visit();

        var page = await one.SendAsync(await one.OpenAsync("/"), Say, ("words", "/ask for the table"));
        var address = new Uri(page.QuerySelector(".save a")?.GetAttribute("href") ?? "", UriKind.Relative);
        using var saved = await one.Http.GetAsync(address);
        using var refused = await other.Http.GetAsync(address);

        Assert.Equal("rain.csv", saved.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(table)), await saved.Content.ReadAsByteArrayAsync());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, refused.StatusCode);
    }

    [Theory]
    [InlineData("/su", "/summary ")]
    [InlineData("/ask read", "reading:")]
    public async Task TypedTextIsCompleted(string line, string word)
    {
        var seminar = new ScriptedSeminar
        {
            Commands =
            [
                new CommandInfo("ask", "Answers.") { Text = new OptionInfo("question", "What."), Options = [new OptionInfo("reading", "Where.") { Kind = OptionKind.Reading }] },
                new CommandInfo("summary", "Sums up."),
            ],
        };
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();

        var json = await visitor.Http.GetStringAsync(new Uri($"/c/seminar/suggest?line={Uri.EscapeDataString(line)}", UriKind.Relative));

        Assert.Contains($"\"{word}\"", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ask Did it rain?")]
    [InlineData("/debate schedule 09:00")]
    [InlineData("Did it rain?")]
    [InlineData("/nonsense")]
    public async Task ALineIsHandedOnAsItWasTyped(string line)
    {
        var seminar = new ScriptedSeminar();
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();

        await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", line));

        Assert.Equal((ChatCommand.PlainWords, line), (seminar.Got.Single().Name, seminar.Got.Single().Text));
    }

    [Fact]
    public async Task AFailedCommandIsReportedAndTheNextOneIsAnswered()
    {
        var seminar = new ScriptedSeminar { Answer = (_, _) => throw new InvalidOperationException("broken") };
        await using var site = await WebSite.StartAsync(seminar);
        using var visitor = site.Visit();

        var page = await visitor.SendAsync(await visitor.OpenAsync("/"), Say, ("words", "Did it rain?"));
        Assert.Contains("Something went wrong on my side", page.QuerySelector(".reply.error")?.TextContent, StringComparison.Ordinal);
        seminar.Answer = (_, _) => Task.FromResult(ChatReply.Answer(new TextBlock("Yes.")));
        page = await visitor.SendAsync(page, Say, ("words", "Did it snow?"), ("once", "another"));

        Assert.Equal("Yes.", page.QuerySelectorAll(".reply")[^1].TextContent.Trim());
    }
}
