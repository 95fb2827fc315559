using System.Text.Json;
using System.Text.Json.Nodes;
using Bot.Slack.WebApi;

namespace Bot.Slack.Forms;

/// <summary>What a form carries unseen, so that whichever replica gets it knows what to do.</summary>
/// <param name="Command">The command that it fills in.</param>
/// <param name="Channel">The channel that it was asked for in.</param>
/// <param name="ResponseUrl">Where answers go; null where that is not known.</param>
internal sealed record FormState(string Command, string Channel, string? ResponseUrl)
{
    /// <summary>The state as text.</summary>
    public string Write() => new JsonObject { ["command"] = Command, ["channel"] = Channel, ["response"] = ResponseUrl }.ToJsonString();

    /// <summary>The state of a form; null where it is none of this program's.</summary>
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
