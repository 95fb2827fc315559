using System.Text.Json.Nodes;
using Bot.Chat;
using Bot.Slack.Replies;
using Bot.Slack.WebApi;

namespace Bot.Slack.Forms;

/// <summary>Opens a form for a command that was called without the words that it needs.</summary>
internal sealed class FormOpener(SlackWebApi api)
{
    // The request must be acknowledged within three seconds, and what it asks for is not worth more than two.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Opens the form where one is called for.</summary>
    /// <returns>False where the command has its words, or the form cannot be opened: then the command itself says what is missing.</returns>
    public async Task<bool> TryOpenAsync(
        ISeminar seminar, string command, string text, string? trigger, ReplyRoute route, CancellationToken cancellationToken)
    {
        if (trigger is null
            || CommandWords.Find(seminar.Commands, command, text) is not { Info: var info, Text.Length: 0 }
            || !CommandForm.Fields(info).Any(field => field.Required))
        {
            return false;
        }

        var state = new FormState(info.Name, route.Channel, route.ResponseUrl?.Address.AbsoluteUri);
        var arguments = new JsonObject { ["trigger_id"] = trigger, ["view"] = CommandForm.View(info, state) };
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            return await api.CallAsync(route.Workspace, "views.open", arguments, patience.Token) is ApiAnswer.Done;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
