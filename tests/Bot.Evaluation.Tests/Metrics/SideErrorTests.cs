using Bot.Evaluation.Metrics;

namespace Bot.Evaluation.Tests.Metrics;

public class SideErrorTests
{
    private static readonly Dictionary<string, int> Opposing = new() { ["gold"] = 3, ["con"] = 1 };
    private static readonly HashSet<string> Supporting = ["pro 1", "pro 2"];

    [Fact]
    public void DocumentsThatTakeNoSideDoNotCount()
    {
        var error = new SideError();
        error.Add(["elsewhere 1", "gold", "elsewhere 2", "pro 1", "con"], Opposing, Supporting);

        Assert.Equal(1.0 / 3, error.Value!.Value, 12);
    }

    [Fact]
    public void OnlyTheFirstFiveCount()
    {
        var error = new SideError();
        error.Add(["gold", "a", "b", "c", "d", "pro 1"], Opposing, Supporting);

        Assert.Equal(0, error.Value);
    }

    [Fact]
    public void CountsArePooledOverQueriesRatherThanAveraged()
    {
        var error = new SideError();
        error.Add(["pro 1"], Opposing, Supporting);
        error.Add(["gold", "con", "pro 2"], Opposing, Supporting);

        Assert.Equal(0.5, error.Value!.Value, 12);
    }

    [Fact]
    public void WithoutAnySideThereIsNoError()
    {
        var error = new SideError();
        error.Add(["elsewhere"], Opposing, Supporting);

        Assert.Null(error.Value);
    }
}
