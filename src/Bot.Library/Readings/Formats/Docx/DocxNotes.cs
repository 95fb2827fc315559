using System.Globalization;
using Bot.Library.Readings.Raw;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Bot.Library.Readings.Formats.Docx;

/// <summary>The footnotes and endnotes of a document, numbered in the order in which the text refers to them.</summary>
internal sealed class DocxNotes
{
    private readonly List<(OpenXmlElement Note, string Label)> notes = [];
    private readonly Dictionary<long, string> footnoteLabels = [];
    private readonly Dictionary<long, string> endnoteLabels = [];

    public DocxNotes(MainDocumentPart main, Body body)
    {
        var footnotes = (main.FootnotesPart?.Footnotes?.Elements<Footnote>() ?? []).Where(note => IsWritten(note.Type)).ToList();
        var endnotes = (main.EndnotesPart?.Endnotes?.Elements<Endnote>() ?? []).Where(note => IsWritten(note.Type)).ToList();
        Number(body.Descendants<FootnoteReference>().Select(mark => mark.Id?.Value), footnotes, note => note.Id?.Value, footnoteLabels, number => number.ToString(CultureInfo.InvariantCulture));
        Number(body.Descendants<EndnoteReference>().Select(mark => mark.Id?.Value), endnotes, note => note.Id?.Value, endnoteLabels, number => RomanNumeral.Write(number).ToLowerInvariant());
    }

    /// <summary>What a mark in the text leads to, or null if there is no such note.</summary>
    public string? LabelOf(OpenXmlElement mark) => mark switch
    {
        FootnoteReference { Id: { } id } => footnoteLabels.GetValueOrDefault(id.Value),
        EndnoteReference { Id: { } id } => endnoteLabels.GetValueOrDefault(id.Value),
        _ => null,
    };

    /// <summary>The notes with their labels, the footnotes first.</summary>
    public IEnumerable<(OpenXmlElement Note, string Label)> InOrder => notes;

    private void Number<T>(IEnumerable<long?> marks, List<T> written, Func<T, long?> idOf, Dictionary<long, string> labels, Func<int, string> label)
        where T : OpenXmlElement
    {
        foreach (var note in marks.Select(id => written.Find(note => idOf(note) == id)).OfType<T>().Concat(written).Distinct().ToList())
        {
            if (idOf(note) is { } id && labels.TryAdd(id, label(labels.Count + 1)))
            {
                notes.Add((note, labels[id]));
            }
        }
    }

    /// <summary>Whether somebody wrote the note; the lines that part notes from text are stored as notes too.</summary>
    private static bool IsWritten(EnumValue<FootnoteEndnoteValues>? type) => type is null || type.Value == FootnoteEndnoteValues.Normal;
}
