using Bot.Chat;
using Bot.Chat.Contract;
using Bot.Library;
using Bot.Library.Retrieval;
using Bot.Web.Room;

namespace Bot.Web.Tests.Room;

public sealed class LinkedSeminarTests
{
    private static readonly Citation Place = new("week-1/on-rain", "On Rain", 4, 2) { LastSentence = 3, Source = "https://example.org/rain" };

    [Fact]
    public async Task QuotesLeadIntoTheReadingRoom()
    {
        var inner = new ScriptedSeminar
        {
            Answer = (_, _) => Task.FromResult(ChatReply.Answer(
                new TextBlock("Some."),
                new QuoteBlock("It rained. It poured.", Place),
                new PointsBlock([new Point("Rain.") { Place = Place }, new Point("Sun.")]))),
        };
        var seminar = new LinkedSeminar(inner, ShelfOf("week-1/on-rain"), new Uri("https://seminar.example"));

        var reply = await seminar.HandleAsync(
            new ChatCommand { Name = "ask", Channel = new ChannelAddress("slack", "", "c"), User = new ChatUser("u") }, CancellationToken.None);

        var quote = Assert.Single(reply.Quotes);
        Assert.Matches(@"^https://seminar\.example/r/week-1/on-rain\?at=4\.2-3&was=[0-9a-f]{8}#p4\.2$", quote.Citation.Link?.AbsoluteUri);
        Assert.Equal("https://example.org/rain", quote.Citation.SourceLink?.AbsoluteUri);
        var points = Assert.Single(reply.Blocks.OfType<PointsBlock>()).Points;
        Assert.Equal("https://seminar.example/r/week-1/on-rain?at=4.2-3#p4.2", points[0].Place?.Link?.AbsoluteUri);
        Assert.Null(points[1].Place);
    }

    [Fact]
    public async Task AReadingThatOnlyAnotherWorkspaceHasIsNotLinked()
    {
        var inner = new ScriptedSeminar { Answer = (_, _) => Task.FromResult(ChatReply.Answer(new QuoteBlock("It rained.", Place))) };
        var seminar = new LinkedSeminar(inner, ShelfOf("week-1/on-rain", "slack/team"), new Uri("https://seminar.example"));

        var reply = await seminar.HandleAsync(
            new ChatCommand { Name = "ask", Channel = new ChannelAddress("slack", "team", "c"), User = new ChatUser("u") }, CancellationToken.None);

        Assert.Null(Assert.Single(reply.Quotes).Citation.Place);
    }

    private static Shelf ShelfOf(string id, string? workspace = null)
    {
        var shelf = new Shelf();
        var reading = Texts.Reading(id, ["It rained."]) with { Workspace = workspace };
        shelf.Replace(new ShelfSnapshot([reading], [], RetrievalIndex.Build([reading])));
        return shelf;
    }
}
