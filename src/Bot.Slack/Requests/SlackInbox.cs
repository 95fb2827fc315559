using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;

namespace Bot.Slack.Requests;

/// <summary>
/// Takes each request once, whichever way it came, and leads it to what it asks for. A request that comes again is acknowledged and has no
/// second effect.
/// </summary>
internal sealed class SlackInbox(SlashCommands commands, Interactions interactions, Events events, TimeProvider time)
{
    // Slack repeats an event for about six minutes; a signed request can be sent again for five by whoever saw it.
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
        if (!isQuestion && !recent.TryAdd(incoming.Id))
        {
            return null;
        }

        return incoming.Kind switch
        {
            IncomingKind.Command => await commands.TakeAsync(answering, incoming.Payload, cancellationToken),
            IncomingKind.Interaction => await interactions.TakeAsync(answering, incoming.Payload, cancellationToken),
            _ => await events.TakeAsync(answering, incoming.Payload, cancellationToken),
        };
    }

    // How Slack proves that an address is the app's: https://docs.slack.dev/reference/events/url_verification.
    private static JsonObject? Handshake(Incoming incoming) =>
        incoming.Kind == IncomingKind.Event && incoming.Payload.Text("type") == "url_verification"
            ? new JsonObject { ["challenge"] = incoming.Payload.Text("challenge") }
            : null;
}
