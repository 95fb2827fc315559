using System.Text;
using Bot.Library.Readings;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings;

public sealed class BoilerplateTests
{
    private const string Prose =
        "The river floods each spring, and each spring the town asks who should pay for the dam that was promised to it a long time ago, and nobody answers.";

    [Theory]
    [InlineData("Keep: all\n\n")]
    [InlineData("keep: everything\r\n")]
    public void ALineBringsBackWhatIsLeftOutOfAText(string line)
    {
        var text = $"The Project Gutenberg EBook of On Dams, by Ada Brook\n\n*** START OF THIS PROJECT GUTENBERG EBOOK ON DAMS ***\n\n{Prose}\n\n"
            + $"*** END OF THIS PROJECT GUTENBERG EBOOK ON DAMS ***\n\nYou may copy it under the terms of the licence, which is long.";

        var kept = Read.Text(line + text);

        Assert.Single(Read.Text(text).Paragraphs);
        Assert.Contains(kept.Paragraphs, paragraph => paragraph.Text.StartsWith("You may copy it", StringComparison.Ordinal));
        Assert.DoesNotContain(kept.Paragraphs, paragraph => paragraph.Text.StartsWith("Keep", StringComparison.OrdinalIgnoreCase));
        Assert.Empty(kept.LeftOut);
    }

    [Fact]
    public void AHeaderOfGutenbergIsRecognisedWithoutTheLineThatEndsIt()
    {
        var reading = Read.Text(
            "The Project Gutenberg EBook of On Dams, by Ada Brook\n\nThis eBook is for the use of anyone anywhere at no cost and with\nalmost no restrictions whatsoever.\n\n\n"
            + $"Title: On Dams\nON DAMS\n\n{Prose}\n\n{Prose}\n\nEnd of the Project Gutenberg EBook of On Dams, by Ada Brook\n");

        Assert.Equal(("On Dams", "Ada Brook"), (reading.Title, reading.Author));
        Assert.DoesNotContain(reading.Paragraphs, paragraph => paragraph.Text.Contains("Gutenberg", StringComparison.Ordinal));
    }

    [Fact]
    public void AMetaElementBringsBackWhatIsLeftOutOfAPage()
    {
        var page = $"<html><head>HEAD<title>Dams</title></head><body><nav><p>All our dams</p></nav><article><h1>Dams</h1><p>{Prose}</p><p>{Prose} Twice.</p></article><script>var x;</script></body></html>";

        var left = Read.Bytes("page.html", Encoding.UTF8.GetBytes(page.Replace("HEAD", "", StringComparison.Ordinal)));
        var kept = Read.Bytes("page.html", Encoding.UTF8.GetBytes(page.Replace("HEAD", "<meta name=\"keep\" content=\"all\">", StringComparison.Ordinal)));

        Assert.Contains("the menus of the page", left.LeftOut);
        Assert.DoesNotContain(left.Paragraphs, paragraph => paragraph.Text == "All our dams");
        Assert.Contains(kept.Paragraphs, paragraph => paragraph.Text == "All our dams");
        Assert.DoesNotContain(kept.Paragraphs, paragraph => paragraph.Text.Contains("var x", StringComparison.Ordinal));
        Assert.Empty(kept.LeftOut);
    }

    [Theory]
    [InlineData("This e-mail and any attachments are confidential and may be privileged.")]
    [InlineData("If you are not the intended recipient, please delete it and tell the sender.")]
    [InlineData("Diese E-Mail enthält vertrauliche Informationen.")]
    public void AConfidentialityNoticeIsNotPartOfAMessage(string notice)
    {
        var reading = Read.Text($"On the dam\n\n{Prose}\n\n{Prose} Yours, Ada.\n\n{notice}");

        Assert.Equal(2, reading.Paragraphs.Count);
        Assert.Equal(["a notice on the confidentiality of the message"], reading.LeftOut);
        Assert.Equal(3, Read.Markdown($"---\nkeep: all\n---\n\n{Prose}\n\n{Prose}\n\n{notice}").Paragraphs.Count);
    }

