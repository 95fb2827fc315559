using System.Globalization;
using System.Text.Json.Nodes;
using Bot.Slack.Replies;

namespace Bot.Slack.Forms;

/// <summary>Opens a form for a command that was called without its required text.</summary>
internal sealed class FormOpener(SlackWebApi api, TokenScopes scopes, TimeProvider time)
{
    // A form can be opened only within three seconds after the request.
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(2);

    /// <summary>The command that needs a form; null if the command has its text or needs none.</summary>
    public static CommandInfo? FindNeededForm(FoundCommand command) =>
        command is { Info: { } info, Text.Length: 0 } && CommandForm.ListFields(info).Any(field => field.Required)
            ? info
            : null;

    /// <summary>Opens the form of a command.</summary>
    /// <returns>False if it cannot be opened; the command's reply then says what is missing.</returns>
    public async Task<bool> TryOpenAsync(ISeminar seminar, CommandInfo info, string trigger, ReplyRoute route, CancellationToken cancellationToken)
    {
        CultureInfo.CurrentUICulture = await seminar.LanguageOfAsync(route.Address, null, cancellationToken);
        var state = new FormState(info.Name, route.Channel, route.ResponseUrl?.Address.AbsoluteUri);
        using var tooLong = new CancellationTokenSource(Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, tooLong.Token);
        try
        {
            var takesFiles = info.File is not null && await scopes.HasAsync(route.Workspace, TokenScopes.FilesRead, either.Token) is true;
            var arguments = new JsonObject { ["trigger_id"] = trigger, ["view"] = CommandForm.CreateView(info, state, takesFiles) };
            return await api.CallAsync(route.Workspace, "views.open", arguments, either.Token) is ApiAnswer.Done;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
