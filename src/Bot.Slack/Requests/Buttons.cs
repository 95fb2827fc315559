using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Rendering;
using Bot.Slack.Replies;
using Bot.Slack.Settings;
using Bot.Storage;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Runs the command of a pressed button.</summary>
internal sealed class Buttons(CommandDispatcher dispatcher, RouteReader routes, SharedClaims claims, IOptions<SlackOptions> options, TimeProvider time)
{
    // Longer than the time between two presses; afterwards the private message is gone.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(30);

    private readonly RecentEvents shared = new(time, Remembered);

    public async Task<JsonObject?> PressAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.List("actions") is not [var action, ..] || action.Text("value") is not { } value || routes.ReadInteraction(payload) is not { } route)
        {
            return null;
        }

        if (ChoiceCode.Decode(value) is not { } code)
        {
            return await dispatcher.SayAsync(seminar, route, () => AdapterReplies.OldButton, cancellationToken);
        }

        var isShare = action.Text("action_id") == ReplyMessages.ShareAction;
        if (isShare && !await IsFirstShareAsync($"{route.Channel} {route.User} {payload.Text("container", "message_ts")}", cancellationToken))
        {
            return null;
        }

        var command = new ChatCommand
        {
            Name = code.Command == options.Value.Command ? ChatCommand.PlainWords : code.Command,
            Text = code.Text,
            Stamp = isShare ? null : code.Stamp,
            Wanted = isShare ? ReplyVisibility.Channel : null,
            Channel = route.Address,
            User = new ChatUser(route.User),
        };
        var way = isShare ? route with { ReplacesOriginal = true, HidesWords = true, SharedBy = NameOf(payload) ?? "" } : route;
        return await dispatcher.AnswerAsync(seminar, seminar.Find(command), way, cancellationToken);
    }

    // A mention would notify the member, who pressed the button themselves.
    private static string? NameOf(JsonElement payload) => payload.Text("user", "name") ?? payload.Text("user", "username");

    private async ValueTask<bool> IsFirstShareAsync(string message, CancellationToken cancellationToken) =>
        shared.TryAdd(message) && await claims.TryAsync($"{SlackPlatform.Name}/share {message}", Remembered, cancellationToken);
}
