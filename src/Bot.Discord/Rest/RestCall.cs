namespace Bot.Discord.Rest;

/// <summary>A call to Discord's API.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Route">The route in the form of Discord's rate limits: without ids, except those with their own limits.</param>
/// <param name="Path">The full path below the API's base. It can contain an interaction's token, so it is never logged.</param>
internal sealed record RestCall(HttpMethod Method, string Route, string Path)
{
    /// <summary>The id of the channel, server or webhook that has its own limits; empty for none.</summary>
    public string Major { get; init; } = "";

    /// <summary>The request body; null if there is none.</summary>
    public object? Body { get; init; }

    /// <summary>
    /// Whether the call is idempotent, so that it can be sent again even if the first attempt may have had an effect.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether the call sends the bot's token. Calls that answer an interaction have their own token.</summary>
    public bool IsAuthorized { get; init; } = true;

    /// <summary>The total time for rate limits and retries.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
