using System.Text;
using System.Text.RegularExpressions;
using Bot.Hostile.Files;

namespace Bot.Hostile.Fuzzing;

/// <summary>Word files: elements are repeated, nested, moved and renamed, values made odd, parts renamed, dropped and swapped.</summary>
internal sealed partial class DocxMutation : IMutation
{
    private static readonly string Body = string.Concat(
        "<w:p><w:pPr><w:pStyle w:val=\"A\"/></w:pPr><w:r><w:t>The tide</w:t></w:r></w:p>",
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>The harbour fills twice a day.</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
        "<w:tbl><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Day</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        "<w:sdt><w:sdtContent><w:p><w:ins w:id=\"1\"><w:r><w:t>Boats</w:t><w:br/><w:tab/></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>Cars</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>",
        "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>Nobody is ever late.</w:t></w:r></w:hyperlink><w:fldSimple w:instr=\"PAGE\"><w:r><w:t>2</w:t></w:r></w:fldSimple></w:p><w:sectPr/>");

    /// <inheritdoc />
    public string Extension => ".docx";

    /// <inheritdoc />
    public byte[] Make(Random chance)
    {
        var parts = DocxText.Parts($"<w:document {DocxText.Namespace}><w:body>{Body}</w:body></w:document>").Select(part => (Name: part.Key, Content: part.Value)).ToList();
        for (var count = chance.Next(1, 7); count > 0; count--)
        {
            var at = chance.Next(3) == 0 ? chance.Next(parts.Count) : parts.Count - 1;
            if (chance.Next(6) == 0)
            {
                Rearrange(parts, at, chance);
            }
            else
            {
                parts[at] = (parts[at].Name, Encoding.UTF8.GetBytes(Mutate(Encoding.UTF8.GetString(parts[at].Content), chance)));
            }
        }

        return DocxText.Pack(parts);
    }

    private static void Rearrange(List<(string Name, byte[] Content)> parts, int at, Random chance)
    {
        var other = chance.Next(parts.Count);
        switch (chance.Next(4))
        {
            case 0:
                parts[at] = (parts[other].Name, parts[at].Content);
                break;
            case 1:
                parts[at] = (parts[at].Name.Replace(".xml", ".bin", StringComparison.Ordinal), parts[at].Content);
                break;
            case 2:
                parts[at] = (parts[at].Name, parts[other].Content);
                break;
            default:
                if (parts.Count > 1)
                {
                    parts.RemoveAt(at);
                }

                break;
        }
    }

    private static string Mutate(string xml, Random chance)
    {
        var elements = Element.Matches(xml);
        var values = Value.Matches(xml);
        if (elements.Count == 0)
        {
            return xml;
        }

        var element = elements[chance.Next(elements.Count)];
        var other = elements[chance.Next(elements.Count)];
        var depth = Numbers.Times(chance);
        return chance.Next(7) switch
        {
            0 => xml.Insert(other.Index, Repeat(element.Value, depth)),
            1 => xml.Insert(element.Index + element.Length, Repeat($"</{element.Groups["name"].Value}>", depth)).Insert(element.Index, Repeat($"<{element.Groups["name"].Value}>", depth)),
            2 => xml.Remove(element.Index, element.Length),
            3 when values.Count > 0 => With(xml, values[chance.Next(values.Count)].Groups["value"], Numbers.Any(chance)),
            4 when values.Count > 0 => With(xml, values[chance.Next(values.Count)].Groups["value"], values[chance.Next(values.Count)].Groups["value"].Value),
            5 => xml.Remove(element.Index, element.Length).Insert(element.Index, other.Value),
            _ => xml.Replace(element.Groups["name"].Value, other.Groups["name"].Value, StringComparison.Ordinal),
        };
    }

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static string With(string xml, Group place, string value) => xml.Remove(place.Index, place.Length).Insert(place.Index, value);

    [GeneratedRegex(@"<(?<name>[\w:]+)[^<>]*>(?:[^<>]*</\k<name>>)?")]
    private static partial Regex Element { get; }

    [GeneratedRegex("=\"(?<value>[^\"]*)\"")]
    private static partial Regex Value { get; }
}
