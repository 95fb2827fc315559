using Bot.Library.Readings;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;

namespace Bot.Library.Tests.Retrieval;

public sealed class LexicalIndexTests
{
    private static readonly Reading Canal = ReadingFactory.Default.CreateFromText("canal", "Canal", "The canal feeds the mills. The mills stopped in 1960.");
    private static readonly Reading Bees = ReadingFactory.Default.CreateFromText("bees", "Bees", "Bees feed on clover.");

    [Fact]
    public void ASentenceScoresByTheTermsThatItSharesWithTheQuery()
    {
        var scores = LexicalIndex.Build([Canal, Bees]).Score(["mill", "canal"], IndexStore.SentenceField);

        Assert.Equal(3, scores.Length);
        Assert.True(scores[0] > scores[1] && scores[1] > 0);
        Assert.Equal(0, scores[2]);
    }

    [Fact]
    public void ATermThatTheQuerySaysTwiceCountsTwice()
    {
        var index = LexicalIndex.Build([Canal, Bees]);

        Assert.Equal(2 * index.Score(["bee"], IndexStore.SentenceField)[2], index.Score(["bee", "bee"], IndexStore.SentenceField)[2], 4);
    }

    [Fact]
    public void AWindowHasTheTermsOfItsNeighbours()
    {
        var index = LexicalIndex.Build([Canal]);

        Assert.Equal(0, index.Score(["canal"], IndexStore.SentenceField)[1]);
        Assert.True(index.Score(["canal"], IndexStore.WindowField)[1] > 0);
    }

    [Fact]
    public void WithoutTermsNothingScores() => Assert.All(LexicalIndex.Build([Canal]).Score([], IndexStore.SentenceField), score => Assert.Equal(0, score));

    [Fact]
    public void AnUpdateAnalysesOnlyWhatIsNew()
    {
        var first = LexicalIndex.Build([Canal]);

        var second = first.Update([Bees, Canal]);

        Assert.Same(first.Readings[0], second.Readings[1]);
        Assert.Equal(2, second.DocumentFrequency("mill"));
        Assert.Equal(1, second.DocumentFrequency("clover"));
        Assert.Equal(0, first.DocumentFrequency("clover"));
    }

    [Fact]
    public void AReadingThatGoesTakesItsTermsAlong()
    {
        var index = LexicalIndex.Build([Canal, Bees]).Update([Bees]);

        Assert.Equal(1, index.SentenceCount);
        Assert.Equal((0, 1), (index.DocumentFrequency("mill"), index.DocumentFrequency("clover")));
        Assert.Equal(LexicalIndex.Build([Bees]).Score(["clover"], IndexStore.WindowField), index.Score(["clover"], IndexStore.WindowField));
        Assert.Equal(0, Assert.Single(index.Score(["mill"], IndexStore.SentenceField)));
        Assert.True(Assert.Single(index.Score(["clover"], IndexStore.SentenceField)) > 0);
    }

    [Fact]
    public void ManyChangesDoNotFillTheMemory()
    {
        var index = LexicalIndex.Build([Canal, Bees]);
        var largest = 0L;
        for (var i = 0; i < 500; i++)
        {
            var changed = ReadingFactory.Default.CreateFromText("canal", "Canal", $"The canal feeds the mills. Mill number {i} stopped in 1960.");
            index = index.Update([changed, Bees]);
            largest = Math.Max(largest, index.CountBytes());
        }

        Assert.True(largest < 8 << 20, $"{largest:N0} bytes");
        Assert.Equal((2, 1, 0), (index.DocumentFrequency("mill"), index.DocumentFrequency("499"), index.DocumentFrequency("498")));
        Assert.True(index.Score(["clover"], IndexStore.SentenceField)[2] > 0);
    }

    [Fact]
    public void ReadingsThatAreAddedOneByOneAreAllFound()
    {
        Reading[] all = [.. Enumerable.Range(0, 40).Select(i => ReadingFactory.Default.CreateFromText(
            $"mill-{i}", "Mill", string.Join(' ', Enumerable.Range(0, 200).Select(line => $"Mill {i} ground the corn of farm {line} in the year of the flood."))))];
        var index = LexicalIndex.Build([]);

        for (var i = 1; i <= all.Length; i++)
        {
            index = index.Update(all[..i]);
        }

        Assert.Equal((8_000, 8_000), (index.SentenceCount, index.DocumentFrequency("mill")));
        Assert.Equal(LexicalIndex.Build(all).Score(["39"], IndexStore.SentenceField), index.Score(["39"], IndexStore.SentenceField));
    }

    [Fact]
    public void OnlyTheNewestIndexIsUpdated()
    {
        var index = LexicalIndex.Build([Canal]);
        index.Update([Bees]);

        Assert.Throws<InvalidOperationException>(() => index.Update([Canal, Bees]));
    }

    [Fact]
    public void NoReadingsAreAnEmptyIndex()
    {
        var index = LexicalIndex.Build([]);

        Assert.Equal(0, index.SentenceCount);
        Assert.Empty(index.Score(["mill"], IndexStore.SentenceField));
    }
}
