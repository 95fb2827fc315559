using System.Globalization;
using System.Text.Json;
using Bot.Chat;
using Bot.Library;
using Bot.Library.Languages;
using Bot.Library.Readings;
using Bot.Library.Retrieval;
using Bot.Seminar.Ask;
using Bot.Seminar.Commands;
using Bot.Testing;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.Ask;

public sealed class AskCommandTests
{
    private static readonly Reading Canal = TestReadings.Of(
        "canal",
        "The canal",
        "The canal was opened on 3 May 1869 by the town council. It cost four million crowns.",
        "Farmers opposed the canal because it drained their meadows. They lost every case in court.",
        "The engineer Maria Holm calls the lock a “staircase of water”.") with
    { Author = "Ida Lund" };

    [Fact]
    public async Task AnAnswerCitesThePassageItUsed()
    {
        var reply = await Run("When was the canal opened?");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        var quote = reply.Quotes.First();
        Assert.Contains("3 May 1869", quote.Text, StringComparison.Ordinal);
        Assert.Equal(("canal", 1, 1), (quote.Citation.Reading, quote.Citation.Paragraph, quote.Citation.Sentence));
        Assert.InRange(Assert.NotNull(reply.Confidence), 0, 1);
    }

    [Fact]
    public async Task TheSentenceThatAnswersIsMarkedAmongItsNeighbours()
    {
        var quote = (await Run("How much money did the canal cost?")).Quotes.First();

        Assert.Contains("The canal was opened", quote.Text, StringComparison.Ordinal);
        var mark = Assert.NotNull(quote.Highlight);
        Assert.Equal("It cost four million crowns.", quote.Text.Substring(mark.Start, mark.Length));
        Assert.Equal([mark], quote.Marks);
    }

