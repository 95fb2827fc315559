namespace Bot.Discord.Tests;

/// <summary>Waits for a condition that other threads make true.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(20);

    public static async Task IsSoAsync(Func<bool> isSo)
    {
        for (var waited = TimeSpan.Zero; waited < Timeout && !isSo(); waited += TimeSpan.FromMilliseconds(20))
        {
            await Task.Delay(20);
        }

        Assert.True(isSo(), "It did not happen in time.");
    }
}
