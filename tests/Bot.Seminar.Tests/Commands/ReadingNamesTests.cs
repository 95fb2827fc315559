using Bot.Library.Readings;
using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

public sealed class ReadingNamesTests
{
    private static readonly IReadOnlyList<Reading> Readings =
    [
        TestReadings.Of("week-1/case-for-rain", "Let It Rain", "It rained."),
        TestReadings.Of("week-1/case-for-sun", "The Sun Also Shines", "It shone."),
        TestReadings.Of("week-2/rain", "A Second Rain", "It rained again."),
    ];

    [Theory]
    [InlineData("week-1/case-for-sun", "week-1/case-for-sun")]
    [InlineData("WEEK-1/CASE-FOR-SUN", "week-1/case-for-sun")]
    [InlineData("rain", "week-2/rain")]
    [InlineData("case-for-s", "week-1/case-for-sun")]
    [InlineData("let it rain", "week-1/case-for-rain")]
    [InlineData("shines sun", "week-1/case-for-sun")]
    [InlineData("week-2", "week-2/rain")]
    public void AReadingIsFoundByTheNamesPeopleUse(string name, string id) =>
        Assert.Equal(id, Assert.Single(ReadingNames.Matches(Readings, name)).Id.Value);

    [Fact]
    public void ANameThatFitsSeveralReadingsNamesThem()
    {
        var matches = ReadingNames.Matches(Readings, "case-for");

        Assert.Equal(2, matches.Count);
        Assert.Equal(
            "“case-for” could be any of these readings: week-1/case-for-rain, week-1/case-for-sun. Please write one of these names in full.",
            ReadingNames.Explain(Readings, "case-for", matches));
    }

    [Theory]
    [InlineData("week-2/rian", "No reading is called “week-2/rian”. Did you mean “week-2/rain”?")]
    [InlineData("snow", "No reading is called “snow”. The readings are: week-1/case-for-rain, week-1/case-for-sun, week-2/rain.")]
    [InlineData("¶", "No reading is called “¶”. The readings are: week-1/case-for-rain, week-1/case-for-sun, week-2/rain.")]
    public void AnUnknownNameIsExplained(string name, string sentence)
    {
        Assert.Empty(ReadingNames.Matches(Readings, name));
        Assert.Equal(sentence, ReadingNames.Explain(Readings, name, []));
    }

    [Fact]
    public void APageOfTextIsNotRepeatedAsAName() =>
        Assert.StartsWith("No reading is called that.", ReadingNames.Explain(Readings, new string('x', 3000), []), StringComparison.Ordinal);

    [Fact]
    public void OfManyReadingsOnlyAFewAreNamed()
    {
        var many = Enumerable.Range(1, 100).Select(i => TestReadings.Of($"r{i}", "R", "Text.")).ToList();

        Assert.EndsWith("r8, and 92 more (“readings” lists them all)", ReadingNames.List(many), StringComparison.Ordinal);
    }
}
