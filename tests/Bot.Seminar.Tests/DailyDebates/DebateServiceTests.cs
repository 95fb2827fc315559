using Bot.Seminar.DailyDebates;
using Bot.Seminar.DailyDebates.Schedules;
using Bot.Seminar.Tests.DailyDebates.Posting;
using Bot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Bot.Seminar.Tests.DailyDebates;

public sealed class DebateServiceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ItEndsQuietlyWhenTheHostStopsBeforeOrAfterItsStart(bool isStarted)
    {
        await using var harness = new DebateHarness(TestEngine.Sqlite);
        using var host = new Lifetime();
        using var service = new DebateService(
            harness.Start().GetRequiredService<DebateScheduler>(),
            host,
            Options.Create(new DebatesOptions()),
            harness.Time,
            NullLogger<DebateService>.Instance);
        using var stop = new CancellationTokenSource();

        await service.StartAsync(stop.Token);
        await host.Asked.Task;
        if (isStarted)
        {
            await host.Started.CancelAsync();
        }

        await stop.CancelAsync();
        await (service.ExecuteTask ?? Task.CompletedTask);
    }

    private sealed class Lifetime : IHostApplicationLifetime, IDisposable
    {
        public CancellationTokenSource Started { get; } = new();

        /// <summary>Completes when the service runs and checks whether the host has started.</summary>
        public TaskCompletionSource Asked { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public CancellationToken ApplicationStarted
        {
            get
            {
                Asked.TrySetResult();
                return Started.Token;
            }
        }

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
            // The test stops the service itself.
        }

        public void Dispose() => Started.Dispose();
    }
}
