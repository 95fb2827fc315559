using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Forms;
using Bot.Slack.Replies;

namespace Bot.Slack.Requests;

/// <summary>Handles buttons, forms, shortcuts, and requests for suggestions: https://docs.slack.dev/reference/interaction-payloads.</summary>
internal sealed class Interactions(Buttons buttons, FormSubmissions forms, Shortcuts shortcuts, RouteReader routes)
{
    /// <summary>The type of a request for suggestions.</summary>
    public const string Suggestion = "block_suggestion";

    public Task<JsonObject?> TakeAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken) => payload.Text("type") switch
    {
        "block_actions" => buttons.PressAsync(seminar, payload, cancellationToken),
        "view_submission" => forms.SubmitAsync(seminar, payload, cancellationToken),
        "message_action" => shortcuts.UseAsync(seminar, payload, cancellationToken),
        "shortcut" => Task.FromResult(shortcuts.Open(seminar, payload)),
        Suggestion => Task.FromResult<JsonObject?>(FormSuggestions.Of(seminar, routes, payload)),
        _ => Task.FromResult<JsonObject?>(null),
    };
}
