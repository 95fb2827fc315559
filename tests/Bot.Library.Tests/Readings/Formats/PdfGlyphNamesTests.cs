using System.Globalization;
using System.Text;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class PdfGlyphNamesTests
{
    private const string Encoding256 = "/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\n";

    [Theory]
    [InlineData("dup 24 /u1D436 put\ndup 36 /u1D442 put\n", "Trains emit CO in this text.")]
    [InlineData("dup 24 /u1D436 put\ndup 36 /uD800 put\n", "Trains emit C$ in this text.")]
    [InlineData("dup 36 /A put\ndup 24 /u1D436 put\n", "$ in this text.")]
    public void LettersThatAFontNamesByTheirCodePointAreRead(string names, string end) =>
        Assert.EndsWith(end, ReadText(Print(names, "\\030$")), StringComparison.Ordinal);

    [Fact]
    public void ANumberThatIsASpaceElsewhereIsALetterHere() =>
        Assert.Equal("Trains emit CO in this text.", ReadText(Print("dup 10 /u1D436 put\ndup 32 /u1D442 put\n", "\\012\\040")));

    [Theory]
    [InlineData("/FontFile 8 0 R", "/FontFile 99 0 R")]
    [InlineData("/FontDescriptor 7 0 R", "/FontDescriptor 99 0 R")]
    [InlineData("/Length1", "/Filter/NoSuchFilter/Length1")]
    [InlineData("/FontDescriptor 7 0 R", "/FontDescriptor 7 0 R/Encoding/WinAnsiEncoding")]
    public void AFileWhoseFontCannotBeReadIsStillText(string part, string broken)
    {
        var file = Encoding.Latin1.GetString(Print("dup 24 /u1D436 put\n", "\\030$"));

        Assert.EndsWith("in this text.", ReadText(Encoding.Latin1.GetBytes(file.Replace(part, broken, StringComparison.Ordinal))), StringComparison.Ordinal);
    }

    private static string ReadText(byte[] file) => Assert.Single(Read.Bytes("file.pdf", file).Paragraphs).Text;

    // A page whose resources are those of its parent, with a formula in an embedded font.
    private static byte[] Print(string names, string formula)
    {
        var font = $"%!PS-AdobeFont-1.0: MathItalic\n/FontName /MathItalic def\n{Encoding256}{names}readonly def\ncurrentfile eexec\n";
        var text = $"BT /F2 12 Tf 72 700 Td (Trains emit ) Tj /F1 12 Tf ({formula}) Tj /F2 12 Tf ( in this text.) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R>>",
            $"<</Length {text.Length}>>stream\n{text}\nendstream",
            "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+MathItalic"
                + $"/FirstChar 10/LastChar 36/Widths[{string.Join(' ', Enumerable.Repeat(600, 27))}]/FontDescriptor 7 0 R>>",
            "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            "<</Type/FontDescriptor/FontName/ABCDEF+MathItalic/Flags 4/FontFile 8 0 R>>",
            $"<</Length {font.Length}/Length1 {font.Length}/Length2 0/Length3 0>>stream\n{font}\nendstream",
        ];
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (i, content) in objects.Index())
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => file.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        file.Append(CultureInfo.InvariantCulture, $"trailer<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
