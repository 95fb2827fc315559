using Bot.Seminar.Arguments;

namespace Bot.Seminar.Tests.Arguments;

public sealed class CriticalQuestionsTests : IDisposable
{
    private static readonly CriticalQuestions Shipped = CriticalQuestions.Load(CriticalQuestions.ShippedFile);
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Sanctions lead to hunger.", "cause")]
    [InlineData("The council should close the road.", "policy")]
    [InlineData("The road is wide.", "assertion")]
    public void TheLongestCueTellsTheKind(string claim, string kind) => Assert.Equal(kind, Shipped.KindOf(claim));

    [Fact]
    public void AKindWithoutCuesIsOnlyTheDefault()
    {
        var path = Path.Combine(folder, "questions.yaml");
        File.WriteAllText(path, "assertion:\ncause: [leads to]\n");

        var questions = CriticalQuestions.Load(path);

        Assert.Equal(("cause", "assertion"), (questions.KindOf("The tax leads to hunger."), questions.KindOf("The road is wide.")));
    }

    [Theory]
    [InlineData("cause: []\n", "is missing")]
    [InlineData("assertion: []\nriddle: []\n", "has no questions")]
    [InlineData("cause: [}", "line 1")]
    public void AFileThatCannotBeUsedSaysWhy(string content, string said)
    {
        var path = Path.Combine(folder, "questions.yaml");
        File.WriteAllText(path, content);

        Assert.Contains(said, Assert.Throws<InvalidDataException>(() => CriticalQuestions.Load(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AMissingFileIsNamed() =>
        Assert.Contains("none.yaml", Assert.Throws<InvalidDataException>(() => CriticalQuestions.Load(Path.Combine(folder, "none.yaml"))).Message, StringComparison.Ordinal);
}
