using Bot.Discord.Gateway;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Gateway;

/// <summary>How often a session can start.</summary>
public sealed class IdentifyBudgetTests
{
    private readonly FakeTimeProvider time = new();
    private readonly IdentifyBudget budget;

    public IdentifyBudgetTests() => budget = new IdentifyBudget(time);

    [Fact]
    public void ADayOfSessionsThatEndAtOnceStaysFarBelowWhatResetsTheToken()
    {
        var begun = 0;
        for (var second = 0; second < 86_400; second++)
        {
            begun += budget.TryTake() ? 1 : 0;
            time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(begun, 200, 300);
    }

    [Fact]
    public void ThePauseDoublesAndTheNextSessionIsNotLongInComingAtFirst()
    {
        Assert.True(budget.TryTake());
        Assert.Equal(TimeSpan.FromSeconds(5), budget.Wait);
        Assert.False(budget.TryTake());
        Assert.True(budget.HasRefused);

        time.Advance(TimeSpan.FromSeconds(5));
        Assert.True(budget.TryTake());
        Assert.Equal((TimeSpan.FromSeconds(10), false), (budget.Wait, budget.HasRefused));
    }

    [Fact]
    public void AfterASessionThatLastedAllIsAsAtTheBeginning()
    {
        for (var i = 0; i < 6; i++)
        {
            Assert.True(budget.TryTake());
            time.Advance(budget.Wait);
        }

        time.Advance(TimeSpan.FromHours(1));
        Assert.True(budget.TryTake());

        Assert.Equal(TimeSpan.FromSeconds(5), budget.Wait);
    }

    [Fact]
    public void OneSessionThatEndsIsNotWorthTellingAndManyAre()
    {
        for (var i = 0; i < 4; i++)
        {
            Assert.Null(budget.HealthProblem);
            time.Advance(budget.Wait);
            Assert.True(budget.TryTake());
        }

        Assert.Contains("ended 4 sessions one after the other", budget.HealthProblem, StringComparison.Ordinal);
        time.Advance(budget.Wait);
        Assert.Null(budget.HealthProblem);
    }

    [Fact]
    public void DiscordsOwnCountIncludesAllShardsAndStarts()
    {
        budget.Learn(remaining: 50, TimeSpan.FromHours(3));

        Assert.False(budget.TryTake());
        Assert.Contains("would reset the token", budget.HealthProblem, StringComparison.Ordinal);
        time.Advance(TimeSpan.FromHours(3));
        Assert.True(budget.TryTake());
    }

    [Fact]
    public void SessionsStartAtOnceIfManyAreLeft()
    {
        budget.Learn(remaining: 900, TimeSpan.FromHours(3));

        Assert.True(budget.TryTake());
    }
}
