using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>
/// The letters of fonts that name them only by their code point, such as <c>u1D436</c> for the italic C of a formula. PdfPig does not know these names and
/// returns the letter's number in the font as a character: “$2” instead of “CO2”.
/// </summary>
/// <param name="document">The file, open.</param>
internal sealed partial class PdfGlyphNames(PdfDocument document)
{
    // An encoding is at the beginning of a font.
    private const int MaxFontStart = 64 * 1024;

    private readonly Dictionary<string, IReadOnlyDictionary<int, string>> known = new(StringComparer.Ordinal);

    /// <summary>The letters of a page whose fonts name them so, by the name of the font and the number of the letter in it.</summary>
    public Func<Letter, string> LettersOf(Page page)
    {
        var fonts = new Dictionary<string, IReadOnlyDictionary<int, string>>(StringComparer.Ordinal);
        foreach (var font in FindFonts(page))
        {
            if (Find<NameToken>(font, NameToken.BaseFont) is { } name && ReadNames(font) is { Count: > 0 } names)
            {
                fonts[name.Data] = names;
            }
        }

        return letter => letter is { FontName: { } name, Value: [var code] } && fonts.TryGetValue(name, out var names) && names.TryGetValue(code, out var said)
            ? said
            : letter.Value;
    }

    private IEnumerable<DictionaryToken> FindFonts(Page page)
    {
        var node = page.Dictionary;
        var resources = Find<DictionaryToken>(node, NameToken.Resources);
        for (var depth = 0; resources is null && depth < 8 && Find<DictionaryToken>(node, NameToken.Parent) is { } parent; depth++)
        {
            (node, resources) = (parent, Find<DictionaryToken>(parent, NameToken.Resources));
        }

        return Find<DictionaryToken>(resources, NameToken.Font)?.Data.Values.Select(Resolve).OfType<DictionaryToken>() ?? [];
    }

    private IReadOnlyDictionary<int, string> ReadNames(DictionaryToken font)
    {
        var file = Find<DictionaryToken>(font, NameToken.FontDescriptor) is { } descriptor && !font.ContainsKey(NameToken.ToUnicode)
            ? descriptor.Data.GetValueOrDefault(NameToken.FontFile)
            : null;
        if (file is null)
        {
            return new Dictionary<int, string>();
        }

        var key = file.ToString() ?? "";
        return known.TryGetValue(key, out var read) ? read : known[key] = ReadEncoding(Resolve(file) as StreamToken);
    }

    private static Dictionary<int, string> ReadEncoding(StreamToken? file)
    {
        if (file is null)
        {
            return [];
        }

        var bytes = file.Decode(DefaultFilterProvider.Instance).Span;
        var start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, MaxFontStart)]);
        var letters = new Dictionary<int, string>();
        foreach (Match named in NamedLetter.Matches(start))
        {
            var code = int.Parse(named.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            var point = int.Parse(named.Groups["point"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (Rune.IsValid(point))
            {
                letters[code] = new Rune(point).ToString();
            }
        }

        return letters;
    }

    private T? Find<T>(DictionaryToken? dictionary, NameToken name)
        where T : class, IToken => dictionary is not null && dictionary.Data.TryGetValue(name, out var token) ? Resolve(token) as T : null;

    private IToken? Resolve(IToken token) => token is IndirectReferenceToken reference ? document.Structure.GetObject(reference.Data)?.Data : token;

    [GeneratedRegex(@"\bdup\s+(?<number>[0-9]{1,3})\s*/u(?<point>[0-9A-F]{4,6})\s+put\b")]
    private static partial Regex NamedLetter { get; }
}
