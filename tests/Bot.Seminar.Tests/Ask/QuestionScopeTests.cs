using Bot.Library.Readings;
using Bot.Seminar.Ask;

namespace Bot.Seminar.Tests.Ask;

public sealed class QuestionScopeTests
{
    private static readonly Reading Canal = TestReadings.Of("canal", "The Canal: A History of Water", "It was dug.") with { Author = "Ida M. Lund" };
    private static readonly Reading Locks = TestReadings.Of("on-locks", "On Locks and Gates", "They open.") with { Author = "Per van Dyke and Ada Stone, 1901" };
    private static readonly Reading Act = TestReadings.Of("lake-safety-act", "Regulation of the Council on Safety on Lakes (Lake Safety Act)", "It applies.") with { Author = "the Council" };
    private static readonly Reading Charter = TestReadings.Of("charter", "Universal Charter of Water Rights", "All may drink.");
    private static readonly Reading[] Shelf = [Canal, Locks, Act, Charter];

    [Theory]
    [InlineData("What does Lund say about farmers?", "canal", "What does the author say about farmers?")]
    [InlineData("What does Ida Lund say about farmers?", "canal", "What does the author say about farmers?")]
    [InlineData("what does lund say about farmers?", "canal", "what does the author say about farmers?")]
    [InlineData("Why did van Dyke close the gate?", "on-locks", "Why did the author close the gate?")]
    [InlineData("Was it dear, according to Stone?", "on-locks", "Was it dear, according to the author?")]
    [InlineData("What is Lund’s view of locks?", "canal", "What is the author’s view of locks?")]
    [InlineData("Lund on farmers", "canal", "the author on farmers")]
    [InlineData("How long is the canal according to The Canal?", "canal", "How long is the canal according to the text?")]
    [InlineData("What does “On Locks and Gates” say?", "on-locks", "What does the text say?")]
    [InlineData("What does on locks and gates say about fog?", "on-locks", "What does the text say about fog?")]
    [InlineData("When does the Lake Safety Act apply?", "lake-safety-act", "When does the text apply?")]
    [InlineData("What is the Safety Act's view of fog?", "lake-safety-act", "What is the text's view of fog?")]
    [InlineData("Does the Charter ban wells?", "charter", "Does the text ban wells?")]
    [InlineData("What does the UCWR say about wells?", "charter", "What does the text say about wells?")]
    [InlineData("Is the author of The Canal for locks?", "canal", "Is the author of the text for locks?")]
    public void AQuestionThatNamesAnAuthorOrATextIsAskedOfThat(string question, string reading, string asked)
    {
        var scope = QuestionScope.Of(question, Shelf);

        Assert.True(scope.IsNamed);
        Assert.Equal([reading], scope.Readings.Select(one => one.Id.Value));
        Assert.Equal(asked, scope.Question);
    }

    [Theory]
    [InlineData("Who opposed Lund?")]
    [InlineData("Why was the canal dug?")]
    [InlineData("Does the Water Rights Council meet?")]
    [InlineData("Do locks and gates rust?")]
    [InlineData("What does the council say?")]
    [InlineData("Did Dyker sail?")]
    [InlineData("Did a stone break the gate, Ann?")]
    public void ANameThatIsOnlySpokenAboutLimitsNothing(string question)
    {
        var scope = QuestionScope.Of(question, Shelf);

        Assert.False(scope.IsNamed);
        Assert.Equal(Shelf.Length, scope.Readings.Count);
        Assert.Equal(question, scope.Question);
    }

    [Theory]
    [InlineData("What does section 13 of the GPL say?", "gpl")]
    [InlineData("Does the LGPL allow that?", "lgpl")]
    [InlineData("What is banned by the MPL?", "mpl")]
    public void InitialsOfATitleNameIt(string question, string reading)
    {
        Reading[] licences =
        [
            TestReadings.Of("gpl", "GNU GENERAL PUBLIC LICENSE", "It is free."),
            TestReadings.Of("lgpl", "GNU Lesser General Public License", "It is free too."),
            TestReadings.Of("mpl", "Mozilla Public License Version 2.0", "It is free as well."),
        ];

        Assert.Equal([reading], QuestionScope.Of(question, licences).Readings.Select(one => one.Id.Value));
    }

    [Fact]
    public void OfTwoNamesTheOneThatIsAskedCounts() =>
        Assert.Equal(["canal"], QuestionScope.Of("What does Lund say about Stone?", Shelf).Readings.Select(reading => reading.Id.Value));

    [Fact]
    public void EveryTextOfAnAuthorIsMeant()
    {
        var second = TestReadings.Of("bridges", "On Bridges", "They hold.") with { Author = "Ida M. Lund" };

        Assert.Equal(["canal", "bridges"], QuestionScope.Of("What does Lund think?", [.. Shelf, second]).Readings.Select(reading => reading.Id.Value));
    }

    [Theory]
    [InlineData("What does Thoreau say about taxes?", true)]
    [InlineData("What do taxes do according to Thoreau?", true)]
    [InlineData("What does Disobedience mean?", false)]
    [InlineData("What does thoreau say?", false)]
    public void AFileWithoutAnAuthorIsNamedByItsName(string question, bool isNamed)
    {
        var duty = TestReadings.Of("thoreau-civil-disobedience", "On the Duty of Civil Disobedience", "Do not pay.");

        Assert.Equal(isNamed, QuestionScope.Of(question, [.. Shelf, duty]) is { IsNamed: true, Readings: [var only] } && only == duty);
    }

    [Theory]
    [InlineData("Do Lund and Stone agree about farmers?", "Do the authors agree about farmers?")]
    [InlineData("What do Ida Lund, van Dyke and the Charter say about fog?", "What do the authors say about fog?")]
    public void NamesThatAreJoinedAreCompared(string question, string asked)
    {
        var scope = QuestionScope.Of(question, Shelf);

        Assert.Equal(asked, scope.Question);
        Assert.Equal(scope.Readings, scope.Compared.SelectMany(readings => readings));
        Assert.InRange(scope.Compared.Count, 2, 3);
    }

    [Fact]
    public void WordsThatTwoTitlesShareNameNeither()
    {
        var second = TestReadings.Of("sea-safety-act", "Sea Safety Act", "It applies.");

        Assert.False(QuestionScope.Of("What does the Safety Act say?", [.. Shelf, second]).IsNamed);
    }
}
