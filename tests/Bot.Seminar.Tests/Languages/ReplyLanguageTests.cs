using System.Globalization;
using Bot.Chat;
using Bot.Chat.Languages;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;

namespace Bot.Seminar.Tests.Languages;

public sealed class ReplyLanguageTests
{
    private const string Weather = "What is the weather in Lisbon?";

    [Theory]
    [InlineData("de", "Die Texte beantworten das vielleicht nicht: Nirgends erwähnen sie „Lisbon“ oder „weather“. Die nächstliegenden Stellen:")]
    [InlineData("fr", "Les textes ne répondent peut-être pas à cela\u00a0: ils ne mentionnent nulle part «\u202fLisbon\u202f» ou «\u202fweather\u202f». Les passages les plus proches\u00a0:")]
    [InlineData("pt-BR", "As leituras talvez não respondam a isso: nunca mencionam “Lisbon” ou “weather”. As passagens mais próximas:")]
    [InlineData("es-419", "Puede que las lecturas no respondan a esto: nunca mencionan «Lisbon» o «weather». Los pasajes más cercanos:")]
    [InlineData("en-US", "The readings may not answer this: they never mention “Lisbon” or “weather”. The nearest passages:")]
    [InlineData("nl", "The readings may not answer this: they never mention “Lisbon” or “weather”. The nearest passages:")]
    [InlineData(null, "The readings may not answer this: they never mention “Lisbon” or “weather”. The nearest passages:")]
    public async Task AMemberIsAnsweredInTheirLanguage(string? locale, string expected)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.Equal(expected, await AskAsync(harness, Weather, locale));
    }

    [Fact]
    public async Task TheChannelsLanguageComesBeforeTheMembers()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        await harness.TeacherAsync("settings language:fr");

        Assert.StartsWith("Les textes ne répondent", await AskAsync(harness, Weather, "de"), StringComparison.Ordinal);
        Assert.StartsWith("Les textes ne répondent", await AskAsync(harness, Weather, null), StringComparison.Ordinal);

        await harness.TeacherAsync("settings language:auto");
        Assert.StartsWith("Die Texte", await AskAsync(harness, Weather, "de"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MembersWhoAskAtTheSameMomentAreEachAnsweredInTheirOwn()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        string[] locales = ["de", "fr", "pt-BR", "es-ES", "en-GB"];

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() => AskAsync(harness, Weather, locales[i % locales.Length]))));

        Assert.Equal(
            ["Die Texte", "Les textes", "As leituras", "Puede que", "The readings"],
            answers.Chunk(locales.Length).Select(each => each.Select(answer => string.Join(' ', answer.Split(' ')[..2]))).Distinct(new Same()).Single());
    }

    [Fact]
    public async Task ALanguageEndsWithTheAnswer()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var before = CultureInfo.CurrentUICulture;

        await AskAsync(harness, Weather, "de");

        Assert.Same(before, CultureInfo.CurrentUICulture);
    }

    [Theory]
    [InlineData("hello", "Hallo. Fragen zu den Texten")]
    [InlineData("thanks", "Gern geschehen.")]
    [InlineData("ask ?!", "Darin steht kein Wort")]
    [InlineData("ask", "„ask“ braucht noch ein paar Wörter. So geht es: ask <question> [reading:NAME]")]
    [InlineData("find ferry readin:town", "Eine Option „readin“ gibt es nicht. War reading:town gemeint?")]
    [InlineData("ask Why? reading:nowhere", "Kein Text heißt „nowhere“. Die Texte sind: town.")]
    [InlineData("find ferry page:x", "Die Option „page“ braucht eine ganze Zahl ab 1; „x“ passt nicht.")]
    [InlineData("settings replies:me", "Die Option „replies“ braucht usual, private oder channel; „me“ passt nicht.")]
    [InlineData("/nonsense", "Einen Befehl „/nonsense“ gibt es nicht. Die Befehle sind ask, find")]
    public async Task ErrorsAreInTheMembersLanguage(string line, string expected)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        Assert.StartsWith(expected, await AskAsync(harness, line, "de"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask Should the council pay for the ferry?")]
    [InlineData("ask What is the weather in Lisbon? reading:town")]
    [InlineData("ask Who wrote The Town?")]
    [InlineData("counter The council should pay for the ferry.")]
    [InlineData("counter The moon causes hunger.")]
    [InlineData("find ferry")]
    [InlineData("find \"the ferry island\"")]
    [InlineData("find ferry -island")]
    [InlineData("find submarine")]
    [InlineData("find the")]
    [InlineData("find -ferry")]
    [InlineData("find ferry page:9")]
    [InlineData("show ¶1")]
    [InlineData("show ¶2.1")]
    [InlineData("show ¶99")]
    [InlineData("show ¶1.9")]
    [InlineData("show Article 99")]
    [InlineData("show town")]
    [InlineData("checkquote The ferry brings the children to school.")]
    [InlineData("checkquote The ferry brings the pupils to school.")]
    [InlineData("checkquote ferry")]
    [InlineData("checkquote Zebras sing opera loudly.")]
    [InlineData("checkquote He says “The ferry brings the children to school.” and “Trees make the road cooler in summer.”")]
    [InlineData("summary")]
    [InlineData("summary town")]
    [InlineData("summary ferry")]
    [InlineData("summary zebras")]
    [InlineData("readings")]
    [InlineData("readings town")]
    [InlineData("readings the")]
    [InlineData("readings use town")]
    [InlineData("readings use all")]
    [InlineData("readings remove town")]
    [InlineData("readings delete town")]
    [InlineData("coverage")]
    [InlineData("feedback")]
    [InlineData("feedback why It was short.")]
    [InlineData("help")]
    [InlineData("help welcome")]
    [InlineData("helpful perhaps")]
    [InlineData("helpful yes ask town 1")]
    [InlineData("helpful no ask town 1")]
    public async Task NothingThatTheBotSaysStaysEnglish(string line)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        var english = BotsWords(await HandleAsync(harness, line, "en"));

        foreach (var locale in new[] { "de", "fr", "pt", "es" })
        {
            Assert.Empty(BotsWords(await HandleAsync(harness, line, locale)).Intersect(english));
        }
    }

    [Fact]
    public async Task HelpListsCommandsAsTheyAreWrittenAndSaysWhatTheyDoInTheMembersLanguage()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        var all = (await HandleAsync(harness, "help", "de", CommandStyle.SlashFields)).ToPlainText();
        var one = (await HandleAsync(harness, "help summary", "de", CommandStyle.SlashFields)).ToPlainText();

        Assert.StartsWith(
            "Ich schlage in den Texten des Kurses nach und zitiere sie Wort für Wort. Das sind die Befehle:\n"
                + "- /ask question: Beantwortet eine Frage mit Sätzen aus den Texten, Wort für Wort.\n",
            all,
            StringComparison.Ordinal);
        Assert.Contains("Für Lehrende:\n- /counter add counter: Fügt ein eigenes Gegenargument hinzu", all, StringComparison.Ordinal);
        Assert.EndsWith("„/help“ mit dem Namen eines Befehls, zum Beispiel „/help command:show“, erklärt ihn.", all, StringComparison.Ordinal);
        Assert.StartsWith(
            "/summary [topic:] [reading:] [length:]\nFasst einen Text, einen Abschnitt oder ein Thema in Sätzen der Texte zusammen.\n\nEine Stelle wie ¶5 steht",
            one,
            StringComparison.Ordinal);
        Assert.Contains("Was er braucht:\n- [topic:]: Ein Text, ein Abschnitt oder Wörter", one, StringComparison.Ordinal);
        Assert.Contains("- length:short|medium|long: Wie viel zitiert wird", one, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EveryCommandExplainsItselfInEveryLanguage()
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        foreach (var info in harness.Commands.Where(info => !info.IsHidden))
        {
            var english = SaidOf(info);
            Assert.All(ReplyLanguages.Names.Except(["en"]), language =>
            {
                CultureInfo.CurrentUICulture = ReplyLanguages.Find(language)!;
                var translated = SaidOf(CommandTranslations.Translate(info));
                Assert.Equal(english.Count, translated.Count);
                Assert.Empty(english.Intersect(translated));
                Assert.All(translated.Where(said => said.Length > 0), said => Assert.DoesNotContain("{", said, StringComparison.Ordinal));
            });
        }
    }

    private static List<string> SaidOf(CommandInfo info) =>
    [
        info.Description,
        .. new[] { info.Details, info.FormTitle, info.MessageAction }.OfType<string>().Where(said => said.Length > 0),
        .. info.Options.Concat(info.TextParts).Append(info.Text).Append(info.File).OfType<OptionInfo>().Select(option => option.Description),
    ];

    private static List<string> BotsWords(ChatReply reply) =>
    [
        .. reply.Blocks.SelectMany(block => block switch
        {
            TextBlock text => [text.Text],
            HeadingBlock heading => [heading.Text],
            ListBlock list => list.Items,
            QuoteBlock { Note: { } note } => [note],
            ChoicesBlock choices => choices.Choices.Select(choice => choice.Label),
            _ => [],
        }).Where(words => !words.StartsWith(DebateHarness.Town.Title, StringComparison.Ordinal)),
    ];

    private static async Task<string> AskAsync(DebateHarness harness, string line, string? locale) =>
        ((TextBlock)(await HandleAsync(harness, line, locale)).Blocks[0]).Text;

    private static async Task<ChatReply> HandleAsync(DebateHarness harness, string line, string? locale, CommandStyle style = CommandStyle.Words)
    {
        var command = new ChatCommand
        {
            Name = ChatCommand.PlainWords,
            Text = line,
            Channel = DebateHarness.Room,
            User = new ChatUser("teacher", IsTeacher: true),
            Locale = locale,
            Style = style,
        };
        return await harness.HandleAsync(command);
    }

    private sealed class Same : IEqualityComparer<IEnumerable<string>>
    {
        public bool Equals(IEnumerable<string>? one, IEnumerable<string>? other) => one is not null && other is not null && one.SequenceEqual(other);

        public int GetHashCode(IEnumerable<string> words) => words.First().GetHashCode(StringComparison.Ordinal);
    }
}
