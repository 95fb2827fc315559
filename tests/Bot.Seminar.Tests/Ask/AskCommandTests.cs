using System.Text.Json;
using Bot.Chat;
using Bot.Library.Readings;
using Bot.Seminar.Ask;
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
        "The engineer Maria Holm calls the lock a “staircase of water”.");

    [Fact]
    public async Task AnAnswerCitesThePassageItUsed()
    {
        var reply = await Run("When was the canal opened?");

        Assert.Equal(ReplyStatus.Answered, reply.Status);
        var quote = reply.Quotes.First();
        Assert.Contains("3 May 1869", quote.Text, StringComparison.Ordinal);
        Assert.Equal(("canal", 1, 1), (quote.Citation.Reading, quote.Citation.Paragraph, quote.Citation.Sentence));
    }

    [Fact]
    public async Task ASentenceThatLeansOnTheOneBeforeIsQuotedWithIt() =>
        Assert.Contains("canal", (await Run("How much did it cost in crowns?")).Quotes.First().Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("What does the author say about Japan?", "none of them mentions Japan")]
    [InlineData("Who is the mayor of Springfield?", "Springfield")]
    [InlineData("How do I reset my password?", "The readings don't say")]
    public async Task WhereTheReadingsDoNotSayTheReplySaysSo(string question, string said)
    {
        var reply = await Run(question);

        Assert.Equal(ReplyStatus.Abstained, reply.Status);
        Assert.Contains(said, reply.ToPlainText(), StringComparison.Ordinal);
        Assert.All(reply.Quotes, quote => Assert.True(quote.IsSuggestion));
    }

    [Fact]
    public async Task AReadingWithoutANumberDoesNotAnswerHowMany() =>
        Assert.Equal(ReplyStatus.Abstained, (await Run("How many farmers opposed the canal?")).Status);

    [Theory]
    [InlineData("What is it that they do?")]
    [InlineData("the of and")]
    public async Task AQuestionOfLittleWordsIsAskedAgain(string question) =>
        Assert.Equal(ReplyStatus.Error, (await Run(question)).Status);

    [Theory]
    [InlineData("When was Resolution 1874 adopted?", "none of them mentions Resolution 1874.")]
    [InlineData("What did Angela Merkel say about the canal?", "none of them mentions Angela Merkel.")]
    [InlineData("How much did it cost in 1912?", "none of them mentions 1912.")]
    public async Task ANameOrNumberThatNoReadingHasIsNamedWhole(string question, string said) =>
        Assert.Contains(said, (await Run(question)).ToPlainText(), StringComparison.Ordinal);

    [Theory]
    [InlineData("When was section 4417 adopted?", "section 4417")]
    [InlineData("Was the canal opened between 1850 and 1900?", "3 May 1869")]
    [InlineData("What happened to the farmers after 1850?", "Farmers")]
    public async Task ANumberBindsUnlessItIsABound(string question, string inFirst)
    {
        var acts = TestReadings.Of(
            "acts",
            "The acts",
            "The council adopted the school act in 1871 and the poor act in 1872.",
            "For a generation the council left schools alone, beginning with section 4417 in 1880.");

        var reply = await CommandRunner.RunAsync(Command([Canal, acts]), [Canal, acts], question);

        Assert.Contains(inFirst, reply.Quotes.First().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How tall was the tower?")]
    [InlineData("How old is the bridge keeper?")]
    [InlineData("How much does a ticket for the tower cost?")]
    public async Task ADateIsNoMeasure(string question)
    {
        var tower = TestReadings.Of("tower", "The tower", "On 27 June 2008 the tower fell before the bridge keeper had sold a ticket [3].");

        Assert.Equal(ReplyStatus.Abstained, (await CommandRunner.RunAsync(Command([tower]), [tower], question)).Status);
    }

    [Fact]
    public async Task AQuestionThatTheTextAsksIsQuotedWithWhatFollows()
    {
        var essay = TestReadings.Of(
            "essay", "The essay", "Do tolls pay for roads? They do where traffic is heavy, and nowhere else. Villages know it.");

        Assert.Contains(
            "where traffic is heavy",
            (await CommandRunner.RunAsync(Command([essay]), [essay], "Do tolls pay for roads?")).Quotes.First().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheOfficeHasToBeNamedWhereAHolderIsAskedFor()
    {
        var report = TestReadings.Of("report", "The report", "Poland announced in November that Ewa Nowak would open the new mission.");

        Assert.Equal(
            ReplyStatus.Abstained,
            (await CommandRunner.RunAsync(Command([report]), [report], "Who is the president of Poland?")).Status);
    }

    [Fact]
    public async Task AReasonIsFoundInTheParagraphThatGoesOnAboutTheSubject()
    {
        var history = TestReadings.Of(
            "history",
            "The history",
            "The Harbour Compact of 1911 was a bold contract. It promised every port a dredger and every captain a pilot.",
            "Its weaknesses lay in money, since no port had been asked to pay. Captains went on as before.");

        Assert.Contains(
            "no port had been asked to pay",
            (await CommandRunner.RunAsync(Command([history]), [history], "Why did the Harbour Compact fail?")).Quotes.First().Text,
            StringComparison.Ordinal);
    }

    [SharedDataFact("eval/seed-dev.jsonl")]
    public async Task TheDevelopmentQuestionsAreAnsweredAsWellAsPromised()
    {
        var readings = TestReadings.Folder(SharedData.PathOf("seeds"));
        var (first, three, silent, refused) = (0, 0, 0, 0);
        foreach (var line in File.ReadLines(SharedData.PathOf("eval/seed-dev.jsonl")))
        {
            var item = JsonDocument.Parse(line).RootElement;
            if (item.GetProperty("command").GetString() != "ask")
            {
                continue;
            }

            var reply = await CommandRunner.RunAsync(Command(readings), readings, item.GetProperty("text").GetString() ?? "");
            if (!item.GetProperty("answerable").GetBoolean())
            {
                silent += reply.Status == ReplyStatus.Abstained ? 1 : 0;
                continue;
            }

            var gold = item.GetProperty("gold").EnumerateArray().Select(value => value.GetString() ?? "").ToList();
            var hits = reply.Quotes.Select(quote => gold.Any(text => quote.Text.Contains(text, StringComparison.Ordinal))).ToList();
            first += hits.FirstOrDefault() ? 1 : 0;
            three += hits.Take(3).Any(hit => hit) ? 1 : 0;
            refused += reply.Status == ReplyStatus.Abstained ? 1 : 0;
        }

        Assert.True(first >= 15 && three >= 16 && silent >= 7 && refused <= 1, $"first {first}, three {three}, silent {silent}, refused {refused}");
    }

    private static Task<ChatReply> Run(string question) => CommandRunner.RunAsync(Command([Canal]), [Canal], question);

    private static AskCommand Command(IReadOnlyList<Reading> readings) => new(TestReadings.Shelf(readings), Options.Create(new AskOptions()));
}
