using System.Text;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>Reads what a paragraph says when every change to it is accepted.</summary>
internal static class DocxText
{
    /// <summary>The text on one line; empty if the paragraph shows none.</summary>
    public static string Of(WordParagraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return Folding.Fold(text.ToString());
    }

    private static void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text words:
                    text.Append(words.Text);
                    break;
                case TabChar or Break or CarriageReturn or PositionalTab:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case DeletedRun or MoveFromRun or Drawing or Picture or EmbeddedObject or AlternateContent:
                case Run { RunProperties.Vanish: { } hidden } when hidden.Val is null || hidden.Val.Value:
                    break;
                default:
                    Append(child, text);
                    break;
            }
        }
    }
}
