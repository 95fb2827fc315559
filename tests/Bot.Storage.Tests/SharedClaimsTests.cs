using System.Diagnostics;
using Bot.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Storage.Tests;

public sealed class SharedClaimsTests
{
    private static readonly TimeSpan Keep = TimeSpan.FromMinutes(15);

    [Theory]
    [OnPostgreSql]
    public async Task OfAllReplicasOneIsTheFirst(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var replicas = new List<SharedClaims>();

        // The clock does not move, so no wait times out: the test is about who is first, even on a slow machine.
        var time = new FakeTimeProvider();
        for (var i = 0; i < 3; i++)
        {
            replicas.Add(await ClaimsAsync(test, time));
            Assert.True(await replicas[i].TryAsync($"first request of {i}", Keep, CancellationToken.None));
        }

        var tries = Enumerable.Range(0, 30).Select(i => Task.Run(() => replicas[i % 3].TryAsync("request", Keep, CancellationToken.None).AsTask()));

        Assert.Single(await Task.WhenAll(tries), isFirst => isFirst);
        Assert.True(await replicas[0].TryAsync("another request", Keep, CancellationToken.None));
    }

    [Theory]
    [OnPostgreSql]
    public async Task TheDatabaseDoesNotSayWhoseRequestItWas(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        await (await ClaimsAsync(test, TimeProvider.System)).TryAsync("share U0STUDENT", Keep, CancellationToken.None);

        var kept = await test.Connect().ReadAsync(session => session.QueryAsync<string>("SELECT name FROM claims"), CancellationToken.None);

        Assert.DoesNotContain("U0STUDENT", Assert.Single(kept), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [OnPostgreSql]
    public async Task AClaimEndsAfterItsTime(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var claims = await ClaimsAsync(test, time);

        Assert.True(await claims.TryAsync("request", Keep, CancellationToken.None));
        time.Advance(Keep - TimeSpan.FromSeconds(1));
        Assert.False(await claims.TryAsync("request", Keep, CancellationToken.None));
        time.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await claims.TryAsync("request", Keep, CancellationToken.None));
    }

    [Theory]
    [OnPostgreSql]
    public async Task NobodyWaitsLongForADatabaseThatIsHeldUp(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var claims = await ClaimsAsync(test, TimeProvider.System);
        var (held, release) = (new TaskCompletionSource(), new TaskCompletionSource());
        var holding = test.Connect().WriteAsync(
            async session =>
            {
                await session.ExecuteAsync("LOCK TABLE claims IN ACCESS EXCLUSIVE MODE");
                held.SetResult();
                await release.Task;
                return 0;
            },
            CancellationToken.None);
        await held.Task;

        var watch = Stopwatch.StartNew();
        var isFirst = await claims.TryAsync("request", Keep, CancellationToken.None);

        Assert.True(isFirst);
        Assert.InRange(watch.Elapsed, TimeSpan.FromMilliseconds(900), TimeSpan.FromSeconds(10));
        release.SetResult();
        await holding;
    }

    [Theory]
    [OnPostgreSql]
    public async Task WithoutItsDatabaseEverybodyIsTheFirst(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        test.Options.PostgreSql = "Host=127.0.0.1;Port=9;Database=gone;Username=bot";
        var away = test.Connect();
        await Assert.ThrowsAsync<DatabaseUnavailableException>(() => away.OpenAsync(CancellationToken.None));

        Assert.True(await new SharedClaims(away, TimeProvider.System).TryAsync("request", Keep, CancellationToken.None));
    }

    [Theory]
    [OnSqlite]
    public async Task AFileIsNotSharedAndNotEvenOpened(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var claims = new SharedClaims(test.Connect(), TimeProvider.System);

        Assert.True(await claims.TryAsync("request", Keep, CancellationToken.None));
        Assert.True(await claims.TryAsync("request", Keep, CancellationToken.None));
        Assert.False(File.Exists(test.File));
    }

    [Theory]
    [OnSqlite]
    public async Task AClaimOfOneProgramIsRefusedToTheNext(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var before = await ClaimsAsync(test, time);
        Assert.True(await before.TryAsync("signed request", Keep, CancellationToken.None));
        await before.FlushAsync(CancellationToken.None);

        var after = await ClaimsAsync(test, time);
        await after.LoadAsync(CancellationToken.None);
        Assert.False(await after.TryAsync("signed request", Keep, CancellationToken.None));
        Assert.True(await after.TryAsync("another request", Keep, CancellationToken.None));
        time.Advance(Keep + TimeSpan.FromSeconds(1));
        Assert.True(await after.TryAsync("signed request", Keep, CancellationToken.None));
    }

    [Theory]
    [OnSqlite]
    public async Task TheHostWritesClaimsDownByItself(TestEngine engine)
    {
        await using var test = new TestDatabase(engine);
        for (var run = 0; run < 2; run++)
        {
            var database = test.Connect();
            var claims = new SharedClaims(database, TimeProvider.System);
            using var service = new DatabaseService(database, claims, TimeProvider.System, NullLogger<DatabaseService>.Instance);
            await service.StartingAsync(CancellationToken.None);
            await service.StartAsync(CancellationToken.None);
            Assert.Equal(run == 0, await claims.TryAsync("signed request", Keep, CancellationToken.None));
            await service.StopAsync(CancellationToken.None);
            await service.StoppedAsync(CancellationToken.None);
        }
    }

    private static async Task<SharedClaims> ClaimsAsync(TestDatabase test, TimeProvider time)
    {
        var database = test.Connect();
        await database.OpenAsync(CancellationToken.None);
        return new SharedClaims(database, time);
    }
}
