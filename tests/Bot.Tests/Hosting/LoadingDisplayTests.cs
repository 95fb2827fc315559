using Bot.Hosting;
using Bot.Library.Readings;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Tests.Hosting;

public sealed class LoadingDisplayTests : IDisposable
{
    private readonly FakeTimeProvider time = new();
    private readonly StringWriter error = new();

    public void Dispose() => error.Dispose();

    [Fact]
    public void AQuickLoadShowsNothing()
    {
        var display = new LoadingDisplay(error, isTerminal: true, time);
        for (var done = 1; done <= 10; done++)
        {
            time.Advance(TimeSpan.FromMilliseconds(90));
            display.Report(new LoadProgress(done, 10, "a.md"));
        }

        Assert.Empty(error.ToString());
    }

    [Fact]
    public void ASlowLoadShowsABarThatIsWipedAwayAtTheEnd()
    {
        var display = new LoadingDisplay(error, isTerminal: true, time);
        time.Advance(TimeSpan.FromSeconds(2));
        display.Report(new LoadProgress(5, 10, "a.md"));
        display.Report(new LoadProgress(6, 10, "b.md"));
        time.Advance(TimeSpan.FromSeconds(1));
        display.Report(new LoadProgress(10, 10, "c.md"));

        Assert.Equal("\r\u001b[KReading 5 of 10 files ━━━━━━━━━━━━━━━───────────────\r\u001b[K", error.ToString());
    }

    [Fact]
    public void WithoutATerminalASingleLineIsEnough()
    {
        var display = new LoadingDisplay(error, isTerminal: false, time);
        time.Advance(TimeSpan.FromSeconds(2));
        display.Report(new LoadProgress(5, 10, "a.md"));
        time.Advance(TimeSpan.FromSeconds(2));
        display.Report(new LoadProgress(6, 10, "b.md"));

        Assert.Equal("Reading 10 files; this takes a moment.\n", error.ToString());
    }
}
