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
    public void PandocMarksAreNotWords()
    {
        var reading = Read.Markdown(
            """
            # []{#part1.html_page3 .calibre}Dams for All {#part1 .toc}

            ::: block
            A promise is *older* than the ministry []{#page4}that made it.
            :::

            **[I HOPE I]{.small}** will not be long. See [the plan](https://example.org){.link}.
            """);

        Assert.Equal("Dams for All", reading.Title);
        Assert.Equal(
            ["A promise is older than the ministry that made it.", "I HOPE I will not be long. See the plan."],
            reading.Paragraphs.Select(paragraph => paragraph.Text));
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

    [Fact]
    public void NamesInSmallLettersAreSpeakersToo()
    {
        var reading = Read.Text(
            """
            The Flood (a play)

            Halla (smiling). I heard him teasing you a while ago.

            Kari. Did you?

            The Boy.
            I am going now to drive them home.

            Halla. Have you seen anything of the cows?

            Kari (rising). I have not, and nobody else has.

            The Boy. I will look for them by the river, and where the road ends.

            Kari and Halla. Good evening!

            Halla. Sleep well.

            Kari.
            Thank you.

            The Boy (calling). They are in.
            """);

        Assert.Equal(["Halla", "Kari", "The Boy", "Halla", "Kari", "The Boy", "Kari and Halla", "Halla", "Kari", "The Boy"], reading.Paragraphs.Select(paragraph => paragraph.Speaker));
        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void ANameInAnElementOfItsOwnIsPutBeforeItsSpeech()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>The Flood</title></head><body><article><p>{Prose}</p>"
            + "<p class='speaker'>MAYOR.</p><p>That is the whole truth, and nobody in this town will say anything else about it.</p>"
            + "<p class='speaker'>MILLER.</p><p>The truth is rarely dry, and this one less than most of those that I have heard.</p>"
            + "<p class='speaker'>MAYOR.</p><p>What do you mean by that, on the day on which I have promised you all a dam?</p>"
            + "<p class='speaker'>MILLER.</p><p>You have promised us one each year, and each year the water has been in my mill.</p></article></body></html>"));

        Assert.Equal([null, "Mayor", "Miller", "Mayor", "Miller"], reading.Paragraphs.Select(paragraph => paragraph.Speaker));
        Assert.StartsWith("MILLER. The truth", reading.Paragraphs[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void VerseThatIsMovedInIsVerseHoweverItsLinesBegin()
    {
        var reading = Read.Text(
            $"On Songs\n\n{Wrapped(Prose)}\n\n   Oh the sweet contentment\n   The country man doth find!\n     high trolollie laliloe\n     high trolollie lee,\n\n{Wrapped(Prose)}\n\n    The water lapping on the crag,\n    And the long ripple in the reeds.\n\n{Wrapped(Prose)}\n");

        Assert.Equal(
            [ParagraphKind.Prose, ParagraphKind.Verse, ParagraphKind.Prose, ParagraphKind.Verse, ParagraphKind.Prose],
            reading.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal(3, reading.Paragraphs[1].LineStarts.Count);
        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void StanzasOfAPageKeepTheirLines()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>The Dam</title></head><body><article><p>{Prose}</p><div class='poem'><div class='stanza'><div class='i0'>Get up,</div><div class='i2'>the light is here</div></div></div>"
            + $"<p>{Prose}</p><p>I met a miller from a northern town,<br>Who said that all the wheels had come to rest<br>When first the water, heavy, cold and brown,</p>"
            + $"<pre>  I met a miller from a northern town,\n  Who said that all the wheels had come to rest\n  When first the water, heavy, cold and brown,\n\n  The town has built another since that day,\n  And no one asks the river what it thinks,\n  But every spring the water has its way.</pre><p>{Prose}</p></article></body></html>"));

        Assert.Equal([0, 1, 0, 2, 2, 2, 0], reading.Paragraphs.Select(paragraph => paragraph.LineStarts.Count));
    }

    [Fact]
    public void NotesThatWereTypedIntoTheTextStandApartFromIt()
    {
        var reading = Read.Text($"On Dams\n\n{Prose}[1]\n\n[Footnote 1: The dam of 1884.]\n\n[Illustration]\n\n[Illustration: The dam in spring.]\n\n{Prose}\n");

        Assert.Equal([ParagraphKind.Prose, ParagraphKind.Note, ParagraphKind.Caption, ParagraphKind.Prose], reading.Paragraphs.Select(paragraph => paragraph.Kind));
        Assert.Equal([Prose, "[1] The dam of 1884.", "The dam in spring.", Prose], reading.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Equal(new NoteMark(Prose.Length, "1"), Assert.Single(reading.Paragraphs[0].NoteMarks));
    }

    [Fact]
    public void NotesOfAPageHaveTheirKindAndTheirLabel()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>On Dams</title></head><body><article><p>{Prose}<a class='fnanchor' href='#n1'>[1]</a></p><p>{Prose}</p>"
            + "<div class='footnote'><p><a class='fnanchor' href='#r1'>[1]</a> The dam of 1884, which the town built with its own hands.</p></div></article></body></html>"));

        Assert.Equal("1", Assert.Single(reading.Paragraphs[0].NoteMarks).Label);
        Assert.Equal((ParagraphKind.Note, "[1] The dam of 1884, which the town built with its own hands."), (reading.Paragraphs[2].Kind, reading.Paragraphs[2].Text));
    }

    [Fact]
    public void ABoxThatIsDrawnWithSignsIsReadWithoutThem()
    {
        var reading = Read.Text(
            $"""
            The Widget Licence

            {Wrapped(Prose)}

            {Wrapped(Prose)}

            ********************************************************
            *                                                      *
            *  No warranty                                         *
            *                                                      *
            *  The widget is given as it is, without warranty of   *
            *  any kind, and whoever uses it bears the whole risk  *
            *  of what it does in the end.                         *
            *                                                      *
            ********************************************************
            """);

        Assert.Equal(
            ["The widget is given as it is, without warranty of any kind, and whoever uses it bears the whole risk of what it does in the end."],
            reading.Paragraphs.Where(paragraph => paragraph.Section == "No warranty").Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void AnAddressIsOneParagraphAndNoHeading()
    {
        var reading = Read.Text($"On Dams\n\nThe Brook Publishing Co., Ltd.\nHarrow and Ely\nNew Town and Old Town\n\n{Wrapped(Prose)}\n\n{Wrapped(Prose)}\n\n{Wrapped(Prose)}\n");

        Assert.Equal("The Brook Publishing Co., Ltd. Harrow and Ely New Town and Old Town", reading.Paragraphs[0].Text);
        Assert.Equal(2, reading.Paragraphs[0].LineStarts.Count);
        Assert.Empty(reading.Sections);
    }

    [Fact]
    public void ANumberThatBeginsALineMayStandInASentence()
    {
        var reading = Read.Text(
            $"On Dams\n\n{Wrapped(Prose)}\n\nIn the night of the flood the wall gave way, as was found at\n[22] of the report, and nobody had looked at it since the\nyear in which it was built.\n\n{Wrapped(Prose)}\n");

        Assert.Equal(3, reading.Paragraphs.Count);
    }

    [Fact]
    public void TheNumbersOfAListAreTextAsAPageShowsThem()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>On Dams</title></head><body><article><p>{Prose}</p><ol start='38'><li>{Prose}</li><li>{Prose}</li></ol><p>{Prose}</p></article></body></html>"));

        Assert.Equal([$"38. {Prose}", $"39. {Prose}"], reading.Paragraphs.Skip(1).Take(2).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void TheNumberOfAnItemBelongsToItsFirstParagraph()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>On Dams</title></head><body><article><p>{Prose}</p><ol><li><p>{Prose}</p><p>It is so.</p></li><li><div><p>{Prose}</p></div></li></ol></article></body></html>"));

        Assert.Equal([$"1. {Prose}", "It is so.", $"2. {Prose}"], reading.Paragraphs.Skip(1).Select(paragraph => paragraph.Text));
        Assert.Equal([ParagraphKind.ListItem, ParagraphKind.Prose, ParagraphKind.ListItem], reading.Paragraphs.Skip(1).Select(paragraph => paragraph.Kind));
    }

    [Fact]
    public void PagesThatOnlyTheNameOfTheirElementShowsAreNoWords()
    {
        var reading = Read.Bytes("file.html", System.Text.Encoding.UTF8.GetBytes(
            $"<html><head><title>On Dams</title></head><body><p>{Prose}</p><p>She kneels <span class=\"pagenum\">8</span> down, and says nothing more to anybody who is in the room.</p><p>{Prose}</p></body></html>"));

        Assert.Equal("She kneels down, and says nothing more to anybody who is in the room.", reading.Paragraphs[1].Text);
        Assert.Equal("8", reading.Paragraphs[2].Page);
    }

    private static string Wrapped(string text)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' '))
        {
            if (lines[^1].Length + word.Length > 55)
            {
                lines.Add("");
            }

            lines[^1] = $"{lines[^1]} {word}".Trim();
        }

        return string.Join('\n', lines);
    }
}
