namespace Bot.Load;

/// <summary>A platform's side of a load test: the host's settings and the requests.</summary>
internal interface IPlatformLoad : IAsyncDisposable
{
    /// <summary>Settings of the host, by environment variable.</summary>
    IReadOnlyDictionary<string, string> Settings { get; }

    /// <summary>How long the platform waits for an answer.</summary>
    TimeSpan Timeout { get; }

    /// <summary>A request, signed now.</summary>
    /// <param name="host">The host's address.</param>
    /// <param name="number">The number of the request, from 0.</param>
    HttpRequestMessage Request(Uri host, int number);

    /// <summary>Handles an answer as the platform does.</summary>
    /// <param name="number">The number of the request.</param>
    /// <param name="body">The answer's body.</param>
    /// <returns>The kind of answer, in a word or two.</returns>
    string Take(int number, string body);

    /// <summary>The number of requests whose later answer is still missing.</summary>
    int Missing { get; }
}
