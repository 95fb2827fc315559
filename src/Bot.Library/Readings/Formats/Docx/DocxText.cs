using System.Text;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>Reads what a paragraph says when every change to it is accepted.</summary>
/// <param name="notes">What the marks in the text lead to.</param>
internal sealed class DocxText(DocxNotes notes)
{
    /// <summary>The lines of a paragraph, with the marks of notes; none if it shows no text.</summary>
    public IReadOnlyList<string> LinesOf(WordParagraph paragraph)
    {
        var text = new StringBuilder();
        Append(paragraph, text);
        return [.. text.ToString().Split('\n').Select(Folding.Fold).Where(line => line.Length > 0)];
    }

    /// <summary>The same on one line.</summary>
    public string Of(WordParagraph paragraph) => string.Join(' ', LinesOf(paragraph));

    private void Append(OpenXmlElement parent, StringBuilder text)
    {
        foreach (var child in parent.ChildElements)
        {
            switch (child)
            {
                case Text words:
                    text.Append(words.Text.ReplaceLineEndings(" "));
                    break;
                case Break { Type: null } or CarriageReturn:
                    text.Append('\n');
                    break;
                case TabChar or Break or PositionalTab:
                    text.Append(' ');
                    break;
                case NoBreakHyphen:
                    text.Append('-');
                    break;
                case FootnoteReference or EndnoteReference:
                    text.Append(notes.LabelOf(child) is { } label ? TextMarks.Note(label) : "");
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
