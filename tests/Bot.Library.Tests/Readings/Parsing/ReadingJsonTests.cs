using System.Text;
using Bot.Library.Readings.Parsing;
using Bot.Library.Tests.Readings.Formats;

namespace Bot.Library.Tests.Readings.Parsing;

public sealed class ReadingJsonTests
{
    private static readonly InProcessParser Parser = new(new ReaderOptions(), ReadingFactory.Default);

    public static TheoryData<string, string> Texts => new()
    {
        { "essay.md", "---\ntitle: Schönes Wetter “heute”\nauthor: Ada Example\ndate: 2026-11-23\nsource: https://example.org\n---\n\n# Eins\n\nEs regnet[^1]. Es regnet noch.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\n[^1]: Nur hier.\n" },
        { "law.txt", "Act on Boats\n\nWhereas:\n\n(1) Boats sink.\n\nArticle 1\n\n1. Boats float.\n\n(a) They have sails.\n\nArticle 2\n\nNobody rows.\n" },
        { "play.txt", "PILOT. The tide is in.\n\nBOY. It is not.\n\nPILOT. Then we wait.\n" },
        { "poem.txt", "[Pg 3]\n\nThe boats go out\nand come back in,\nthe moon above\nas thin as tin.\n" },
        { "page.html", "<html><head><title>The tide</title></head><body><article><h1>The tide</h1><p>The harbour fills twice a day, because the moon pulls at the water.</p></article></body></html>" },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void AReadingComesBackAsItWas(string name, string text)
    {
        var parsed = Parser.Parse(name, Encoding.UTF8.GetBytes(text), null, CancellationToken.None);
        Assert.Equal(ParseOutcome.Read, parsed.Outcome);

        var back = ReadingJson.Read(ReadingJson.Write(parsed));

        Assert.Equivalent(parsed.Reading, back?.Reading, strict: true);
        Assert.Equal(Encoding.UTF8.GetString(ReadingJson.Write(parsed)), Encoding.UTF8.GetString(ReadingJson.Write(back!)));
    }

    [Fact]
    public void ALongReadingComesBackWithWhatMakesItsCopiesKnown()
    {
        var parsed = Parser.Parse("ferry.txt", "The ferry goes at six and at nine, and on Sundays once more at noon, because the people of the other bank come to church."u8.ToArray(), null, CancellationToken.None);
        Assert.NotNull(parsed.Reading?.Fingerprint);

        Assert.Equal(parsed.Reading.Fingerprint, ReadingJson.Read(ReadingJson.Write(parsed))?.Reading?.Fingerprint);
    }

    [Fact]
    public void AReasonComesBackAsItWas() =>
        Assert.Equal(ParsedFile.Stop("It nests too deeply."), ReadingJson.Read(ReadingJson.Write(ParsedFile.Stop("It nests too deeply."))));

    [Fact]
    public void HalfALetterIsReplacedAndStopsNothing()
    {
        var reading = Read.Text("It rains.");
        var broken = reading with { Paragraphs = [reading.Paragraphs[0] with { Text = "It rain\uD83D." }] };

        Assert.Equal("It rain\uFFFD.", ReadingJson.Read(ReadingJson.Write(ParsedFile.Of(broken)))?.Reading?.Paragraphs[0].Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"Outcome\":1}")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[")]
    public void InvalidJsonIsNotAReading(string json) => Assert.Null(ReadingJson.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("\"Length\":9", "\"Length\":10")]
    [InlineData("\"Length\":9", "\"Length\":2147483647")]
    [InlineData("\"Length\":9", "\"Start\":-1,\"Length\":9")]
    [InlineData("\"Number\":1", "\"Number\":2")]
    [InlineData("\"Text\":\"It rains.\",", "")]
    public void AnInvalidQuoteRangeIsNotAReading(string right, string wrong)
    {
        var json = Encoding.UTF8.GetString(ReadingJson.Write(ParsedFile.Of(Read.Text("It rains."))));
        Assert.Contains(right, json, StringComparison.Ordinal);

        Assert.Null(ReadingJson.Read(Encoding.UTF8.GetBytes(json.Replace(right, wrong, StringComparison.Ordinal))));
    }
}
