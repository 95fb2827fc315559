namespace Bot.Discord.Interactions;

/// <summary>Takes the first response to an interaction to Discord: as the answer to its request, or by a call.</summary>
internal interface IResponder
{
    /// <summary>Sends the first response.</summary>
    /// <returns>Whether it has left completely, so that it may be edited.</returns>
    Task<bool> RespondAsync(InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>Says nothing, for another delivery of the same interaction is answered.</summary>
    Task PassAsync();
}
