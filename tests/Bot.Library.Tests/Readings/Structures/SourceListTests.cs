using Bot.Library.Readings;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings.Structures;

public sealed class SourceListTests
{
    private const string Prose =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago, and nobody answers.";

    [Fact]
    public void EntriesInARowAreAListOfSourcesWithoutAHeading()
    {
        var reading = Read.Text(
            $"""
            On dams

            {Prose}

            {Prose} It never did.

            Brook, A. (2019). On dams and those who pay. Lake Press.

            Dyke, P. van, and Stone, B. 1998. Gates. Journal of Locks.

            Holm, Maria (2004). The staircase of water. Canal Books.
            """);

        Assert.Equal(
            [ParagraphRole.Body, ParagraphRole.Body, ParagraphRole.Reference, ParagraphRole.Reference, ParagraphRole.Reference],
            reading.Paragraphs.Select(paragraph => paragraph.Role));
        Assert.All(reading.Paragraphs.Skip(2), paragraph => Assert.Equal(ParagraphKind.Reference, paragraph.Kind));
    }

    [Theory]
    [InlineData("Brook, A. (2019). On dams and those who pay. Lake Press.", "Dyke, P. 1998. Gates. Journal of Locks.", "They agree that nobody pays for what he was promised.")]
    [InlineData("London, May 1851. It rained all day.", "London, June 1851. It rained again.", "London, July 1851. It still rained.")]
    [InlineData("Paris, the capital, was taken in 1940.", "Rome, the old one, fell in 476.", "Athens, a port, rose in 1834.")]
    public void OtherLinesWithNamesAndYearsAreText(string one, string two, string three)
    {
        var reading = Read.Text($"On dams\n\n{Prose}\n\n{one}\n\n{two}\n\n{three}\n\n{Prose}");

        Assert.All(reading.Paragraphs, paragraph => Assert.Equal(ParagraphRole.Body, paragraph.Role));
    }

    [Theory]
    [InlineData("Literaturverzeichnis")]
    [InlineData("Références")]
    [InlineData("Bibliografía")]
    [InlineData("VII. References")]
    [InlineData("Selected bibliography")]
    public void AHeadingOpensAListInAnyLanguageOfReadings(string heading)
    {
        var reading = Read.Markdown($"# On dams\n\n{Prose}\n\n## {heading}\n\nA book on dams, printed in the town.");

        Assert.Equal([ParagraphRole.Body, ParagraphRole.Reference], reading.Paragraphs.Select(paragraph => paragraph.Role));
    }
}
