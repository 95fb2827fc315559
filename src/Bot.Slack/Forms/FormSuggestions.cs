using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Rendering;
using Bot.Slack.Replies;

namespace Bot.Slack.Forms;

/// <summary>Suggests values for a field of a form.</summary>
internal static class FormSuggestions
{
    /// <summary>The options that answer a request.</summary>
    public static JsonObject Of(ISeminar seminar, RouteReader routes, JsonElement payload)
    {
        var (field, typed) = (payload.Text("block_id") ?? "", payload.Text("value") ?? "");
        var suggestions = payload.TryGetProperty("view", out var view) && FormState.Read(view) is { } state
            && routes.ReadForm(payload, state.Channel, state.ResponseUrl) is { } route
            ? Suggest(seminar, view, route.Address, state.Command, field, typed)
            : [];
        return new JsonObject
        {
            // A shortened value would be a different value, so longer ones are not suggested.
            ["options"] = BlockKit.ArrayOf(suggestions
                .Where(suggestion => suggestion.Value.Length > 0 && SlackLimits.Length(suggestion.Value) <= SlackLimits.Label)
                .DistinctBy(suggestion => suggestion.Value)
                .Take(SlackLimits.Options)
                .Select(suggestion => BlockKit.Option(suggestion.Label, suggestion.Value))),
        };
    }

    private static IEnumerable<Suggestion> Suggest(
        ISeminar seminar, JsonElement view, ChannelAddress channel, string command, string field, string typed)
    {
        var info = seminar.Commands.FirstOrDefault(info => info.Name == command);
        var option = info is null ? null : CommandForm.ListFields(info).FirstOrDefault(option => option.Name == field);
        if (option is null)
        {
            return [];
        }

        var suggestions = seminar.Suggest(new SuggestionRequest(command, field, typed)
        {
            Channel = channel,
            Others = FormValues.Of(view),
            MaxItems = SlackLimits.Options,
        });

        // A topic can be any text, but a select accepts only its own options.
        return option.Kind == OptionKind.Topic && typed.Trim().Length > 0
            ? suggestions.Prepend(new Suggestion(typed.Trim(), typed.Trim()))
            : suggestions;
    }
}
