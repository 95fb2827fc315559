using System.Text;
using Bot.Library.Readings;
using Bot.Library.Readings.Formats;
using Bot.Library.Readings.Parsing;

namespace Bot.Library.Tests.Readings.Formats;

/// <summary>Reads a file's content as the folder does.</summary>
internal static class Read
{
    public static Reading Text(string text) => Bytes("file.txt", Encoding.UTF8.GetBytes(text));

    public static Reading Markdown(string text) => Bytes("file.md", Encoding.UTF8.GetBytes(text));

    public static Reading Bytes(string file, byte[] content) =>
        ReadingFactory.Default.Create(new ReadingId("file"), file, ReadingFormats.Find(file)!.Read(content, CancellationToken.None));

    /// <summary>The paragraphs, each after its section: <c>Section: text</c>.</summary>
    public static IEnumerable<string> Lines(this Reading reading) =>
        reading.Paragraphs.Select(paragraph => paragraph.Section is { } section ? $"{section}: {paragraph.Text}" : paragraph.Text);
}
