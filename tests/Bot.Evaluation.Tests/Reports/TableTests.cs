using Bot.Evaluation.Reports;

namespace Bot.Evaluation.Tests.Reports;

public class TableTests
{
    [Fact]
    public void ColumnsAreAlignedInMarkdown()
    {
        var table = new Table("", "ours");
        table.Add("nDCG@10", ".5");
        var output = new StringWriter { NewLine = "\n" };
        table.Write(output);

        Assert.Equal("|         | ours |\n|---------|-----:|\n| nDCG@10 |   .5 |\n\n", output.ToString());
    }

    [Fact]
    public void ARowThatDoesNotFitIsRefused() => Assert.Throws<ArgumentException>(() => new Table("", "ours").Add("alone"));

    [Theory]
    [InlineData(0.37449, ".374")]
    [InlineData(0.0, ".000")]
    [InlineData(1.0, "1.000")]
    [InlineData(0.9996, "1.000")]
    [InlineData(double.NaN, "–")]
    [InlineData(null, "–")]
    public void AShareHasThreeDecimals(double? share, string shown) => Assert.Equal(shown, Figure.Share(share));
}
