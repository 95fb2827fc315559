using Bot.Discord.Rest;
using Microsoft.Extensions.Time.Testing;

namespace Bot.Discord.Tests.Rest;

public sealed class InvalidRequestsTests
{
    [Fact]
    public void WellBeforeDiscordBansTheAddressNothingIsSentAnyMoreForAWhile()
    {
        const int DiscordBansAt = 10_000;
        var time = new FakeTimeProvider();
        var invalid = new InvalidRequests(time);

        var noted = 0;
        for (; !invalid.IsSpent && noted < DiscordBansAt; noted++)
        {
            invalid.Note();
            time.Advance(TimeSpan.FromMilliseconds(10));
        }

        Assert.InRange(noted, 1_000, DiscordBansAt / 2);
        time.Advance(TimeSpan.FromMinutes(11));
        Assert.False(invalid.IsSpent);
    }
}
