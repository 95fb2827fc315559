using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats;

namespace Bot.Evaluation.Pages;

/// <summary>A saved page with its gold: <c>source.html</c> and <c>expected.html</c> in one folder.</summary>
/// <param name="folder">The folder of the two files.</param>
internal sealed class SavedPage(string folder)
{
    /// <summary>The folder's own name.</summary>
    public string Name => Path.GetFileName(folder);

    /// <summary>Reads the page as the product does and compares.</summary>
    public PageFigures Measure()
    {
        var source = File.ReadAllBytes(Path.Combine(folder, "source.html"));
        var gold = TextOf(File.ReadAllText(Path.Combine(folder, "expected.html")));
        var reading = new HtmlFormat().Read(source, CancellationToken.None);
        var ours = string.Join('\n', reading.Blocks.Select(block => TextMarks.RemoveMarks(block.Text)));
        return new PageFigures(
            WordOverlap.F1(ours, gold),
            WordOverlap.F1(TextOf(File.ReadAllText(Path.Combine(folder, "source.html"))), gold));
    }

    /// <summary>All visible text of a page.</summary>
    private static string TextOf(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var unseen in document.QuerySelectorAll("script, style, noscript, template"))
        {
            unseen.Remove();
        }

        // A space between elements, because "<td>1</td><td>2</td>" is two words.
        return string.Join(' ', document.Body?.Descendants<IText>().Select(text => text.Data) ?? []);
    }
}

/// <summary>The figures of one page.</summary>
/// <param name="Ours">Word F1 of the main text, 0 to 1.</param>
/// <param name="AllText">Word F1 of all the text on the page, 0 to 1.</param>
internal readonly record struct PageFigures(double Ours, double AllText);
