using Bot.Chat;
using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
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
        switch (await CallAsync(response, cancellationToken))
        {
            // An answer that was lost on its way may have been the one to a call that was heard; a second one is refused.
            case RestAnswer.Done or RestAnswer.Refused { Error.Code: DiscordError.AlreadyAcknowledged }:
                return true;

            // Unless it is told why, the member reads that the application did not respond.
            case RestAnswer.Refused { Error.Code: not DiscordError.UnknownInteraction } refused when response.Data is DiscordMessage:
                await CallAsync(InteractionResponse.Message(Told(refused)), cancellationToken);
                return false;
            default:
                return false;
        }
    }

    /// <inheritdoc />
    public Task PassAsync() => Task.CompletedTask;

    private Task<RestAnswer> CallAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var call = new RestCall(HttpMethod.Post, "POST interactions/callback", $"interactions/{interaction.Id}/{interaction.Token}/callback")
        {
            Major = interaction.Id,
            Body = response,
            IsAuthorized = false,
            Patience = Patience,
        };
        return rest.CallAsync(call, cancellationToken);
    }

    private static DiscordMessage Told(RestAnswer.Refused refused)
    {
        var problem = refused.Error.Explain("show my answer", "“Send Messages”");
        return MessageRenderer.Render(ChatReply.Error(problem).Blocks, new MessageForm()).SeenBy(memberAlone: true);
    }
}
