using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.Slack.Forms;

/// <summary>A form's hidden state, which lets any replica handle it.</summary>
/// <param name="Command">The form's command.</param>
/// <param name="Channel">The channel where the form was requested.</param>
/// <param name="ResponseUrl">The response URL; null if unknown.</param>
internal sealed record FormState(string Command, string Channel, string? ResponseUrl)
{
    /// <summary>The state as text.</summary>
    public string Write() => new JsonObject { ["command"] = Command, ["channel"] = Channel, ["response"] = ResponseUrl }.ToJsonString();

    /// <summary>The state of a form; null if it is not one of this program.</summary>
    public static FormState? Read(JsonElement view)
    {
        try
        {
            var state = JsonElement.Parse(view.Text("private_metadata") ?? "null");
            return state.Text("command") is { } command && state.Text("channel") is { } channel
                ? new FormState(command, channel, state.Text("response"))
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
