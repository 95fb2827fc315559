namespace Bot.Discord.Interactions;

/// <summary>Sends the first response to an interaction: as the response to its request, or with a REST call.</summary>
internal interface IResponder
{
    /// <summary>Sends the first response.</summary>
    /// <returns>Whether it was sent completely, so that it can be edited.</returns>
    Task<bool> RespondAsync(InteractionResponse response, CancellationToken cancellationToken);

    /// <summary>Sends no response, because another delivery of the same interaction is answered.</summary>
    Task PassAsync();
}
