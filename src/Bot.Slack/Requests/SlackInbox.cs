using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.WebApi;
using Bot.Storage;

namespace Bot.Slack.Requests;

/// <summary>
/// Takes each request once, whichever way it came, and leads it to what it asks for. A request that comes again is acknowledged and has no
/// second effect.
/// </summary>
internal sealed class SlackInbox(SlashCommands commands, Interactions interactions, Events events, SharedClaims claims, TimeProvider time)
{
    // Slack repeats an event for about six minutes; a signed request that was overheard can be sent again for five.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly RecentEvents recent = new(time, Remembered);
    private volatile ISeminar? seminar;

    /// <summary>Whether requests are taken.</summary>
    public bool IsOpen => seminar is not null;

    /// <summary>Takes requests from now on.</summary>
    public void Open(ISeminar answering) => seminar = answering;

    /// <summary>Takes no more requests.</summary>
    public void Close() => seminar = null;

    /// <summary>Takes a request that is proven to come from Slack.</summary>
    /// <returns>What to answer it with; null for an empty acknowledgement.</returns>
    /// <exception cref="DatabaseUnavailableException">It had no effect, and should come again.</exception>
    public async Task<JsonObject?> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (seminar is not { } answering)
        {
            return null;
        }

        if (Handshake(incoming) is { } answer)
        {
            return answer;
        }

        // Asking for values has no effect, and the same form asks for them with each letter.
        var isQuestion = incoming.Kind == IncomingKind.Interaction && incoming.Payload.Text("type") == Interactions.Suggestion;
        return isQuestion ? await LeadAsync(answering, incoming, cancellationToken)
            : await IsNewAsync(incoming.Id, cancellationToken) ? await LeadOnceAsync(answering, incoming, cancellationToken)
            : null;
    }

    // This process knows what came to it; what comes again may come to another replica.
    private async ValueTask<bool> IsNewAsync(string id, CancellationToken cancellationToken) =>
        recent.TryAdd(id) && await claims.TryAsync($"{SlackPlatform.Name}/{id}", Remembered, cancellationToken);

    private async Task<JsonObject?> LeadOnceAsync(ISeminar answering, Incoming incoming, CancellationToken cancellationToken)
    {
        try
        {
            return await LeadAsync(answering, incoming, cancellationToken);
        }
        catch (DatabaseUnavailableException)
        {
            // It had no effect yet, and Slack sends it again.
            recent.Remove(incoming.Id);
            throw;
        }
    }

    private Task<JsonObject?> LeadAsync(ISeminar answering, Incoming incoming, CancellationToken cancellationToken) => incoming.Kind switch
    {
        IncomingKind.Command => commands.TakeAsync(answering, incoming.Payload, cancellationToken),
        IncomingKind.Interaction => interactions.TakeAsync(answering, incoming.Payload, cancellationToken),
        _ => events.TakeAsync(answering, incoming.Payload, cancellationToken),
    };

    // How Slack proves that an address is the app's: https://docs.slack.dev/reference/events/url_verification.
    private static JsonObject? Handshake(Incoming incoming) =>
        incoming.Kind == IncomingKind.Event && incoming.Payload.Text("type") == "url_verification"
            ? new JsonObject { ["challenge"] = incoming.Payload.Text("challenge") }
            : null;
}
