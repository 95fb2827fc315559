using Bot.Seminar.Commands;

namespace Bot.Seminar.Tests.Commands;

public sealed class NearestNameTests
{
    private static readonly string[] Names = ["ask", "find", "show", "summary", "counter", "checkquote", "readings", "help"];

    [Theory]
    [InlineData("aks", "ask")]
    [InlineData("SUMARY", "summary")]
    [InlineData("sum", "summary")]
    [InlineData("chekcquote", "checkquote")]
    [InlineData("reading", "readings")]
    public void ASlipOfTheFingerFindsItsName(string typed, string meant) => Assert.Equal(meant, NearestName.Of(typed, Names));

    [Theory]
    [InlineData("weather")]
    [InlineData("")]
    [InlineData("zz")]
    public void AnotherWordFindsNone(string typed) => Assert.Null(NearestName.Of(typed, Names));

    [Fact]
    public void AVeryLongWordFindsNone() => Assert.Null(NearestName.Of(new string('a', 100_000), Names));
}
