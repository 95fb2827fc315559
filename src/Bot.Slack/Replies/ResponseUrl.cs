using Bot.Slack.WebApi;

namespace Bot.Slack.Replies;

/// <summary>The address that takes answers to one request: five of them, for half an hour. Safe for many threads.</summary>
internal sealed class ResponseUrl
{
    private readonly DateTimeOffset end;
    private int uses;

    private ResponseUrl(Uri address, DateTimeOffset end)
    {
        Address = address;
        this.end = end;
    }

    /// <summary>Where to send the answer. As good as a key: not for logs.</summary>
    public Uri Address { get; }

    /// <summary>The address that a request names; null where it names none, or one that is not Slack's.</summary>
    /// <param name="address">What the request says.</param>
    /// <param name="api">The address of the Web API, whose scheme, port and domain it must share.</param>
    /// <param name="now">When the request came.</param>
    public static ResponseUrl? Read(string? address, Uri api, DateTimeOffset now) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == api.Scheme && uri.Port == api.Port && IsBelow(uri.Host, api.Host)
            ? new ResponseUrl(uri, now + SlackLimits.ResponseAge)
            : null;

    /// <summary>Takes one of the uses that are left.</summary>
    /// <returns>False where none is, or the time is over.</returns>
    public bool TryUse(DateTimeOffset now) => now < end && Interlocked.Increment(ref uses) <= SlackLimits.ResponseUses;

    /// <summary>Gives a use back that Slack has not seen.</summary>
    public void GiveBack() => Interlocked.Decrement(ref uses);

    private static bool IsBelow(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
