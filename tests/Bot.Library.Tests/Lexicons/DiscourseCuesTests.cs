using Bot.Library.Lexicons;

namespace Bot.Library.Tests.Lexicons;

public sealed class DiscourseCuesTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("While certain risks remain, the ferry runs.", "While … remain")]
    [InlineData("It’s time to go.", "It’s time")]
    [InlineData("IT IS TIME to go.", "IT IS TIME")]
    [InlineData("A well-known case.", "well-known")]
    public void ACueIsFoundHoweverItIsPrinted(string sentence, string shown) =>
        Assert.Equal(shown, Assert.Single(Load("concession: [while … remain, it is time, well known]").Match(sentence)).Text);

    [Fact]
    public void TheLongestCueOfARoleWins()
    {
        var match = Assert.Single(Load("thesis: [it is, it is time, it is time to]").Match("Now it is time to go."));

        Assert.Equal("it is time to", match.Text);
        Assert.Equal((4, 17), (match.Start, match.End));
    }

    [Fact]
    public void ACueServesEachRoleThatListsIt() =>
        Assert.Equal(
            [DiscourseRole.Thesis, DiscourseRole.Recommendation],
            Load("thesis: [must]\nrecommendation: [must]").Match("They must go.").Select(match => match.Role));

    [Fact]
    public void AGapIsBounded() =>
        Assert.Empty(Load("concession: [while … remain]").Match("While one two three four five six seven eight nine remain."));

    [Fact]
    public void PartsOfWordsAreNoCues() => Assert.Empty(Load("rebuttal: [but, yet]").Match("The butter is not in Yeti."));

    [Fact]
    public void AnUnknownRoleIsNamed() =>
        Assert.Contains("“joke” is no role", Assert.Throws<FormatException>(() => Load("joke: [ha]")).Message, StringComparison.Ordinal);

    [Fact]
    public void ABrokenFileIsNamedWithItsLine() =>
        Assert.Contains(file, Assert.Throws<FormatException>(() => Load("thesis: [must\nreason: [")).Message, StringComparison.Ordinal);

    [Fact]
    public void TheCuesThatShipCanBeRead()
    {
        var cues = DiscourseCues.Load(Path.Combine(Lexicon.DefaultFolder, "discourse.yaml"));

        Assert.All(
            Enum.GetValues<DiscourseRole>(),
            role => Assert.Contains(
                cues.Match("However, this article argues that while some fear it, for example, we should act because studies show, he said, that more than one X is defined as Y, which will be so."),
                match => match.Role == role));
    }

    private DiscourseCues Load(string yaml)
    {
        File.WriteAllText(file, yaml);
        return DiscourseCues.Load(file);
    }
}