    [Theory]
    [InlineData("How do I reset my password?", "they never mention “password” or “reset”")]
    [InlineData("Who is the mayor of Springfield?", "“Springfield”")]
    public async Task TheReplySaysSoIfTheReadingsDoNotSay(string question, string said)
    {
        var reply = await Run(question);

        Assert.NotEqual(ReplyStatus.Answered, reply.Status);
        Assert.Contains(said, reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task APassageWithAllWordsOfTheQuestionIsShownEvenIfItIsUnlikelyToAnswer()
    {
        var talks = TestReadings.Of("talks", "The talks", "Delegates left the QRT round in the second week of March.", "The hotel was full of reporters.");

        var reply = await Run("What is QRT?", talks);

        Assert.Equal(ReplyStatus.Unsure, reply.Status);
        Assert.Contains("QRT", reply.Quotes.First().Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfAuthorsThatAreComparedEachIsQuoted()
    {
        var locks = TestReadings.Of("locks", "On locks", "Locks drain no meadows. Farmers lost nothing by the canal.", "They are made of oak.") with { Author = "Ada Stone" };
        var fog = TestReadings.Of("fog", "Fog", "Farmers and the canal: fog hides both of them.");

        var reply = await Run("Do Lund and Stone agree about the farmers and the canal?", Canal, locks, fog);

        Assert.Equal(["canal", "locks"], reply.Quotes.Take(2).Select(quote => quote.Citation.Reading).Order());
        Assert.DoesNotContain(reply.Quotes, quote => quote.Citation.Reading == "fog");
    }

    [Fact]
    public async Task AQuestionInAnotherLanguageIsPutToTheReadingsInThatLanguage()
    {
        var german = TestReadings.Of("gesetz", "Gesetz", "Die Todesstrafe ist abgeschafft.", "Den Präsidenten wählt die Versammlung.") with { Language = ReadingLanguage.German };

        var quotes = (await Run("Ist die Todesstrafe noch erlaubt oder abgeschafft?", Canal, german)).Quotes.ToList();

        Assert.Equal("Die Todesstrafe ist abgeschafft.", quotes[0].Text);
        Assert.All(quotes, quote => Assert.Equal("gesetz", quote.Citation.Reading));
        Assert.Equal("canal", (await Run("When was the canal opened?", Canal, german)).Quotes.First().Citation.Reading);
    }

    [Fact]
    public async Task AListIsShownBelowWhatIntroducesIt()
    {
        var rules = TestReadings.Of(
            "rules", "The lock", "Boats pass the lock in three steps. The steps to pass the lock are as follows:", "1) The gate is closed.", "2) The water rises.", "It takes an hour.");

        var reply = await Run("What are the steps to pass the lock?", rules);

        var list = reply.Blocks.ToList().FindIndex(block => block is ListBlock);
        Assert.Equal(["1) The gate is closed.", "2) The water rises."], Assert.IsType<ListBlock>(reply.Blocks[list]).Items);
        Assert.EndsWith("as follows:", Assert.IsType<QuoteBlock>(reply.Blocks[list - 1]).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReplyOnAnotherSubjectShowsNothing()
    {
        var reply = await Run("How do I reset my password?");

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Empty(reply.Quotes);
        Assert.Empty(reply.Choices);
    }

    [Theory]
    [InlineData(true, "Nearest place canal ¶1")]
    [InlineData(false, null)]
    public void ASilentReplyShowsWhereToLookIfTheReadingsAreAboutTheSubject(bool isOnSubject, string? label)
    {
        var found = new RetrievalResult([new Passage(Canal, Canal.Paragraphs[0], 1, 1)], 0.1, Certainty.None) { IsOnSubject = isOnSubject };

        var reply = AskReply.Of(found, where: null, further: []);

        Assert.Empty(reply.Quotes);
        Assert.Equal(label, reply.Choices.SingleOrDefault()?.Label);
    }

    [Theory]
    [InlineData("de", "Nächstliegende Stelle canal ¶1")]
    [InlineData("en", "Nearest place canal ¶1")]
    public void ThePlaceToLookIsInTheLanguageOfTheReply(string language, string label)
    {
        var before = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
            var found = new RetrievalResult([new Passage(Canal, Canal.Paragraphs[0], 1, 1)], 0.1, Certainty.None);

            Assert.Equal(label, Assert.Single(AskReply.Of(found, where: null, further: []).Choices).Label);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    [Fact]
    public async Task AQuestionOfStopWordsIsAQuestion() =>
        Assert.NotEqual(ReplyStatus.Error, (await Run("What is it that they do?")).Status);

    [Theory]
    [InlineData("?!")]
    [InlineData("¶")]
    public async Task AQuestionWithoutAWordIsAskedAgain(string question) => Assert.Equal(ReplyStatus.Error, (await Run(question)).Status);

    [Theory]
    [InlineData("Who wrote this?")]
    [InlineData("who is the author of the text?")]
    public async Task AuthorsOfReadingsComeFromTheirFiles(string question) =>
        Assert.Equal("- “The canal” is by Ida Lund.", (await Run(question)).ToPlainText());

    [Fact]
    public async Task AFollowUpIsAnsweredFromTheSameReadingAndNotWithTheSameWords()
    {
        var dam = TestReadings.Of(
            "dam",
            "The dam",
            "Farmers opposed the dam because it drowned their meadows. They lost every case in court.",
            "Fishermen opposed the dam because it kept the eels from the sea. They were paid in the end.");
        var bridge = TestReadings.Of("bridge", "The bridge", "Fishermen opposed the bridge because it kept their boats from the sea. Nobody heard them.");
        IReadOnlyList<Reading> readings = [bridge, dam];
        var shelf = LocalModels.Shelf(readings);
        var command = Command(shelf);
        var first = await CommandRunner.RunAsync(command, shelf, "Why did farmers oppose the dam?");
        Assert.Equal(("dam", 1), (first.Quotes.First().Citation.Reading, first.Quotes.First().Citation.Paragraph));

        var chat = new ChatCommand { Name = "ask", Text = "", Channel = new ChannelAddress("test", "", "room"), User = new ChatUser("member") };
        var followUp = new CommandRequest(chat, "Why did farmers oppose the dam? What about fishermen?", new Dictionary<string, string>(), shelf.Current)
        {
            Earlier = new EarlierQuestion("Why did farmers oppose the dam?", "What about fishermen?", [first.Quotes.First().Citation]),
        };
        var second = await command.RunAsync(followUp, CancellationToken.None);

        Assert.Equal(("dam", 2), (second.Quotes.First().Citation.Reading, second.Quotes.First().Citation.Paragraph));
        Assert.DoesNotContain(second.Quotes, quote => quote.Citation.Reading == "bridge" || quote.Text == first.Quotes.First().Text);
    }

    [Fact]
    public async Task AFollowUpGoesToTheOnlyReadingThatMentionsItsWords()
    {
        var dam = TestReadings.Of("dam", "The dam", "Farmers opposed the dam because it drowned their meadows. They lost every case in court.");
        var bridge = TestReadings.Of("bridge", "The bridge", "Fishermen opposed the bridge because it kept their boats from the sea. Nobody heard them.");
        var shelf = LocalModels.Shelf([dam, bridge]);
        var chat = new ChatCommand { Name = "ask", Text = "", Channel = new ChannelAddress("test", "", "room"), User = new ChatUser("member") };
        var followUp = new CommandRequest(chat, "Why did farmers oppose the dam? What about fishermen?", new Dictionary<string, string>(), shelf.Current)
        {
            Earlier = new EarlierQuestion("Why did farmers oppose the dam?", "What about fishermen?", [new Citation("dam", "The dam", 1, 1) { LastSentence = 1 }]),
        };

        var reply = await Command(shelf).RunAsync(followUp, CancellationToken.None);

        Assert.Equal("bridge", reply.Quotes.First().Citation.Reading);
    }

    [Fact]
    public async Task ASureAnswerSaysThatTheSubjectOfTheQuestionIsNeverMentioned()
    {
        var shelf = LocalModels.Shelf([Canal]);

        var reply = await CommandRunner.RunAsync(Command(shelf), shelf, "How much money did the watercourse cost?");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        Assert.Contains("never mention “watercourse”", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AQuestionThatNamesATextIsAnsweredFromItAlone()
    {
        var bridge = TestReadings.Of("bridge", "A Bridge Too Dear", "The bridge was opened on 4 June 1870 by the town council. It cost four million crowns.") with { Author = "Per Sand" };
        var shelf = LocalModels.Shelf([Canal, bridge]);

        var answered = await CommandRunner.RunAsync(Command(shelf), shelf, "What does Sand say it cost?");
        var silent = await CommandRunner.RunAsync(Command(shelf), shelf, "Why does Sand like penguins?");

        Assert.All(answered.Quotes, quote => Assert.Equal("bridge", quote.Citation.Reading));
        Assert.Contains("“A Bridge Too Dear”", silent.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains(": it never mentions ", silent.ToPlainText(), StringComparison.Ordinal);
        Assert.Contains("“penguins”", silent.ToPlainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task WithoutVectorsTheReplySaysThatItSearchedByWords()
    {
        var shelf = LocalModels.LexicalShelf([Canal]);
        var command = new AskCommand(LocalModels.Embedder(shelf), LocalModels.Retriever, new FurtherQuestions(LocalModels.Retriever), Options.Create(new AskOptions()));

        var reply = await CommandRunner.RunAsync(command, shelf, "When was the canal opened?");

        Assert.Contains("3 May 1869", reply.Quotes.First().Text, StringComparison.Ordinal);
        Assert.Contains("I searched by words only", reply.ToPlainText(), StringComparison.Ordinal);
    }

    [SharedDataFact("eval/seed-dev.jsonl")]
    public async Task TheQuestionsOnTheArticleAreAnsweredAsWellAsBefore()
    {
        var readings = TestReadings.Folder(SharedData.PathOf("seeds"));
        var shelf = LocalModels.Shelf(readings);
        var command = Command(shelf);
        var (first, three, notAnswered) = (0, 0, 0);
        foreach (var line in File.ReadLines(SharedData.PathOf("eval/seed-dev.jsonl")))
        {
            var item = JsonDocument.Parse(line).RootElement;
            if (item.GetProperty("command").GetString() != "ask")
            {
                continue;
            }

            var reply = await CommandRunner.RunAsync(command, shelf, item.GetProperty("text").GetString() ?? "");
            if (!item.GetProperty("answerable").GetBoolean())
            {
                notAnswered += reply.Status != ReplyStatus.Answered ? 1 : 0;
                continue;
            }

            var gold = item.GetProperty("gold").EnumerateArray().Select(value => value.GetString() ?? "").ToList();
            var hits = reply.Quotes.Select(quote => gold.Any(text => quote.Text.Contains(text, StringComparison.Ordinal))).ToList();
            first += hits.FirstOrDefault() ? 1 : 0;
            three += hits.Take(3).Any(hit => hit) ? 1 : 0;
        }

        Assert.True(first >= 13 && three >= 16 && notAnswered == 8, $"first {first}, three {three}, not answered {notAnswered}");
    }

    private static Task<ChatReply> Run(string question, params Reading[] readings)
    {
        var shelf = LocalModels.Shelf(readings.Length == 0 ? [Canal] : readings);
        return CommandRunner.RunAsync(Command(shelf), shelf, question);
    }

    private static AskCommand Command(Shelf shelf) => new(LocalModels.Embedder(shelf), LocalModels.Retriever, new FurtherQuestions(LocalModels.Retriever), Options.Create(new AskOptions()));
}
