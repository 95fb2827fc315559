using Bot.Library.Readings;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings.Structures;

public sealed class KindsOfTextTests
{
    private const string Prose =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago, and nobody answers.";

    private const string Poem =
        """
        The Dam

        By Ada Brook

        I met a miller from a northern town,
        Who said that all the wheels had come to rest
        When first the water, heavy, cold and brown,
        Broke through the wall that he had thought the best.

        The town has built another since that day,
        And no one asks the river what it thinks,
        But every spring the water has its way
        And every spring another cellar drinks.
        """;

    [Fact]
    public void AStanzaIsAParagraphWhoseLinesAreKnown()
    {
        var reading = Read.Text(Poem);

        Assert.Equal("The Dam", reading.Title);
        Assert.Equal("Ada Brook", reading.Author);
        Assert.Equal([ParagraphKind.Verse, ParagraphKind.Verse], reading.Paragraphs.Select(paragraph => paragraph.Kind));
        var stanza = reading.Paragraphs[0];
        Assert.Equal(3, stanza.LineStarts.Count);
        Assert.StartsWith("When first the water", stanza.Text[stanza.LineStarts[1]..], StringComparison.Ordinal);
        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void ProseThatIsWrappedToAWidthIsNotVerse()
    {
        var reading = Read.Text(
            "On Dams\n\nThe river floods each spring, and each spring the Town Council\nasks who should pay for the dam that was promised to it a long\ntime ago. Nobody answers, because the ministry that made the\npromise is gone, and the one that came after it has others to keep.\n");

        Assert.Equal(ParagraphKind.Prose, Assert.Single(reading.Paragraphs).Kind);
    }

    [Fact]
    public void ASpeechHasItsSpeaker()
    {
        var reading = Read.Text(
            """
            The Flood (a play)

            By Ada Brook

            MAYOR. That, my dear miller, is the whole truth.

            MILLER. The truth is rarely dry. The river would be very tedious if it were.

            MAYOR.
            [Sternly.] What on earth do you mean by that?

            MILLER.
            You have promised us a dam, in order that you may be mayor as often as you like.
            """);

        Assert.Equal(["Mayor", "Miller", "Mayor", "Miller"], reading.Paragraphs.Select(paragraph => paragraph.Speaker));
        Assert.All(reading.Paragraphs, paragraph => Assert.Equal(ParagraphKind.Speech, paragraph.Kind));
        Assert.Equal("MAYOR. [Sternly.] What on earth do you mean by that?", reading.Paragraphs[2].Text);
        Assert.Equal("MAYOR. That, my dear miller, is the whole truth.", reading.Paragraphs[0].Quote(1, 1));
        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void WordsBeforeAColonAreNotSpeakers() =>
        Assert.All(
            Read.Text($"On Dams\n\nReason: {Prose}\n\nAnswer: {Prose}\n\n{Prose}\n\n{Prose}\n").Paragraphs,
            paragraph => Assert.Null(paragraph.Speaker));

    [Fact]
    public void ARowOfATableKnowsTheHeadsOfItsColumns()
    {
        var reading = Read.Markdown("| Town | Dam |\n|---|---|\n| Harrow | 12 m |\n| Ely | 9 m |\n");

        Assert.Equal(["Town | Dam", "Harrow | 12 m", "Ely | 9 m"], reading.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal([null, "Town | Dam", "Town | Dam"], reading.Paragraphs.Select(paragraph => paragraph.TableHead));
        Assert.All(reading.Paragraphs, paragraph => Assert.Equal(ParagraphKind.Table, paragraph.Kind));
    }

    [Fact]
    public void ANoteIsReachedFromItsMark()
    {
        var reading = Read.Markdown($"{Prose}[^dam]\n\n[^dam]: The dam of 1884.\n");

        Assert.Equal(new NoteMark(Prose.Length, "dam"), Assert.Single(reading.Paragraphs[0].NoteMarks));
        Assert.Equal((ParagraphKind.Note, ParagraphRole.Reference), (reading.Paragraphs[1].Kind, reading.Paragraphs[1].Role));
    }

    [Fact]
    public void AnEntryOfAListOfSourcesIsMarked()
    {
        var reading = Read.Markdown($"{Prose}\n\n## References\n\n1. Brook, A., Dams, 1999.\n2. Brook, A., More Dams, 2001.\n");

        Assert.Equal([ParagraphKind.Prose, ParagraphKind.Reference, ParagraphKind.Reference], reading.Paragraphs.Select(paragraph => paragraph.Kind));
    }

    [Fact]
    public void KramdownMarksAreNotWords()
    {
        var reading = Read.Markdown(
            """
            ---
            title: Dams for All
            keyword: dams
            keyword: towns
            author:
             -
                ins: A. Brook
                name: Ada Brook
                city: Harrow

            --- abstract

            This document explains dams.

            --- middle

            # Who Pays? {#who}

            As {{?RFC0001}} says, and {{who}} repeats, somebody pays.
            {: .note}
            """);

        Assert.Equal(("Dams for All", "Ada Brook"), (reading.Title, reading.Author));
        Assert.Equal(["Abstract: This document explains dams.", "Who Pays?: As [RFC0001] says, and Who Pays? repeats, somebody pays."], reading.Lines());
    }
}
