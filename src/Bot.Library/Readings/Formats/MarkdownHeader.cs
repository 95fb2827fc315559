using System.Text.RegularExpressions;
using Bot.Library.Readings.Raw;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Library.Readings.Formats;

/// <summary>What the header between two lines of <c>---</c> says about a Markdown file.</summary>
internal sealed partial class MarkdownHeader
{
    private readonly Dictionary<string, string> values = new(StringComparer.OrdinalIgnoreCase);

    private MarkdownHeader()
    {
    }

    /// <summary>The title.</summary>
    public string? Title => FindValue("title");

    /// <summary>Who wrote it; several names are separated by commas.</summary>
    public string? Author => FindValue("author", "authors", "by");

    /// <summary>When it was published.</summary>
    public DateOnly? Date => WrittenDate.Find(FindValue("date", "published") ?? "");

    /// <summary>Where it was published.</summary>
    public string? Source => FindValue("source", "url", "link", "publication");

    /// <summary>Whether nothing of the file is to be left out.</summary>
    public bool KeepsAll => KeepLine.IsAll(FindValue("keep"));

    /// <summary>Takes the header, if there is one, off a text.</summary>
    public static (MarkdownHeader Header, string Body) Take(string text)
    {
        var header = new MarkdownHeader();
        var match = Fenced.Match(text);
        if (!match.Success)
        {
            return (header, text);
        }

        header.Read(match.Groups["yaml"].Value);
        return (header, text[match.Length..]);
    }

    /// <summary>Reads a header that stands alone, with or without the lines of <c>---</c> around it.</summary>
    public static MarkdownHeader Of(string text)
    {
        var (header, _) = Take(text);
        if (header.values.Count == 0)
        {
            header.Read(text);
        }

        return header;
    }

    private void Read(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            if (stream.Documents is [{ RootNode: YamlMappingNode map }, ..])
            {
                foreach (var (key, value) in map.Children)
                {
                    Set(key.ToString(), TextOf(value));
                }
            }
        }
        catch (YamlException)
        {
            ReadLines(yaml);
        }
    }

    // "title: Peace: a history" is not valid YAML, but its meaning is clear.
    private void ReadLines(string yaml)
    {
        values.Clear();
        foreach (Match line in KeyAndValue.Matches(yaml))
        {
            Set(line.Groups["key"].Value, line.Groups["value"].Value.Trim().Trim('"', '\''));
        }

        if (NamesOfAuthors.Match(yaml) is { Success: true } authors)
        {
            Set("author", string.Join(", ", authors.Groups["name"].Captures.Select(name => name.Value.Trim().Trim('"', '\''))));
        }
    }

    private void Set(string key, string value) => values.TryAdd(key.Trim(), value.Trim());

    private static string TextOf(YamlNode node) => node switch
    {
        YamlSequenceNode list => string.Join(", ", list.Select(TextOf)),
        YamlMappingNode map => map.Children.TryGetValue("name", out var name) ? TextOf(name) : "",
        YamlScalarNode { Value: { } value } => value,
        _ => "",
    };

    private string? FindValue(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (values.TryGetValue(key, out var value) && value.Length > 0)
            {
                return value;
            }
        }

        return null;
    }

    // A text may also begin with a rule of three dashes: a header is short and opens with a key or a comment. In drafts of the IETF
    // the first part of the text follows without a line of its own that ends the header.
    [GeneratedRegex(@"\A\s*?---[ \t]*\r?\n(?=\s*(?:#|[\w""' -]+:|---|\.\.\.))(?<yaml>(?:[^\n]*\n){0,200}?)(?:(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)|(?=--- (?:abstract|note_\w+|middle)[ \t]*\r?\n))")]
    private static partial Regex Fenced { get; }

    [GeneratedRegex(@"^authors?:[ \t]*\r?\n(?:[ \t]+(?:-[ \t]+)?name:[ \t]*(?<name>[^\r\n]+)\r?\n|[ \t]+[^\n]*\n)+", RegexOptions.Multiline)]
    private static partial Regex NamesOfAuthors { get; }

    [GeneratedRegex(@"^(?<key>[A-Za-z_-]+)[ \t]*:[ \t]*(?<value>[^\r\n]+)", RegexOptions.Multiline)]
    private static partial Regex KeyAndValue { get; }
}
