using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>The place where the messages of a reply are posted.</summary>
internal interface IPostTarget
{
    /// <summary>The channel or thread of the messages.</summary>
    string Channel { get; }

    /// <summary>Posts the next message.</summary>
    /// <returns>The posted message, or why it was not posted.</returns>
    Task<RestAnswer> PostAsync(DiscordMessage message, CancellationToken cancellationToken);

    /// <summary>Continues below an existing first message.</summary>
    void GoOn(string firstMessage);
}
