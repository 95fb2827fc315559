using Bot.Discord.Protocol;
using Bot.Discord.Rest;

namespace Bot.Discord.Posting;

/// <summary>Where the messages of a reply go.</summary>
internal interface IPostTarget
{
    /// <summary>The channel or thread in which they stand.</summary>
    string Channel { get; }

    /// <summary>Posts the next message.</summary>
    /// <returns>The message as it stands there, or why it does not.</returns>
    Task<RestAnswer> PostAsync(DiscordMessage message, CancellationToken cancellationToken);

    /// <summary>Goes on below a first message that stands there already.</summary>
    void GoOn(string firstMessage);
}
