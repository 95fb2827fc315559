using Bot.Chat;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Languages;

/// <summary>The texts on debates, counterarguments and members' data in each language.</summary>
public sealed class DebateLanguageTests
{
    private const string OwnMotion = "The bridge should be painted red.";

    // Words that are the same in English and French, and words that are not the bot's.
    private static readonly string[] Same = ["Motion", OwnMotion];

    // Run in this order in one channel, because replies depend on earlier lines.
    private static readonly string[] Lines =
    [
        "debate", "debate ferry", "debate ferry seed:7 reading:town", "debate the", "starters",
        "debate list", "debate pause", "debate preview", "debate today", "debate export", "recap",
        "debate schedule x", "debate schedule 09:00", "debate schedule 09:00 Xanadu/Q", "debate schedule 09:00 Lisbon",
        "debate schedule 09:00 UTC 2026-10-01..2026-09-01", "debate schedule 09:00 UTC 2020-01-06..2020-01-10",
        "debate schedule 09:00 UTC weekdays 2026-09-01..2026-12-18 town tag:Debate", "debate schedule 09:00 UTC weekdays 2026-09-01..2026-12-18 town",
        "debate schedule 10:00 UTC daily", "debate schedule 10:00 UTC daily", "debate schedule 11:00 UTC weekends ..2026-12-18",
        "debate schedule 12:00 UTC Mon,Wed 2026-09-02..",
        "debate pause", "debate pause schedule:9", "debate pause schedule:2", "debate list", "debate resume schedule:2", "debate resume schedule:2",
        "debate remove schedule:4", "debate remove schedule:3", "debate remove schedule:2",
        "debate list", "debate preview", "debate preview 0", "debate today",
        "debate skip", "debate skip x", "debate skip 2026-09-05", "debate skip 2026-09-01 off:yes", "debate skip 2026-09-01 off:yes",
        "debate holiday x", "debate holiday 2026-12-08", "debate holiday 2026-12-08 off:yes",
        "debate holiday 2026-12-08..2026-12-09", "debate holiday 2026-12-08..2026-12-09 off:yes",
        "debate pin x", $"debate pin {OwnMotion} 2026-09-05", $"debate pin {OwnMotion} 2026-09-02",
        $"debate queue {OwnMotion}", "debate queue town ¶99.1", "debate queue town ¶5.2",
        $"debate suggest {OwnMotion}", $"debate suggest {new string('x', 301)}",
        "debate list", "debate accept x", "debate unqueue x", "debate vote x",
        "debate post", "debate notify", "debate notify off:yes", "debate notify off:yes",
        "counter list", "counter add x", "counter add x | y | nowhere ¶1",
        "counter add The ferry is useless. | It brings the children to school.", "counter list",
        "counter remove x", "privacy export", "privacy forget", "privacy forget",
    ];

    [Theory]
    [InlineData("de")]
    [InlineData("fr")]
    [InlineData("pt")]
    [InlineData("es")]
    public async Task NothingThatTheBotSaysOfThemStaysEnglish(string locale)
    {
        await using var english = new DebateHarness(TestEngine.Sqlite);
        await using var other = new DebateHarness(TestEngine.Sqlite);

        foreach (var line in Lines)
        {
            var (said, translated) = (await english.TeacherInAsync("en", line), await other.TeacherInAsync(locale, line));
            Assert.Equal((line, said.Status, said.Blocks.Count), (line, translated.Status, translated.Blocks.Count));
            Assert.Equal((line, (string[])[]), (line, [.. BotsWords.Of(translated).Intersect(BotsWords.Of(said)).Except(Same)]));
        }
    }

