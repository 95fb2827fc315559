using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat.Delivery;
using Bot.Slack.Forms;
using Bot.Slack.Replies;
using Bot.Slack.Settings;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Handles slash commands: https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
internal sealed class SlashCommands(
    CommandDispatcher dispatcher, FormOpener forms, TeacherLookup teachers, RouteReader routes, IOptions<SlackOptions> options, TimeProvider time)
{
    // A form can be opened for three seconds only.
    private static readonly TimeSpan TeacherTimeout = TimeSpan.FromSeconds(1);

    public async Task<JsonObject?> TakeAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.Text("command")?.TrimStart('/') is not { Length: > 0 } name || routes.ReadCommand(payload) is not { } way)
        {
            return null;
        }

        var (command, text) = Resolve(seminar, name, MessageText.Unescape(payload.Text("text") ?? "").Trim());
        var asked = seminar.Find(new ChatCommand { Name = command, Text = text, Channel = way.Address, User = new ChatUser(way.User) });
        var isForm = FormOpener.FindNeededForm(asked) is { } info
            && payload.Text("trigger_id") is { } trigger
            && dispatcher.TryPut(way, token => OpenAsync(seminar, asked, info, trigger, way, token));
        return isForm ? null
            : await dispatcher.AnswerAsync(seminar, asked, way with { Inline = new FirstResponse<JsonObject>(time), HidesWords = true }, cancellationToken);
    }

    private async Task OpenAsync(
        ISeminar seminar, FoundCommand asked, CommandInfo info, string trigger, ReplyRoute way, CancellationToken cancellationToken)
    {
        // A form for teachers is not shown to others.
        var mayUse = !info.ForTeachers || await teachers.IsTeacherAsync(way.Workspace, way.User, TeacherTimeout, cancellationToken);
        if (!mayUse || !await forms.TryOpenAsync(seminar, info, trigger, way, cancellationToken))
        {
            await dispatcher.AnswerAsync(seminar, asked, way, cancellationToken);
        }
    }

    // The text after the general command starts with the name of another command, or is plain text.
    private (string Command, string Text) Resolve(ISeminar seminar, string name, string text) =>
        name != options.Value.Command ? (name, text)
        : (CommandWords.NameOf(seminar.Commands, text), text);
}
