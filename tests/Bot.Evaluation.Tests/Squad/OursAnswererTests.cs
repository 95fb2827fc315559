using Bot.Evaluation.Squad;

namespace Bot.Evaluation.Tests.Squad;

public class OursAnswererTests
{
    [Fact]
    public void ParagraphsAreRankedOverAllArticles()
    {
        using var answerer = new OursAnswerer();
        answerer.Index(
        [
            new SquadArticle("Rivers", [new("1.1", "The Rhine rises in Switzerland.", []), new("1.2", "The Danube is longer.", [])]),
            new SquadArticle("Drinks", [new("2.1", "Tea is a drink from China.", [])]),
        ]);

        Assert.Equal("1.2", answerer.Rank("How long is the Danube?", 5)[0]);
        Assert.Equal("2.1", answerer.Rank("Which drink came from China?", 5)[0]);
    }
}
