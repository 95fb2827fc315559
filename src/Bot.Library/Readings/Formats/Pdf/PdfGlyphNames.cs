using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Parser.Parts;
using UglyToad.PdfPig.Tokens;

namespace Bot.Library.Readings.Formats.Pdf;

/// <summary>
/// The letters of embedded Type 1 fonts that name them by their code point, such as <c>u1D436</c> for the italic C of a formula. Where PdfPig finds no
/// encoding for such a font, it returns a letter's number in the font as a character: “$2” instead of “CO2”.
/// </summary>
/// <param name="document">The file, open.</param>
internal sealed partial class PdfGlyphNames(PdfDocument document)
{
    // An encoding is at the beginning of a font.
    private const int MaxFontStart = 64 * 1024;
    private const int MaxNumber = 255;

    private static readonly IReadOnlyDictionary<int, string> None = new Dictionary<int, string>();

    private readonly Dictionary<IndirectReference, IReadOnlyDictionary<int, string>> fonts = [];

    /// <summary>What a letter says.</summary>
    public string Says(Letter letter) =>
        letter is { Value: [<= (char)MaxNumber and var number], FontDetails.FontDictionaryReference: { } font }
        && LettersOf(font).TryGetValue(number, out var said)
            ? said
            : letter.Value;

    private IReadOnlyDictionary<int, string> LettersOf(IndirectReference font) =>
        fonts.TryGetValue(font, out var letters) ? letters : fonts[font] = ReadLetters(font);

    private IReadOnlyDictionary<int, string> ReadLetters(IndirectReference reference)
    {
        try
        {
            // A font with an encoding of its own does not use that of the embedded file.
            return DirectObjectFinder.TryGet<DictionaryToken>(new IndirectReferenceToken(reference), document.Structure.TokenScanner, out var font)
                && !font!.ContainsKey(NameToken.ToUnicode) && !font.ContainsKey(NameToken.Encoding)
                && Find<DictionaryToken>(font, NameToken.FontDescriptor) is { } descriptor
                && Find<StreamToken>(descriptor, NameToken.FontFile) is { } file
                    ? ReadEncoding(file.Decode(document.Structure.FilterProvider, document.Structure.TokenScanner).Span)
                    : None;
        }
#pragma warning disable CA1031 // A damaged font fails anywhere in the parser; the text is read without it, as PdfPig does.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return None;
        }
#pragma warning restore CA1031
    }

    private static IReadOnlyDictionary<int, string> ReadEncoding(ReadOnlySpan<byte> file)
    {
        var start = Encoding.Latin1.GetString(file[..Math.Min(file.Length, MaxFontStart)]);
        var letters = new Dictionary<int, string>();
        foreach (Match letter in NamedLetter.Matches(start))
        {
            var number = int.Parse(letter.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
            var name = letter.Groups["name"].Value;
            if (CodePoint.Match(name) is not { Success: true } point)
            {
                // With names that PdfPig may know, a character can be a letter as well as a number.
                return None;
            }

            var value = int.Parse(point.Groups["point"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (number <= MaxNumber && Rune.IsValid(value))
            {
                letters[number] = new Rune(value).ToString();
            }
        }

        return letters;
    }

    private T? Find<T>(DictionaryToken dictionary, NameToken name)
        where T : class, IToken =>
        dictionary.TryGet(name, out var token) && DirectObjectFinder.TryGet<T>(token, document.Structure.TokenScanner, out var found) ? found : null;

    [GeneratedRegex(@"\bdup\s+(?<number>[0-9]{1,3})\s*/(?<name>[^\s/]+)\s+put\b")]
    private static partial Regex NamedLetter { get; }

    [GeneratedRegex("^u(?<point>[0-9A-F]{4,6})$")]
    private static partial Regex CodePoint { get; }
}
