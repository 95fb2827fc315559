using Microsoft.Extensions.Time.Testing;

namespace Bot.Slack.Tests.SocketMode;

/// <summary>A fast clock: it advances by a step every twenty milliseconds.</summary>
internal sealed class SwiftClock : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task going;

    public SwiftClock(TimeSpan step) => going = GoAsync(step);

    public FakeTimeProvider Time { get; } = new(TimeProvider.System.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await going;
        stop.Dispose();
    }

    private async Task GoAsync(TimeSpan step)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(20);
            Time.Advance(step);
        }
    }
}
