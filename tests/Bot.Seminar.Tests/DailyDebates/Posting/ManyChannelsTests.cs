using Bot.Seminar.DailyDebates.Posting;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Testing;

namespace Bot.Seminar.Tests.DailyDebates.Posting;

/// <summary>With many channels, the database finds due debates with an index and without scanning all rows.</summary>
public sealed class ManyChannelsTests
{
    public static TheoryData<string> Questions => [ScheduleStore.DueSql, OutboxStore.DueSql, ClosingPolls.DueSql];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task FrequentQueriesUseAnIndex(string sql)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);

        var plan = await harness.Database.ReadAsync(
            session => session.QueryAsync<Step>($"EXPLAIN QUERY PLAN {sql}", new { now = 1L, most = 1 }), CancellationToken.None);

        Assert.Contains(plan, step => step.Detail.StartsWith("SEARCH", StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Detail.StartsWith("SCAN", StringComparison.Ordinal));
    }

    private sealed record Step
    {
        public string Detail { get; init; } = "";
    }
}
