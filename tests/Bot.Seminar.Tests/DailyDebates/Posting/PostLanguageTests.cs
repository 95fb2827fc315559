using System.Globalization;
using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Chat.Posting;
using Bot.Seminar.Tests.Languages;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

public sealed class PostLanguageTests
{
    [Theory]
    [OnSqlite]
    [OnPostgreSql]
    public async Task ADebateAndItsResultAreInTheChannelsLanguage(TestEngine engine)
    {
        await using var harness = new DebateHarness(engine);
        await harness.TeacherAsync("settings language:de");
        await harness.TeacherAsync("debate schedule 09:00 Europe/Lisbon");
        CultureInfo.CurrentUICulture = ReplyLanguages.Find("fr")!;

        await harness.AtAsync("2026-09-01T08:00:00");

        var debate = Assert.Single(harness.Platform.Posts).Content;
        Assert.Equal(
            ["Antrag", "Zusammenhang", "Vielleicht dafür", "Vielleicht dagegen", "Zur Diskussion"],
            debate.Blocks.OfType<HeadingBlock>().Select(heading => heading.Text));
        Assert.Equal(
            "Am besten jetzt abstimmen, und nach dem Gespräch noch einmal: Die Stimme lässt sich bis Mi, 2. September 2026, 08:00 (Europe/Lisbon) ändern. "
                + "Niemand sieht, wer wie gestimmt hat.",
            debate.Blocks.OfType<TextBlock>().Last().Text);
        Assert.EndsWith(" lesen", debate.Blocks.OfType<ChoicesBlock>().Single().Choices.Single().Label, StringComparison.Ordinal);
        Assert.All(debate.Blocks.OfType<ListBlock>().Single().Items, question => Assert.EndsWith("?", question, StringComparison.Ordinal));
        var poll = debate.Blocks.OfType<PollBlock>().Single();
        Assert.Equal("Dafür oder dagegen?", poll.Question);
        Assert.Equal(
            [("Dafür", "for"), ("Dagegen", "against"), ("Unentschieden", "undecided")],
            poll.Answers.Select(answer => (answer.Label, answer.Text.Split(' ')[^1])));

        await VoteAsync(harness, poll);
        await harness.AtAsync("2026-09-02T07:00:04");

        Assert.Equal(
            [
                "Die Abstimmung ist beendet",
                "Anfangs: dafür 8, dagegen 4, unentschieden weniger als drei.",
                "Am Ende: dafür 4, dagegen 8, unentschieden weniger als drei.",
                "Meinung geändert: 4.",
                "Von „dafür“ zu „dagegen“: 4.",
            ],
            BotsWords.Of(harness.Platform.Posts[1].Content).Where(words => !words.StartsWith("This house", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("fr", "Motion", "Quelle est votre position\u202f?", "Le vote est clos")]
    [InlineData("pt", "Moção", "Qual é a sua posição?", "A votação está encerrada")]
    [InlineData("es", "Moción", "¿Cuál es tu posición?", "La votación está cerrada")]
    [InlineData("auto", "Motion", "Where do you stand?", "The vote is closed")]
    public async Task EachLanguageHasItsPosts(string language, string motion, string question, string closed)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync($"settings language:{language}");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-02T08:00:04");

        var (debate, closing) = (harness.Platform.Posts[0].Content, harness.Platform.Posts[1].Content);
        Assert.Equal((motion, question), (debate.Blocks.OfType<HeadingBlock>().First().Text, debate.Blocks.OfType<PollBlock>().Single().Question));
        Assert.Equal(closed, closing.Blocks.OfType<HeadingBlock>().First().Text);
    }

    [Fact]
    public async Task ATeacherWhoPostsIsAnsweredInTheirLanguageAndThePostIsInTheChannels()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith("Die Debatte erscheint jetzt: ", (await harness.TeacherInAsync("de", "debate post")).ToPlainText(), StringComparison.Ordinal);
        await harness.RunOnceAsync();

        Assert.Equal("Where do you stand?", Assert.Single(harness.Platform.Posts).Content.Blocks.OfType<PollBlock>().Single().Question);
    }

    [Fact]
    public async Task ThePreviewIsInTheLanguageOfThePost()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");

        var english = BotsWords.Of(await harness.TeacherInAsync("de", "debate preview 1"));
        await harness.TeacherAsync("settings language:fr");
        var french = BotsWords.Of(await harness.TeacherInAsync("de", "debate preview 1"));

        Assert.Equal(("So erscheint es am Di, 1. September 2026, 09:00:", "The poll: For, Against, Undecided."), (english[0], english[^1]));
        Assert.Equal(("À publier le mar. 1er septembre 2026, 09:00\u00a0:", "Le vote\u00a0: Pour, Contre, Sans avis."), (french[0], french[^1]));
    }

    [Fact]
    public async Task FailedPostsAreReportedInTheChannelsLanguageAndListedInTheReaders()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings language:de");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        Assert.StartsWith("Wenn eine Debatte hier ausfällt", (await harness.TeacherAsync("debate notify")).ToPlainText(), StringComparison.Ordinal);

        await harness.AtAsync("2026-09-02T12:00:00");

