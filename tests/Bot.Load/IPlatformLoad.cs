namespace Bot.Load;

/// <summary>A platform's side of a load: what the host needs to serve it, and the requests that it sends.</summary>
internal interface IPlatformLoad : IAsyncDisposable
{
    /// <summary>Settings of the host, by environment variable.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>How long the platform waits for an answer.</summary>
    TimeSpan Timeout { get; }

    /// <summary>One request, signed now.</summary>
    /// <param name="host">Where the host listens.</param>
    /// <param name="number">Which request, from 0.</param>
    HttpRequestMessage Request(Uri host, int number);

    /// <summary>What the platform does with an answer.</summary>
    /// <param name="number">Which request it answers.</param>
    /// <param name="body">The answer's body.</param>
    /// <returns>What kind of answer it is, in a word or two.</returns>
    string Take(int number, string body);

    /// <summary>How many requests were promised an answer for later that has not come yet.</summary>
    int Missing { get; }
}
