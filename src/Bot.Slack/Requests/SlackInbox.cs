using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Storage;

namespace Bot.Slack.Requests;

/// <summary>
/// Accepts each request once, from HTTP or Socket Mode, and passes it to its handler. A repeated request is acknowledged but has no second effect.
/// </summary>
internal sealed class SlackInbox(SlashCommands commands, Interactions interactions, Events events, SharedClaims claims, TimeProvider time)
{
    // Slack repeats an event for about six minutes; an attacker can replay a signed request for five.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(15);

    private readonly RecentEvents recent = new(time, Remembered);
    private volatile ISeminar? seminar;

    /// <summary>Whether requests are accepted.</summary>
    public bool IsOpen => seminar is not null;

    /// <summary>Accepts requests from now on.</summary>
    public void Open(ISeminar answering) => seminar = answering;

    /// <summary>Accepts no more requests.</summary>
    public void Close() => seminar = null;

    /// <summary>Handles a verified request.</summary>
    /// <returns>The response; null for an empty acknowledgement.</returns>
    /// <exception cref="DatabaseUnavailableException">The request had no effect and must be sent again.</exception>
    public async Task<JsonObject?> TakeAsync(Incoming incoming, CancellationToken cancellationToken)
    {
        if (seminar is not { } answering)
        {
            return null;
        }

        if (AnswerHandshake(incoming) is { } answer)
        {
            return answer;
        }

        // A request for suggestions has no effect, and a form sends one for each typed letter.
        var isQuestion = incoming.Kind == IncomingKind.Interaction && incoming.Payload.Text("type") == Interactions.Suggestion;
        return isQuestion ? await LeadAsync(answering, incoming, cancellationToken)
            : await IsNewAsync(incoming.Id, cancellationToken) ? await LeadOnceAsync(answering, incoming, cancellationToken)
            : null;
    }

    // A repeated request can arrive at another replica, so this process's memory is not enough.
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
            // It had no effect, and Slack will send it again.
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

    // Slack's check that a URL belongs to the app: https://docs.slack.dev/reference/events/url_verification.
    private static JsonObject? AnswerHandshake(Incoming incoming) =>
        incoming.Kind == IncomingKind.Event && incoming.Payload.Text("type") == "url_verification"
            ? new JsonObject { ["challenge"] = incoming.Payload.Text("challenge") }
            : null;
}
