using Bot.Discord.Interactions;
using Bot.Discord.Rest;

namespace Bot.Discord.Gateway;

/// <summary>Responds to an interaction that came over the gateway, by a call.</summary>
internal sealed class CallbackResponder(RestClient rest, Interaction interaction) : IResponder
{
    // After three seconds Discord no longer takes it.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    /// <inheritdoc />
    public async Task<bool> RespondAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var call = new RestCall(HttpMethod.Post, "POST interactions/callback", $"interactions/{interaction.Id}/{interaction.Token}/callback")
        {
            Major = interaction.Id,
            Body = response,
            IsAuthorized = false,
            Patience = Patience,
        };
        return await rest.CallAsync(call, cancellationToken) switch
        {
            RestAnswer.Done => true,

            // An answer that was lost on its way may have been the one to a call that was heard; a second one is refused.
            RestAnswer.Refused { Error.Code: DiscordError.AlreadyAcknowledged } => true,
            _ => false,
        };
    }

    /// <inheritdoc />
    public Task PassAsync() => Task.CompletedTask;
}