        var told = harness.Platform.Posts.Select(post => post.Content.ToPlainText()).ToList();
        Assert.Equal("Von jetzt an steht hier, wenn eine Debatte in https://chat.example/room%201%2F2 ausfällt, und warum.", told[0]);
        Assert.Contains("Hinweis für die Lehrenden (Mi, 2. September 2026, UTC): „debate list“ sagt, was hier nicht erschienen ist, und warum.", told);
        Assert.Contains(
            "An diesen Tagen ist um 09:00 (UTC) keine Debatte erschienen: Di, 1. September 2026; Mi, 2. September 2026. Ich lief nicht oder erreichte meine "
                + "Datenbank nicht, bis es zu spät war.\n\nEs geht um https://chat.example/room%201%2F2. Dort beendet „debate notify off:yes“ diese Nachrichten.",
            told);

        await harness.TeacherAsync("settings language:auto");
        Assert.Contains("No debate was posted on Tue 1 September 2026, Wed 2 September 2026 at 09:00", await ListAsync("en"), StringComparison.Ordinal);
        Assert.Contains("en estos días: mar., 1 de septiembre de 2026; mié., 2 de septiembre de 2026.", await ListAsync("es"), StringComparison.Ordinal);

        async Task<string> ListAsync(string locale) => (await harness.TeacherInAsync(locale, "debate list")).ToPlainText();
    }

    [Fact]
    public async Task LogMessagesOnALatePostAreEnglish()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings language:de");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        harness.Platform.OnPost = _ => new PostOutcome.Failed("The line is dead.");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-01T11:30:00");

        Assert.Equal(["It could not be delivered in time."], await harness.RowsAsync("SELECT why FROM posts WHERE kind = 'debate'"));
        Assert.Contains(
            "Die Debatte vom 2026-09-01 ist nicht erschienen. Die Zustellung gelang nicht rechtzeitig.",
            (await harness.TeacherAsync("debate list")).ToPlainText(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheProblemOfThePlatformIsInTheLanguageOfEachTeacherAndEnglishInTheLog()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        harness.Platform.OnPost = _ => new PostOutcome.Refused(TranslatedText.Of(() => $"Problem ({CultureInfo.CurrentUICulture.Name})."));

        Assert.Equal("Problem (de).", (await harness.TeacherInAsync("de", "debate notify")).ToPlainText());

        await harness.AtAsync("2026-09-01T09:00:00");
        Assert.Contains(
            "Le débat du 2026-09-01 n’a pas été publié. Problem (fr).",
            (await harness.TeacherInAsync("fr", "debate list")).ToPlainText(),
            StringComparison.Ordinal);
        Assert.Equal(["Problem (en)."], await harness.RowsAsync("SELECT why FROM posts WHERE kind = 'debate'"));
    }

    [Fact]
    public async Task TheReasonForAMissingRecapIsEnglishInTheLog()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings recap:on");
        await harness.TeacherAsync("settings language:de");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.AtAsync("2026-09-02T08:00:04");
        harness.Threads.Fault = () => CultureInfo.CurrentUICulture.Name;
        await harness.AtAsync("2026-09-02T08:00:10");

        Assert.Equal(["en"], await harness.RowsAsync("SELECT why FROM posts WHERE kind = 'recap'"));
    }

    [Fact]
    public async Task AReportOfAnEarlierVersionIsShownAsItIs()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.Database.WriteAsync(
            session => session.ExecuteAsync(
                "INSERT INTO reports (id, channel, at, what) SELECT 'old', channel, @now, 'It rained.' FROM schedules",
                new { now = harness.Time.GetUtcNow().ToUnixTimeMilliseconds() }),
            CancellationToken.None);

        Assert.Equal(["It rained."], await harness.ReportsAsync());
    }

    [Fact]
    public async Task AMessageKeepsTheLanguageInWhichItWasBegun()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings recap:on");
        await harness.TeacherAsync("settings language:de");
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        harness.Threads.Messages.AddRange(
            ["The council should not pay for the ferry to the island.", "I think the council should not pay for the ferry in winter!"]);
        var spoken = new List<string>();
        harness.Platform.OnPost = Fail;
        await harness.AtAsync("2026-09-02T08:00:04");
        await harness.AtAsync("2026-09-02T08:00:10");
        await harness.TeacherAsync("settings language:fr");
        harness.Platform.OnPost = _ => null;
        harness.Platform.OnFind = Look;
        await harness.AtAsync("2026-09-02T08:05:00");

        Assert.Equal(["de"], spoken.Distinct());
        var recap = BotsWords.Of(harness.Platform.Posts.Single(post => post.Content.Blocks.OfType<PointsBlock>().Any()).Content);
        Assert.Equal("Entwurf einer Zusammenfassung", recap[0]);
        Assert.Equal(["Sie beruht auf 2 Nachrichten.", "Punkte (nicht nach dafür und dagegen geordnet)", "(2 Nachrichten)"], recap.TakeLast(3));

        PostOutcome Fail(ChannelPost post)
        {
            spoken.Add(CultureInfo.CurrentUICulture.Name);
            return new PostOutcome.Failed("The line is dead.");
        }

        FindOutcome? Look(string key)
        {
            spoken.Add(CultureInfo.CurrentUICulture.Name);
            return null;
        }
    }

    private static async Task VoteAsync(DebateHarness harness, PollBlock poll)
    {
        for (var person = 0; person < 12; person++)
        {
            await harness.PressAsync(poll.Answers[person < 8 ? 0 : 1], $"p{person}");
        }

        harness.Time.Advance(TimeSpan.FromHours(3));
        for (var person = 0; person < 4; person++)
        {
            await harness.PressAsync(poll.Answers[1], $"p{person}");
        }
    }
}
