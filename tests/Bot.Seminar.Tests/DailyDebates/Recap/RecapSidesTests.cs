using Bot.Chat;
using Bot.Chat.Posting;
using Bot.Library.Embeddings;
using Bot.Seminar.DailyDebates.Recap;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Seminar.Tests.DailyDebates.Recap;

public sealed class RecapSidesTests
{
    private static readonly string[] Messages =
    [
        "Zoos are cruel, because wild animals suffer in cages.",
        "Zoos protect endangered species that would die out in the wild.",
        "Animals should live free and not be locked up for our fun.",
        "Children learn to love animals at the zoo, so zoos should stay.",
        "My cousin went to the one in Prague last summer.",
        "Who pays for the food of the animals?",
    ];

    [Fact]
    public async Task ArgumentsAreSortedIfTheirSideIsClearAndNoneIsOnTheWrongSide()
    {
        var recap = new RecapPoints(new QueryVectors(LocalModels.Sentences, NullLogger<QueryVectors>.Instance), LocalModels.SecondStage, LocalModels.Retriever);
        var messages = Messages.Select((text, i) => new ThreadMessage($"{i}", new ChatUser("u"), text, default));

        var points = await recap.OfAsync(LocalModels.LexicalShelf(TestReadings.Seeds).Current, "This house believes that zoos should be banned.", messages, CancellationToken.None);

        var sides = points.ToDictionary(point => point.First.Id, point => point.Side);
        Assert.Equal((PointSide.For, PointSide.Against), (sides["0"], sides["1"]));
        Assert.NotEqual(PointSide.Against, sides["2"]);
        Assert.NotEqual(PointSide.For, sides["3"]);
        Assert.Equal((PointSide.Unsorted, PointSide.Question), (sides["4"], sides["5"]));
    }
}
