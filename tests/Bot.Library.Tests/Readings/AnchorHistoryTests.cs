using Bot.Library.Readings;
using Bot.Library.Readings.Folders;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Tests.Readings;

public sealed class AnchorHistoryTests
{
    private const string Rain = "It rained for a long time, and then it rained again.";
    private const string Dam = "The dam was promised to the town by a ministry that is gone.";
    private const string Sea = "Every river that we know of ends in some sea or other.";

    [Fact]
    public void AParagraphPutInFrontMovesTheOthers() =>
        Assert.Equal(["¶1→¶2", "¶2→¶3"], Changes([Rain, Dam], [Sea, Rain, Dam]));

    [Fact]
    public void AParagraphTakenOutVanishesAndTheNextMoveUp() =>
        Assert.Equal(["¶1 vanished", "¶2→¶1"], Changes([Rain, Dam], [Dam]));

    [Fact]
    public void ARevisedParagraphIsTheSameParagraph()
    {
        var revised = Dam.Replace("promised", "pledged", StringComparison.Ordinal);

        Assert.Empty(Changes([Rain, Dam], [Rain, revised]));
        Assert.Equal(["¶1→¶2", "¶2→¶3"], Changes([Rain, Dam], [Sea, Rain, revised]));
    }

    [Fact]
    public void EqualParagraphsKeepTheirOrder() => Assert.Equal(["¶2→¶3"], Changes([Rain, Rain], [Rain, Dam, Rain]));

    [Fact]
    public void AFileThatWasAwayForAWhileIsComparedWithWhatItWas()
    {
        var history = new AnchorHistory();
        history.Note([Reading(Rain, Dam)]);
        history.Note([]);
        Assert.Empty(history.Changes);

        history.Note([Reading(Dam)]);

        Assert.Equal(["¶1 vanished", "¶2→¶1"], history.Changes.Select(change => change.ToString()));
    }

    private static IEnumerable<string> Changes(string[] before, string[] after)
    {
        var history = new AnchorHistory();
        history.Note([Reading(before)]);
        history.Note([Reading(after)]);
        return history.Changes.Select(change => change.ToString());
    }

    private static Reading Reading(params string[] paragraphs) => ReadingFactory.Default.CreateFromText("rain", "Rain", string.Join("\n\n", paragraphs));
}
