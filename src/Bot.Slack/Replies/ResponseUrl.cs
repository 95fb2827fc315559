namespace Bot.Slack.Replies;

/// <summary>The response URL of a request: it accepts five answers within half an hour. Thread-safe.</summary>
internal sealed class ResponseUrl
{
    private readonly DateTimeOffset end;
    private int uses;

    private ResponseUrl(Uri address, DateTimeOffset end)
    {
        Address = address;
        this.end = end;
    }

    /// <summary>The URL. It is a secret: never log it.</summary>
    public Uri Address { get; }

    /// <summary>Reads the URL of a request; null if it has none, or one that is not Slack's.</summary>
    /// <param name="address">The URL from the request.</param>
    /// <param name="api">The URL of the Web API, with the same scheme, port and domain.</param>
    /// <param name="now">When the request arrived.</param>
    public static ResponseUrl? Read(string? address, Uri api, DateTimeOffset now) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == api.Scheme && uri.Port == api.Port && IsBelow(uri.Host, api.Host)
            ? new ResponseUrl(uri, now + SlackLimits.ResponseAge)
            : null;

    /// <summary>Uses one of the remaining answers.</summary>
    /// <returns>False if none is left, or the URL has expired.</returns>
    public bool TryUse(DateTimeOffset now) => now < end && Interlocked.Increment(ref uses) <= SlackLimits.ResponseUses;

    /// <summary>Returns a use that did not reach Slack.</summary>
    public void GiveBack() => Interlocked.Decrement(ref uses);

    private static bool IsBelow(string host, string domain) =>
        host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{domain}", StringComparison.OrdinalIgnoreCase);
}
