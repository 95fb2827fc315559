using Bot.Library.Readings;
using Bot.Library.Readings.Raw;
using Bot.Testing;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class MarkdownFormatTests
{
    [Fact]
    public void TheHeaderSaysWhoseTextItIs()
    {
        var reading = Read.Markdown("---\ntitle: On Dams\nauthors: [Ada Brook, Ben Weir]\ndate: 2026-03-03\nurl: https://example.org/dams\n---\n# On Dams\n\nIt rained.\n");

        Assert.Equal(("On Dams", "Ada Brook, Ben Weir", "https://example.org/dams"), (reading.Title, reading.Author, reading.Source));
        Assert.Equal(new DateOnly(2026, 3, 3), reading.Date);
        Assert.Equal(["It rained."], reading.Lines());
    }

    [Fact]
    public void AHeaderThatIsNotYamlIsReadLineByLine()
    {
        var reading = Read.Markdown("---\ntitle: Dams: a history\nauthor: \"Ada Brook\"\n---\n\nIt rained.\n");

        Assert.Equal(("Dams: a history", "Ada Brook"), (reading.Title, reading.Author));
    }

    [Theory]
    [InlineData("---\n\nIt rained all day.\n\n---\n\nIt stopped.\n")]
    [InlineData("---\nIt rained all day.\n\n---\n\nIt stopped.\n")]
    public void AHorizontalRuleAtTheTopIsNotAHeader(string text) => Assert.Equal(["It rained all day.", "It stopped."], Read.Markdown(text).Lines());

    [Fact]
    public void TheFirstHeadingIsTheTitleIfNoHeaderContainsOne()
    {
        var reading = Read.Markdown("# On *Dams*\n\nIt rained.\n\n## Later\n\nIt poured.\n");

        Assert.Equal("On Dams", reading.Title);
        Assert.Equal(["It rained.", "Later: It poured."], reading.Lines());
    }

    [Theory]
    [InlineData("by Ada Brook")]
    [InlineData("By Ada Brook, 3 March 2026")]
    [InlineData("by W. E. B. Weir, 1903")]
    [InlineData("by Plato, translated by Ben Weir, 1871")]
    [InlineData("by the Council of Dams and the Union of Weirs, 2016")]
    public void ALineBelowTheTitleThatNamesTheAuthorIsNoArgument(string line)
    {
        var reading = Read.Markdown($"# On Dams\n{line}\n\nIt rained.\n");

        Assert.Equal([(line, ParagraphRole.AboutAuthor), ("It rained.", ParagraphRole.Body)], reading.Paragraphs.Select(paragraph => (paragraph.Text, paragraph.Role)));
    }

    [Theory]
    [InlineData("# On Dams\n\nBy night the water rose, and nobody saw it.\n")]
    [InlineData("# On Dams\n\nIt rained.\n\nby Ada Brook, 1903\n")]
    [InlineData("# On Dams\n\nBystanders saw it\n")]
    public void OtherLinesAreText(string text) =>
        Assert.All(Read.Markdown(text).Paragraphs, paragraph => Assert.Equal(ParagraphRole.Body, paragraph.Role));

    [Fact]
    public void MarksGoAndTextStays()
    {
        var reading = Read.Markdown(
            """
            A **strong** [link](https://example.org) with `code`, an ![image](x.png) &amp; a note.[^1]

            > It was said
            > on two lines.

            - one
            - two
              - inner

            3. third
            4. fourth

            | a | b |
            |---|---|
            | 1 | 2 |

            ```
            let x = 1
            ```

            <div>Kept <b>words</b></div>

            <!-- not seen -->

            ***

            [^1]: The note.
            """);

        Assert.Equal(
            [
                "A strong link with code, an & a note.", "It was said on two lines.", "one", "two", "inner", "3. third", "4. fourth", "a | b", "1 | 2",
                "let x = 1", "Kept words", "Notes: The note.",
            ],
            reading.Lines());
        Assert.Equal(ParagraphRole.Reference, reading.Paragraphs[^1].Role);
    }

    [Fact]
    public void ABoldLineAloneIsAHeadingAndABoldSentenceIsNot()
    {
        var reading = Read.Markdown("**By Ada Brook**\n\nIt rained.\n\n**The dam**\n\nIt held.\n\n**It held well.**\n\n**Note** it leaks.\n\n- **An item**\n");

        Assert.Equal(["By Ada Brook", "It rained.", "The dam: It held.", "The dam: It held well.", "The dam: Note it leaks.", "The dam: An item"], reading.Lines());
    }

    [Fact]
    public void ItemsAreCountedIfTheFileDoesNot() =>
        Assert.Equal(["3. one", "4. two", "5. three"], Read.Markdown("3. one\n3. two\n3. three\n").Lines());

    [Fact]
    public void ReferencesAreDistinguishedFromText()
    {
        var reading = Read.Markdown("# A\n\nIt rained.\n\n## Works Cited\n\n1. One.\n2. Two.\n\n## Afterword\n\nIt poured.\n");

        Assert.Equal(
            [ParagraphRole.Body, ParagraphRole.Reference, ParagraphRole.Reference, ParagraphRole.Body],
            reading.Paragraphs.Select(paragraph => paragraph.Role));
    }

    [Fact]
    public void AMarkdownThatIsNestedWithoutEndIsRefused()
    {
        var reason = Assert.Throws<UnreadableFileException>(() => Read.Markdown(new string('>', 20_000) + " deep"));

        Assert.StartsWith("The Markdown is nested too deeply", reason.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TheSeedsThatShipAreReadWhole()
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "seeds"), "*.md"))
        {
            var reading = Read.Bytes(file, File.ReadAllBytes(file));

            Assert.Equal("Seminar Bot contributors", reading.Author);
            Assert.NotNull(reading.Date);
            Assert.NotNull(reading.Source);
            Assert.Contains(reading.Paragraphs, paragraph => paragraph.Role == ParagraphRole.Reference);
            Assert.True(reading.Paragraphs.Count(paragraph => paragraph.Role == ParagraphRole.Body) >= 5, file);
            Assert.True(reading.Sections.Count() >= 3, file);
        }
    }
}
