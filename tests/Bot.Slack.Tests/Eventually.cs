namespace Bot.Slack.Tests;

/// <summary>Waits for what another thread does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static async Task IsTrueAsync(Func<bool> isSo)
    {
        for (var waited = TimeSpan.Zero; waited < Patience && !isSo(); waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20);
        }

        Assert.True(isSo(), "It did not happen in time.");
    }
}
