using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Forms;
using Bot.Slack.Replies;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Slash commands: https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
internal sealed class SlashCommands(CommandDesk desk, FormOpener forms, RouteReader routes, IOptions<SlackOptions> options, TimeProvider time)
{
    public async Task<JsonObject?> TakeAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.Text("command")?.TrimStart('/') is not { Length: > 0 } name || routes.OfCommand(payload) is not { } way)
        {
            return null;
        }

        var (command, text) = Meant(seminar, name, MessageText.Unescaped(payload.Text("text") ?? "").Trim());
        if (await forms.TryOpenAsync(seminar, command, text, payload.Text("trigger_id"), way, cancellationToken))
        {
            return null;
        }

        var route = way with { Inline = new InlineReply(time), HidesWords = true };
        return await desk.AnswerAsync(
            seminar, new ChatCommand { Name = command, Text = text, Channel = route.Address, User = new ChatUser(route.User) }, route, cancellationToken);
    }

    // The command that takes any other one is the plain words behind it.
    private (string Command, string Text) Meant(ISeminar seminar, string name, string text) =>
        name != options.Value.Command ? (name, text)
        : (CommandWords.NameOf(seminar.Commands, text), text);
}
