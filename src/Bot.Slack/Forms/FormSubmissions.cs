using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.Replies;

namespace Bot.Slack.Forms;

/// <summary>Runs the command of a submitted form.</summary>
internal sealed class FormSubmissions(CommandDispatcher dispatcher, SharedFiles files, RouteReader routes)
{
    public async Task<JsonObject?> SubmitAsync(ISeminar seminar, JsonElement payload, CancellationToken cancellationToken)
    {
        if (!payload.TryGetProperty("view", out var view)
            || FormState.Read(view) is not { } state
            || seminar.Commands.FirstOrDefault(command => command.Name == state.Command) is not { } info
            || routes.ReadForm(payload, state.Channel, state.ResponseUrl) is not { } route)
        {
            return null;
        }

        var values = FormValues.Of(view);
        var command = new ChatCommand
        {
            Name = info.Name,
            Text = info.Text is { } text ? values.GetValueOrDefault(text.Name, "") : "",
            Options = info.Options.Where(option => values.ContainsKey(option.Name)).ToDictionary(option => option.Name, option => values[option.Name]),
            Files = files.Of(route.Workspace, FormValues.ReadFiles(view)),
            Wanted = values.ContainsKey(CommandForm.ShareField) ? ReplyVisibility.Channel : null,
            Channel = route.Address,
            User = new ChatUser(route.User),
        };
        return await dispatcher.AnswerAsync(seminar, seminar.Find(command), route with { HidesWords = true }, cancellationToken);
    }
}
