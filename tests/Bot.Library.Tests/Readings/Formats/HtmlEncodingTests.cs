using System.Text;
using Bot.Library.Readings.Formats;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class HtmlEncodingTests
{
    private const string Text = "“Größe” – naïve café, 5 €.";

    [Theory]
    [InlineData("")]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<meta charset=windows-1252>")]
    public void ValidUtf8IsReadAsSuchEvenIfThePageDeclaresAnotherEncoding(string declaration) =>
        Assert.Equal(Text, Read(new UTF8Encoding(false).GetBytes(Page(declaration, Text))));

    [Theory]
    [InlineData("")]
    [InlineData("<meta charset=utf-8>")]
    [InlineData("<meta charset='ISO-8859-1'>")]
    [InlineData("<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>")]
    [InlineData("<meta charset=no-such-charset>")]
    public void OtherBytesAreWindows1252UnlessThePageKnowsBetter(string declaration) =>
        Assert.Equal(Text, Read(Encode(1252, Page(declaration, Text))));

    [Theory]
    [InlineData("shift_jis", 932, "川は町を離れない。")]
    [InlineData("koi8-r", 20866, "Река не уйдёт из города.")]
    public void ADeclaredCharsetIsHonoured(string name, int codePage, string text) =>
        Assert.Equal(text, Read(Encode(codePage, Page($"<meta charset=\"{name}\">", text))));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Utf16IsReadWithAndWithoutItsMark(bool bigEndian, bool mark)
    {
        var encoding = new UnicodeEncoding(bigEndian, mark);

        Assert.Equal(Text, Read([.. encoding.GetPreamble(), .. encoding.GetBytes(Page("<meta charset=utf-16>", Text))]));
    }

    [Fact]
    public void AByteOrderMarkIsNotPartOfTheText() =>
        Assert.Equal(Text, Read([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)]));

    private static string Page(string head, string text) => $"<html><head>{head}</head><body><p>{text}</p></body></html>";

    private static byte[] Encode(int codePage, string text) => CodePagesEncodingProvider.Instance.GetEncoding(codePage)!.GetBytes(text);

    private static string Read(byte[] content) => Assert.Single(new HtmlFormat().Read(content, CancellationToken.None).Blocks).Text;
}
