using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Bot.Library.Readings.Formats;

/// <summary>The YAML header of a Markdown file, between two lines of three dashes.</summary>
/// <param name="Fields">By name, in any case.</param>
/// <param name="Body">What stands below it.</param>
internal sealed partial record MarkdownHeader(IReadOnlyDictionary<string, string> Fields, string Body)
{
    public string? this[params string[] names] =>
        names.Select(Fields.GetValueOrDefault).FirstOrDefault(value => !string.IsNullOrWhiteSpace(value));

    public static MarkdownHeader Read(string text)
    {
        var match = Header().Match(text);
        return match.Success
            ? new MarkdownHeader(Parse(match.Groups["yaml"].Value), text[match.Length..])
            : new MarkdownHeader(new Dictionary<string, string>(), text);
    }

    private static Dictionary<string, string> Parse(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode map }, ..] ? Flatten(map) : Lines(yaml);
        }
        catch (YamlException)
        {
            // "title: Sanctions: a history" is no YAML, yet plain enough.
            return Lines(yaml);
        }
    }

    private static Dictionary<string, string> Flatten(YamlMappingNode map)
    {
        var fields = NewFields();
        foreach (var (key, value) in map.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                fields.TryAdd(name, ValueOf(value));
            }
        }

        return fields;
    }

    private static string ValueOf(YamlNode node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode list => string.Join(", ", list.Children.Select(ValueOf)),
        YamlMappingNode map => map.Children.TryGetValue(new YamlScalarNode("name"), out var name) ? ValueOf(name) : "",
        _ => "",
    };

    private static Dictionary<string, string> Lines(string yaml)
    {
        var fields = NewFields();
        foreach (Match line in Line().Matches(yaml))
        {
            fields.TryAdd(line.Groups["name"].Value, line.Groups["value"].Value.Trim().Trim('"', '\''));
        }

        return fields;
    }

    private static Dictionary<string, string> NewFields() => new(StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A\s*---[ \t]*\r?\n(?<yaml>.*?)(?:\r?\n)?^(?:---|\.\.\.)[ \t]*(?:\r?\n|\z)", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Header();

    [GeneratedRegex(@"^(?<name>[A-Za-z]+)[ \t]*:[ \t]*(?<value>[^\r\n]*)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
