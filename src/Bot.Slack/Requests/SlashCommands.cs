using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Chat.Delivery;
using Bot.Slack.Forms;
using Bot.Slack.Replies;
using Bot.Slack.Settings;
using Bot.Slack.WebApi;
using Microsoft.Extensions.Options;

namespace Bot.Slack.Requests;

/// <summary>Slash commands: https://docs.slack.dev/interactivity/implementing-slash-commands.</summary>
internal sealed class SlashCommands(
    CommandDesk desk, FormOpener forms, TeacherLookup teachers, RouteReader routes, IOptions<SlackOptions> options, TimeProvider time)
{
    // The key to a form is not held up longer.
    private static readonly TimeSpan TeacherPatience = TimeSpan.FromSeconds(1);

    public async Task<JsonObject?> TakeAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        if (payload.Text("command")?.TrimStart('/') is not { Length: > 0 } name || routes.OfCommand(payload) is not { } way)
        {
            return null;
        }

        var (command, text) = Meant(seminar, name, MessageText.Unescaped(payload.Text("text") ?? "").Trim());
        var asked = new ChatCommand { Name = command, Text = text, Channel = way.Address, User = new ChatUser(way.User) };
        var isForm = FormOpener.NeededFor(seminar, command, text) is { } info
            && payload.Text("trigger_id") is { } trigger
            && desk.TryPut(way, token => OpenAsync(seminar, asked, info, trigger, way, token));
        return isForm ? null
            : await desk.AnswerAsync(seminar, asked, way with { Inline = new InlineReply(time), HidesWords = true }, cancellationToken);
    }

    private async Task OpenAsync(
        ISeminar seminar, ChatCommand asked, CommandInfo info, string trigger, ReplyRoute way, CancellationToken cancellationToken)
    {
        // Nobody fills a form in to be told that it is for teachers.
        var mayUse = !info.ForTeachers || await teachers.IsTeacherAsync(way.Workspace, way.User, TeacherPatience, cancellationToken);
        if (!mayUse || !await forms.TryOpenAsync(info, trigger, way, cancellationToken))
        {
            await desk.AnswerAsync(seminar, asked, way, cancellationToken);
        }
    }

    // The command that takes any other one is the plain words behind it.
    private (string Command, string Text) Meant(ISeminar seminar, string name, string text) =>
        name != options.Value.Command ? (name, text)
        : (CommandWords.NameOf(seminar.Commands, text), text);
}
