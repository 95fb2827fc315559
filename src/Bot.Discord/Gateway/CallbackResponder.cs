using Bot.Discord.Interactions;
using Bot.Discord.Rendering;
using Bot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace Bot.Discord.Gateway;

/// <summary>Sends the first response to an interaction from the gateway, with a REST call.</summary>
internal sealed partial class CallbackResponder(RestClient rest, Interaction interaction, TimeProvider time, ILogger<CallbackResponder> logger) : IResponder
{
    // Discord rejects the response after three seconds.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2.5);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <inheritdoc />
    public async Task<bool> RespondAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var (answer, mayBeThere) = await RepeatAsync(response, cancellationToken);
        switch (answer)
        {
            case RestAnswer.Done:
                return true;

            // An earlier call was processed although its answer was lost, so the existing response is this one.
            case RestAnswer.Refused { Error.Code: DiscordError.AlreadyAcknowledged } when mayBeThere:
                return true;
            case RestAnswer.Refused { Error.Code: DiscordError.AlreadyAcknowledged }:
                LogTaken();
                return false;

            // Without an explanation, the member would see “the application did not respond”.
            case RestAnswer.Refused { Error.Code: not DiscordError.UnknownInteraction } refused when response.Data is DiscordMessage:
                LogRefused(refused.Error.Explain("show my answer", "“Send Messages”"));
                await CallAsync(InteractionResponse.CreateMessage(ExplainRefusal(refused)), cancellationToken);
                return false;
            default:
                return false;
        }
    }

    /// <inheritdoc />
    public Task PassAsync() => Task.CompletedTask;

    // Returns the last answer, and whether an earlier call may have been processed although its answer was lost.
    private async Task<(RestAnswer Answer, bool MayBeThere)> RepeatAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        var mayBeThere = false;
        while (true)
        {
            var answer = await CallAsync(response, cancellationToken);
            if (answer is not RestAnswer.Unclear || time.GetElapsedTime(start) + Pause > Timeout)
            {
                return (answer, mayBeThere);
            }

            mayBeThere = true;
            await Task.Delay(Pause, time, cancellationToken);
        }
    }

    private Task<RestAnswer> CallAsync(InteractionResponse response, CancellationToken cancellationToken)
    {
        var call = new RestCall(HttpMethod.Post, "POST interactions/callback", $"interactions/{interaction.Id}/{interaction.Token}/callback")
        {
            Major = interaction.Id,
            Body = response,
            IsAuthorized = false,
            IsRepeatable = false,
            Timeout = Timeout,
        };
        return rest.CallAsync(call, cancellationToken);
    }

    private static DiscordMessage ExplainRefusal(RestAnswer.Refused refused) =>
        MessageRenderer.Render(ChatReply.Error(DeliveryProblems.ExplainAnswer(refused)).Blocks, new MessageForm()).ShowTo(memberAlone: true);

    [LoggerMessage(LogLevel.Warning, "The first response to an interaction was refused. {Why}")]
    private partial void LogRefused(string why);

    [LoggerMessage(LogLevel.Warning, "Another program answered an interaction before this one. Does the bot run twice with the same token?")]
    private partial void LogTaken();
}