    [Fact]
    public void ATextOnConfidentialMessagesStays()
    {
        var reading = Read.Text($"On letters\n\n{Prose}\n\nWhat a friend writes is confidential, and a message to one is no message to all.");

        Assert.Equal(2, reading.Paragraphs.Count);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void TheFrameOfProjectGutenbergIsNotPartOfABook(string lineEnd)
    {
        var text =
            $"""
            The Project Gutenberg EBook of On Dams, by Ada Brook

            This eBook is for the use of anyone anywhere at no cost and with almost no restrictions whatsoever.

            Title: On Dams

            Author: Ada Brook

            Release Date: January 10, 2011 [EBook #12345]

            *** START OF THIS PROJECT GUTENBERG EBOOK ON DAMS ***

            Produced by Two People and a Team

            CHAPTER I.

            {Prose} It was a _great_ flood.

            CHAPTER II.

            {Prose}

            End of the Project Gutenberg EBook of On Dams, by Ada Brook

            *** END OF THIS PROJECT GUTENBERG EBOOK ON DAMS ***

            You may copy it, give it away or re-use it under the terms of the licence, which is long and is not part of the book.
            """;
        var reading = Read.Text(text.ReplaceLineEndings(lineEnd));

        Assert.Equal(("On Dams", "Ada Brook"), (reading.Title, reading.Author));
        Assert.Equal([$"CHAPTER I.: {Prose} It was a great flood.", $"CHAPTER II.: {Prose}"], reading.Lines());
        Assert.Contains("Project Gutenberg", Assert.Single(reading.LeftOut), StringComparison.Ordinal);
    }

    [Fact]
    public void ABookGivesTheSameParagraphsAsTextAndAsPage()
    {
        string[] paragraphs = [$"{Prose} It was a great flood.", $"{Prose} Nobody spoke of it."];
        var text = Read.Text(
            $"*** START OF THE PROJECT GUTENBERG EBOOK ON DAMS ***\n\nCHAPTER I.\nTHE FLOOD.\n\n{paragraphs[0].Replace("great", "_great_", StringComparison.Ordinal)}\n\n"
            + $"CHAPTER II.\nTHE DAM.\n\n{paragraphs[1]}\n\n*** END OF THE PROJECT GUTENBERG EBOOK ON DAMS ***\n");
        var page = Html(
            $"<html><head><title>The Project Gutenberg eBook of On Dams</title></head><body><pre>Title: On Dams\n\n*** START OF THE PROJECT GUTENBERG EBOOK ON DAMS ***</pre>"
            + $"<h2>CHAPTER I.<br>THE FLOOD.</h2><p>{paragraphs[0].Replace("great", "<i>great</i>", StringComparison.Ordinal)}</p>"
            + $"<h2>CHAPTER II.<br>THE DAM.</h2><p>{paragraphs[1]}</p><pre>*** END OF THE PROJECT GUTENBERG EBOOK ON DAMS *** licence</pre></body></html>");

        Assert.Equal(text.Lines(), page.Lines());
    }

    [Fact]
    public void PrintedPageNumbersAreKeptButAreNotWords()
    {
        var text = Read.Text($"On Dams\n\n[Pg 31] {Prose} It was [Pg 32] a flood.\n\n{Prose}\n");
        var page = Html($"<body><h1>On Dams</h1><p><span class='pagenum'><a id='Page_31'>[Pg 31]</a></span>{Prose} It was <span class='pagenum'>[Pg 32]</span>a flood.</p><p>{Prose}</p></body>");

        foreach (var reading in new[] { text, page })
        {
            Assert.Equal([$"{Prose} It was a flood.", Prose], reading.Paragraphs.Select(paragraph => paragraph.Text));
            Assert.Equal(["31", "32"], reading.Paragraphs[0].Pages.Select(start => start.Label));
            Assert.Equal("31", reading.Paragraphs[0].FindPage(0));
            Assert.Equal("32", reading.Paragraphs[1].Page);
        }
    }

    [Fact]
    public void ADialogOnCookiesThatIsLongerThanTheArticleIsLeftOut()
    {
        var dialog = string.Concat(Enumerable.Repeat("<p>We use cookies to make our site work, and we would like to set more of them, as our cookie policy explains at length in many words.</p>", 8));
        var reading = Html($"<body><div id='cookie-consent' class='gdpr-modal'><h2>Cookies</h2>{dialog}</div><main><h1>On Dams</h1><p>{Prose}</p></main></body>");

        Assert.Equal([Prose], reading.Paragraphs.Select(paragraph => paragraph.Text));
        Assert.Contains("a dialog on cookies", reading.LeftOut);
    }

    [Fact]
    public void APageAboutCookiesIsRead()
    {
        var reading = Html($"<body class='cookie-notice-shown'><main class='cookie-policy'><h1>What a cookie is</h1><p>A cookie is a small file. {Prose}</p></main></body>");

        Assert.StartsWith("A cookie is", Assert.Single(reading.Paragraphs).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void ANumberInACellOfItsOwnBelongsToTheTextBesideIt()
    {
        var reading = Html($"<body><article><h1>An Act</h1><table><tr><td><p>(1)</p></td><td><p>{Prose}</p></td></tr><tr><td><p>(2)</p></td><td><p>{Prose}</p></td></tr></table></article></body>");

        Assert.Equal([$"(1) {Prose}", $"(2) {Prose}"], reading.Paragraphs.Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void AFileNameIsNotTheTitleOfAPage() =>
        Assert.Equal("Dam act", Html($"<html><head><title>L_202401689EN.000101.fmx.xml</title></head><body><p>{Prose}</p><p>{Prose}</p></body></html>", "dam-act.html").Title);

    private static Reading Html(string html, string file = "file.html") => Read.Bytes(file, Encoding.UTF8.GetBytes(html));
}
