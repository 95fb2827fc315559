using System.Text;
using Bot.Library.Readings.Raw;

namespace Bot.Library.Tests.Readings.Formats;

public sealed class TextDecodingTests
{
    private const string Sample = "“Peace”, she said – and the café’s owner agreed, though naïvely, with the señor’s view of it.";

    public static TheoryData<string, bool> Encodings => new()
    {
        { "utf-8", false }, { "utf-8", true }, { "utf-16", false }, { "utf-16", true }, { "utf-16BE", false }, { "utf-16BE", true }, { "windows-1252", false },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void TheUsualEncodingsAreDistinguished(string name, bool marked)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        byte[] content = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(Sample)];

        Assert.Equal(Sample, TextDecoding.Decode(content));
    }

    [Fact]
    public void AFewLostBytesDoNotTurnUtf8IntoSomethingElse()
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(Sample + Sample), 0xE2, 0x80];

        Assert.StartsWith(Sample, TextDecoding.Decode(content), StringComparison.Ordinal);
    }

    [Fact]
    public void TheDeclaredEncodingCountsIfTheBytesAreAmbiguous()
    {
        var content = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("мир");

        Assert.Equal("мир", TextDecoding.Decode(content, "windows-1251"));
        Assert.Equal("é", TextDecoding.Decode([0xE9], "no-such-set"));
    }

    [Fact]
    public void BytesThatAreNotTextAreRefused()
    {
        var content = Enumerable.Range(0, 4096).Select(i => (byte)(i * 37)).ToArray();

        Assert.Throws<UnreadableFileException>(() => TextDecoding.Decode(content));
    }
}
