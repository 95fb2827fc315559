using System.Net;
using System.Threading.RateLimiting;
using Bot.Web.Settings;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Bot.Web.Safety;

/// <summary>Limits the requests and the password attempts of one client address. Thread-safe.</summary>
internal sealed class ClientRates : IDisposable
{
    private const int SignInAttempts = 10;
    private static readonly TimeSpan SignInEvery = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<IPAddress> requests;
    private readonly PartitionedRateLimiter<IPAddress> signIns;

    public ClientRates(IOptions<WebOptions> options)
    {
        var perMinute = options.Value.RequestsPerMinute;
        requests = CreateLimiter(perMinute, TimeSpan.FromMinutes(1) / perMinute);
        signIns = CreateLimiter(SignInAttempts, SignInEvery);
    }

    /// <summary>Whether another request of a client is allowed.</summary>
    public bool TryRequest(HttpContext context) => TryTake(requests, context);

    /// <summary>Whether another password attempt of a client is allowed.</summary>
    public bool TrySignIn(HttpContext context) => TryTake(signIns, context);

    public void Dispose()
    {
        requests.Dispose();
        signIns.Dispose();
    }

    private static bool TryTake(PartitionedRateLimiter<IPAddress> limiter, HttpContext context)
    {
        using var lease = limiter.AttemptAcquire(FindClient(context));
        return lease.IsAcquired;
    }

    // One person's IPv6 network has many addresses, so the whole network counts as one client.
    private static IPAddress FindClient(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
        {
            return address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        }

        bytes.AsSpan(8).Clear();
        return new IPAddress(bytes);
    }

    private static PartitionedRateLimiter<IPAddress> CreateLimiter(int burst, TimeSpan every) =>
        PartitionedRateLimiter.Create<IPAddress, IPAddress>(client => RateLimitPartition.GetTokenBucketLimiter(
            client,
            _ => new TokenBucketRateLimiterOptions { TokenLimit = burst, TokensPerPeriod = 1, ReplenishmentPeriod = every, QueueLimit = 0 }));
}
