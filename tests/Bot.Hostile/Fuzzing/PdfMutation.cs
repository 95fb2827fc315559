using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Bot.Hostile.Files;

namespace Bot.Hostile.Fuzzing;

/// <summary>PDF files: wrong references, swapped numbers and names, repeated page operators, wrong filters.</summary>
internal sealed partial class PdfMutation : IMutation
{
    private static readonly string[] Operators =
    [
        "q", "Q", "BT", "ET", "/F1 12 Tf", "1 0 0 1 10 10 cm", "1 0 0 1 72 700 Tm", "0 -14 Td", "T*", "14 TL", "(The tide comes in.) Tj", "[(The) -250 (tide)] TJ", "(Nobody) '",
        "1 2 (is late) \"", "/X6 Do", "0 0 9 9 re f", "/P <</MCID 0>> BDC", "EMC", "BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", "3 Tr", "100 Tz", "<FEFF0041> Tj",
    ];

    private static readonly string[] Filters = ["/Filter /FlateDecode", "/Filter [/FlateDecode /FlateDecode]", "/Filter /LZWDecode", "/Filter /ASCII85Decode", "/Filter /ASCIIHexDecode", "/Filter /RunLengthDecode", "/Filter /Nothing"];

    /// <inheritdoc />
    public string Extension => ".pdf";

    /// <inheritdoc />
    public byte[] Make(Random chance)
    {
        var objects = new SortedDictionary<int, string>
        {
            [1] = "<< /Type /Catalog /Pages 2 0 R >>",
            [2] = "<< /Type /Pages /Kids [3 0 R 8 0 R] /Count 2 >>",
            [3] = "<< /Type /Page /Parent 2 0 R /Contents [4 0 R 4 0 R] /Resources << /Font << /F1 5 0 R >> /XObject << /X6 6 0 R >> >> /MediaBox [0 0 595 842] /Rotate 0 >>",
            [5] = "<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /FirstChar 32 /LastChar 34 /Widths [250 300 400] /Encoding << /Differences [65 /B /C] >> /ToUnicode 7 0 R >>",
            [8] = "<< /Type /Page /Parent 2 0 R /Contents 9 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X6 6 0 R >> >> >>",
        };
        foreach (var number in objects.Keys.ToList())
        {
            for (var count = chance.Next(3); count > 0; count--)
            {
                objects[number] = Mutate(objects[number], chance);
            }
        }

        var pdf = new PdfText();
        foreach (var (number, value) in objects.Where(_ => chance.Next(40) > 0))
        {
            pdf.Add(number, value);
        }

        AddStream(pdf, 4, Page(chance), "", chance);
        AddStream(pdf, 9, Page(chance), "", chance);
        AddStream(pdf, 6, Page(chance), "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> /XObject << /X6 6 0 R >> >>", chance);
        AddStream(pdf, 7, Mutate("begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange endcmap", chance), "", chance);
        return pdf.Build(chance.Next(10) == 0 ? $"/Prev {Numbers.Any(chance)}" : "");
    }

    private static string Page(Random chance)
    {
        var page = new StringBuilder("BT /F1 12 Tf 72 700 Td (The harbour fills twice a day.) Tj ET\n");
        for (var count = chance.Next(12); count > 0; count--)
        {
            var operation = Operators[chance.Next(Operators.Length)];
            page.Insert(0, (chance.Next(4) == 0 ? Mutate(operation, chance) : operation) + "\n", Math.Min(Numbers.Times(chance), 2000));
        }

        return page.ToString();
    }

    private static void AddStream(PdfText pdf, int number, string content, string dictionary, Random chance)
    {
        var bytes = Encoding.Latin1.GetBytes(content);
        var (packed, filter) = chance.Next(4) switch
        {
            0 => (PdfText.Deflate(bytes), Filters[0]),
            1 => (PdfText.Deflate(bytes, 2), Filters[1]),
            2 when chance.Next(4) == 0 => (bytes, Filters[chance.Next(Filters.Length)]),
            _ => (bytes, ""),
        };
        pdf.Add(number, packed, Mutate($"{dictionary} {filter}", chance));
    }

    private static string Mutate(string value, Random chance)
    {
        var tokens = Token.Matches(value);
        if (tokens.Count == 0 || chance.Next(3) == 0)
        {
            return value;
        }

        var token = tokens[chance.Next(tokens.Count)];
        return chance.Next(6) switch
        {
            0 => With(value, token, $"{chance.Next(1, 11).ToString(CultureInfo.InvariantCulture)} 0 R"),
            1 => With(value, token, Numbers.Any(chance)),
            2 => With(value, token, tokens[chance.Next(tokens.Count)].Value),
            3 => value.Insert(token.Index, new StringBuilder().Insert(0, $"{tokens[chance.Next(tokens.Count)].Value} ", Numbers.Times(chance)).ToString()),
            4 => value.Insert(token.Index, new string("[(<"[chance.Next(3)], Numbers.Times(chance))),
            _ => value.Remove(token.Index, token.Length),
        };
    }

    private static string With(string value, Match place, string other) => value.Remove(place.Index, place.Length).Insert(place.Index, other);

    [GeneratedRegex(@"\d+ 0 R|/\w+|-?[\d.]+|<<|>>|\[|\]|\([^)]*\)|<[0-9A-F]*>")]
    private static partial Regex Token { get; }
}