    [Theory]
    [InlineData("debate the", "Dieses Thema besteht nur aus Füllwörtern. Bitte sagen, worüber debattiert werden soll, zum Beispiel: debate sanctions")]
    [InlineData("debate ferry", "Antrag")]
    [InlineData("starters", "Womit es losgehen kann:")]
    [InlineData("debate list", "Dieser Kanal hat keinen Plan. Einer entsteht zum Beispiel so: debate schedule 09:00 Europe/Lisbon weekdays")]
    [InlineData("debate today", "Hier läuft keine Debatte. Es ist auch keine geplant.")]
    [InlineData("debate schedule 09:00 Lisbon", "Eine Zeitzone „Lisbon“ kenne ich nicht. War Europe/Lisbon gemeint?")]
    [InlineData(
        "debate schedule 09:00 Europe/Lisbon Mon,Thu 2026-09-03..2026-12-18 town",
        "Plan 1: eine Debatte um 09:00 Europe/Lisbon, Mo, Do, 2026-09-03 bis 2026-12-18, aus town. Die erste kommt am Do, 3. September 2026, 09:00.")]
    [InlineData("debate holiday 2026-12-21..2027-01-03", "Mo, 21. Dezember 2026 bis So, 3. Januar 2027: keine Debatten.")]
    [InlineData("debate suggest Bridges should be red.", "Zur Debatte vorgeschlagen: Bridges should be red.")]
    [InlineData("debate export", "In diesem Kanal gab es noch keine Debatte.")]
    [InlineData("recap", "In diesem Kanal werden keine Nachrichten gelesen. Lehrende können es für Zusammenfassungen erlauben: settings recap:on")]
    [InlineData("counter list", "Noch hat niemand eines hinzugefügt. Zum Beispiel so: counter add Sanctions work. | Not without China.")]
    [InlineData("privacy forget", "Über dich ist nichts gespeichert.")]
    public async Task ATeacherReadsItInGerman(string line, string expected)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith(expected, BotsWords.Of(await harness.TeacherInAsync("de", line))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task AMissingMotionIsReportedInGerman()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        harness.Shelf.Replace(LocalModels.LexicalShelf([TestReadings.Of("sky", "The Sky", "The sky was grey. The ferry was late.")]).Current);
        Assert.Equal("Kein Satz der Texte taugt als Antrag: Keiner sagt für sich allein etwas, worüber ein Kurs streiten könnte.", await AskAsync("debate"));
        Assert.StartsWith("Kein Satz der Texte taugt als Antrag zu „ferry“:", await AskAsync("debate ferry"), StringComparison.Ordinal);
        Assert.EndsWith("Vielleicht hilft ein weiteres Thema, oder nur „debate“.", await AskAsync("debate ferry"), StringComparison.Ordinal);
        Assert.StartsWith("Es gibt keinen Antrag:", await AskAsync("debate post"), StringComparison.Ordinal);

        var claim = TestReadings.Of("one", "One", "The council should pay for the ferry to the island in winter.");
        harness.Shelf.Replace(LocalModels.LexicalShelf([claim]).Current);
        Assert.Equal("In den Texten stehen Behauptungen, aber zu keiner habe ich Stellen für beide Seiten gefunden.", await AskAsync("debate"));
        Assert.StartsWith("In den Texten stehen Behauptungen zu „ferry“, aber", await AskAsync("debate ferry"), StringComparison.Ordinal);

        async Task<string> AskAsync(string line) => (await harness.TeacherInAsync("de", line)).ToPlainText();
    }

    [Fact]
    public async Task ADaysStartersAreTheSameInEachLanguage()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        var english = (await harness.TeacherInAsync("en", "starters")).Choices.ToList();
        var spanish = (await harness.TeacherInAsync("es", "starters")).Choices.ToList();

        Assert.Equal(english.Select(choice => (choice.Command, choice.Text)), spanish.Select(choice => (choice.Command, choice.Text)));
        Assert.Equal("Resumir «The Town»", spanish[^2].Label);
        Assert.Equal("¿Qué textos leemos?", spanish[^1].Label);
    }

    [Fact]
    public async Task AVoterIsAnsweredInTheirLanguageAndTheVoteCountsTheSame()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        var poll = (await harness.TeacherInAsync("fr", "debate today")).Blocks.OfType<PollBlock>().Single();
        Assert.Equal(["Pour", "Contre", "Sans avis"], poll.Answers.Select(answer => answer.Label));

        foreach (var person in Enumerable.Range(0, 3))
        {
            await harness.PressAsync(poll.Answers[1], $"p{person}", locale: "pt-BR");
        }

        Assert.Equal(
            "Abgestimmt: gegen den Antrag. Das lässt sich ändern, bis die Abstimmung endet.\n\n"
                + "Bisher: dafür weniger als drei, dagegen 4, unentschieden weniger als drei.",
            (await harness.PressAsync(poll.Answers[1], "p3", locale: "de")).ToPlainText());
        Assert.Equal(["against"], await harness.RowsAsync("SELECT DISTINCT side FROM votes"));
    }

    [Fact]
    public async Task AFileStaysEnglishAndItsReplyDoesNot()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("debate schedule 09:00 UTC");
        await harness.AtAsync("2026-09-01T09:00:00");
        await harness.PressAsync(harness.Platform.Posts[0].Content.Blocks.OfType<PollBlock>().Single().Answers[0], "maria");
        await harness.AtAsync("2026-09-02T09:00:00");

        var reply = await harness.TeacherInAsync("de", "debate export");

        Assert.StartsWith("Die Debatten dieses Kanals von 2026-09-01 bis 2026-09-02, die älteste zuerst.", BotsWords.Of(reply)[0], StringComparison.Ordinal);
        Assert.Contains("At first: Fewer than three have voted", reply.Blocks.OfType<FileBlock>().Single().Text, StringComparison.Ordinal);
    }
}
