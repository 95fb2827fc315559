using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Forms;
using Bot.Slack.Replies;

namespace Bot.Slack.Requests;

/// <summary>
/// Handles shortcuts: commands in a message's menu that use its text or files, also in threads; and a form to ask from anywhere. A shortcut's id is its
/// command's name.
/// </summary>
internal sealed class Shortcuts(CommandDispatcher dispatcher, FormOpener forms, SharedFiles files, RouteReader routes)
{
    /// <summary>Opens the form of a command without a message. The answer is a direct message.</summary>
    public JsonObject? Open(ISeminar seminar, JsonElement payload)
    {
        var name = payload.Text("callback_id");
        if (seminar.Commands.FirstOrDefault(info => info.TakesBareWords && info.Name == name) is { } info
            && payload.Text("trigger_id") is { } trigger
            && routes.ReadInteraction(payload) is { } way)
        {
            dispatcher.TryPut(way, token => forms.TryOpenAsync(seminar, info, trigger, way, token));
        }

        return null;
    }

    /// <summary>Runs a command with a message's text or files.</summary>
    public async Task<JsonObject?> UseAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        var name = payload.Text("callback_id");
        if (seminar.Commands.FirstOrDefault(info => info.MessageAction is not null && info.Name == name) is not { } info
            || routes.ReadInteraction(payload) is not { } way)
        {
            return null;
        }

        // The answer is posted below the message; in the channel it says which message it is about.
        var opensThread = way.Thread is null;
        var route = way with { Thread = way.Thread ?? payload.Text("message", "ts"), OpensThread = opensThread, HidesWords = opensThread };
        var given = info.Choose(files.Of(route.Workspace, payload.List("message", "files")));
        if (info.ActsOnFiles && given.Count == 0)
        {
            return await dispatcher.SayAsync(seminar, route, () => AdapterReplies.NoFile, cancellationToken);
        }

        var command = new ChatCommand
        {
            Name = info.Name,
            Text = given.Count > 0 ? "" : MessageText.ReadWords(payload.Text("message", "text") ?? ""),
            Files = given,
            Channel = route.Address,
            User = new ChatUser(route.User),
        };
        return await dispatcher.AnswerAsync(seminar, seminar.Find(command), route, cancellationToken);
    }
}
