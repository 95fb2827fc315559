using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Parsing;
using Bot.Library.Retrieval;
using Bot.Testing;

namespace Bot.Library.Tests.Retrieval;

/// <summary>A part of a shelf returns the same results as a shelf with only these readings.</summary>
public sealed class PartOfAnIndexTests
{
    private static readonly IReadOnlyList<Reading> Seeds = ReadingFolder.Load(Path.Combine(Repository.Root, "seeds")).Readings;

    public static TheoryData<string> Questions =>
    [
        "Have sanctions worked?",
        "Why did the Agreed Framework fail?",
        "What does Seoul fear?",
        "sanctions sanctions Europe",
        "zygote",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task ItFindsTheSameByWords(string question) =>
        await AssertSameAsync(LocalModels.LexicalShelf(Seeds), LocalModels.LexicalShelf([.. Seeds.Where(IsIncluded)]), question);

    [Fact]
    public async Task ItFindsTheSameByMeaning() =>
        await AssertSameAsync(LocalModels.Shelf(Seeds), LocalModels.Shelf([.. Seeds.Where(IsIncluded)]), "Is it wise to talk to Pyongyang?");

    [Fact]
    public async Task ItFindsTheSameAfterAReadingChanged()
    {
        var changed = Seeds[0] with { Title = "Another title" };
        var index = RetrievalIndex.Build(Seeds).Update([changed, .. Seeds.Skip(1)]);
        var shelf = new Shelf();
        shelf.Replace(new ShelfSnapshot([changed, .. Seeds.Skip(1)], [], index));

        await AssertSameAsync(shelf, LocalModels.LexicalShelf([changed, .. Seeds.Skip(1).Where(IsIncluded)]), "Have sanctions worked?", reading => reading == changed || IsIncluded(reading));
    }

    [Fact]
    public void AWordOfAnotherReadingIsUnknown()
    {
        var canal = ReadingFactory.Default.CreateFromText("canal", "The canal", "The canal was opened by the town council.");
        var bees = ReadingFactory.Default.CreateFromText("bees", "Bees", "Bees find their way by the sun.");
        var part = LocalModels.LexicalShelf([canal, bees]).Current.Narrow(reading => reading == canal);

        Assert.True(part.Index.Mentions("canal"));
        Assert.False(part.Index.Mentions("bees"));
        Assert.Equal([canal], part.Readings);
    }

    private static bool IsIncluded(Reading reading) => reading.Id.Value is "case-for-pressure" or "what-sanctions-did" or "view-from-seoul-and-tokyo";

    private static async Task AssertSameAsync(Shelf all, Shelf few, string question, Func<Reading, bool>? isIncluded = null)
    {
        var query = new RetrievalQuery(question) { UsesSecondStage = false, MaxPassages = 5 };

        var part = await LocalModels.Retriever.SearchAsync(all.Current.Narrow(isIncluded ?? IsIncluded).Index, query, CancellationToken.None);
        var alone = await LocalModels.Retriever.SearchAsync(few.Current.Index, query, CancellationToken.None);

        Assert.Equal(alone.Passages.Select(Shown), part.Passages.Select(Shown));
        Assert.Equal(alone.UnknownWords, part.UnknownWords);
        Assert.Equal(alone.Confidence, part.Confidence, precision: 5);
    }

    private static string Shown(Passage passage) => $"{passage.Reading.Id} ¶{passage.Paragraph.Number}.{passage.First}–{passage.Last} {passage.Score:F5} {passage.WordShare:F5}";
}
