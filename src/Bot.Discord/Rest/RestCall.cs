namespace Bot.Discord.Rest;

/// <summary>A call of Discord's API.</summary>
/// <param name="Method">What is done.</param>
/// <param name="Route">The route as Discord's rate limits know it: without the ids, apart from the ones that have limits of their own.</param>
/// <param name="Path">The path below the API's base, complete. May hold the token of an interaction, so it is never logged.</param>
internal sealed record RestCall(HttpMethod Method, string Route, string Path)
{
    /// <summary>The channel, server or webhook that has limits of its own; empty for none.</summary>
    public string Major { get; init; } = "";

    /// <summary>What is sent; null for nothing.</summary>
    public object? Body { get; init; }

    /// <summary>
    /// Whether doing it twice is the same as doing it once, so that it may be sent again although the first time may have been heard.
    /// </summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Whether the bot's token goes with it. Calls that answer an interaction carry their own.</summary>
    public bool IsAuthorized { get; init; } = true;

    /// <summary>For how long limits are waited for and faults are overcome.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);
}
