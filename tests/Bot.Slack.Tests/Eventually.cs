namespace Bot.Slack.Tests;

/// <summary>Waits for a condition that another thread makes true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static async Task IsTrueAsync(Func<bool> isSo)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout && !isSo(); waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20);
        }

        Assert.True(isSo(), "It did not happen in time.");
    }
}
